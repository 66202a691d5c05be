package dev.plumbline.collect.go;

import dev.plumbline.collect.SourcePath;
import java.util.List;

/// What is kept of a file until all are read.
///
/// @param functions whether it has any
/// @param interfaces names of interfaces that it declares
record GoFile(SourcePath at, boolean test, boolean functions, List<String> interfaces, List<Returned> returned) {
    /// An exported function, and the name of a type that it returns.
    record Returned(int line, String function, String type) {}

    GoFile {
        interfaces = List.copyOf(interfaces);
        returned = List.copyOf(returned);
    }
}
