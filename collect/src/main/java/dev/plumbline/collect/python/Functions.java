package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;

/// Counts functions, tests and fixtures.
final class Functions {
    private Functions() {}

    static void count(PythonFile file, Node function, Tally tally) {
        String name = function.textOf("name");
        var decorators = PythonCode.decorators(function);
        if (decorators.stream().anyMatch(it -> it.text().contains("fixture"))) {
            tally.add(Fact.PYTHON_FIXTURES);
        }
        if (file.test()) {
            if (name.startsWith("test")) {
                tally.add(Fact.PYTHON_TESTS);
            }
            return;
        }
        tally.add(Fact.PYTHON_FUNCTIONS);
        if (!typed(function, name)) {
            tally.add(Fact.PYTHON_UNTYPED_FUNCTIONS, file.path(), function.line(), name);
        }
    }

    /// `self`, `cls` and what begins with an underscore in a lambda's way need no annotation; `__init__` returns
    /// nothing.
    private static boolean typed(Node function, String name) {
        Node parameters = function.field("parameters");
        Node above = function.above("function_definition", "class_definition");
        boolean method = above != null && above.is("class_definition");
        if (parameters != null) {
            int position = 0;
            for (Node parameter : parameters.children()) {
                boolean self = method && position++ == 0 && parameter.is("identifier");
                if (!self && untyped(parameter)) {
                    return false;
                }
            }
        }
        return function.field("return_type") != null || name.equals("__init__");
    }

    private static boolean untyped(Node parameter) {
        return parameter.isOneOf("identifier", "default_parameter", "list_splat_pattern", "dictionary_splat_pattern");
    }
}
