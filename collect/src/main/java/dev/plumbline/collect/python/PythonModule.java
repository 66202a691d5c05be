package dev.plumbline.collect.python;

import dev.plumbline.collect.SourcePath;
import java.util.List;

/// What is kept of a module for the end.
///
/// @param testable whether a test file is expected for it
/// @param environment reads of the environment, by the variable's name, empty where it is computed
record PythonModule(
        SourcePath at,
        boolean test,
        boolean testable,
        List<ClassNote> classes,
        List<RouteNote> routes,
        List<Mark> environment,
        List<Mark> constants) {}
