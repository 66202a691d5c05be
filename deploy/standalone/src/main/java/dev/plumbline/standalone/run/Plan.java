package dev.plumbline.standalone.run;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.standalone.start.DataFolder;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What one process is to run.
///
/// @param webhook where regressions are posted
public record Plan(
        Set<Service> services, LogPlace log, HttpConfig http, DataFolder data, Judging judging, Optional<URI> webhook) {
    /// @param threads of the analyzer, which judges as it does where nobody says otherwise
    public Plan(
            Set<Service> services, LogPlace log, HttpConfig http, DataFolder data, int threads, Optional<URI> webhook) {
        this(services, log, http, data, Judging.on(threads), webhook);
    }

    public Plan {
        services = Set.copyOf(EnumSet.copyOf(services));
    }
}
