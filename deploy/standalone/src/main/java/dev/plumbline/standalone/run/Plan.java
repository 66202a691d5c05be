package dev.plumbline.standalone.run;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.standalone.start.DataFolder;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What one process is to run.
///
/// @param threads of the analyzer
/// @param webhook where regressions are posted
public record Plan(
        Set<Service> services, LogPlace log, HttpConfig http, DataFolder data, int threads, Optional<URI> webhook) {
    public Plan {
        services = Set.copyOf(EnumSet.copyOf(services));
    }
}
