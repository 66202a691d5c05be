package dev.plumbline.collect.typescript;

import dev.plumbline.collect.SourcePath;
import java.util.List;

/// What is kept of a file until all are read.
///
/// @param testable whether it is a source with a function
record TypescriptFile(SourcePath at, boolean test, boolean testable, List<Request> requests) {
    /// A place that sends a request.
    record Request(int line, String what) {}

    TypescriptFile {
        requests = List.copyOf(requests);
    }

    static boolean test(SourcePath at) {
        return at.inTestFolder() || at.name().contains(".test.") || at.name().contains(".spec.");
    }
}
