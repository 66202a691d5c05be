package dev.plumbline.collect.java;

import dev.plumbline.collect.SourcePath;
import java.util.List;

/// What is kept of a file until all are read.
///
/// @param home its package
/// @param testable whether it is a source with a method that has a body
/// @param entities names of stored entities
record JavaFile(SourcePath at, String home, boolean testable, List<String> entities, List<JavaRoute> routes) {
    /// A method that answers requests.
    ///
    /// @param types names in the types of its parameters and result
    record JavaRoute(int line, String name, List<String> types) {
        JavaRoute {
            types = List.copyOf(types);
        }
    }

    JavaFile {
        entities = List.copyOf(entities);
        routes = List.copyOf(routes);
    }
}
