package dev.plumbline.collect.typescript;

import dev.plumbline.collect.syntax.Node;

/// Knows components of React and its like: functions and classes with a capital that make elements.
final class Components {
    private Components() {}

    /// {@return the name of a component; empty where a node is none}
    static String name(Node node) {
        String name = switch (node.type()) {
            case "function_declaration", "class_declaration" -> node.textOf("name");
            case "arrow_function", "function_expression" -> variable(node);
            default -> "";
        };
        boolean capital = !name.isEmpty() && Character.isUpperCase(name.codePointAt(0));
        return capital && makesElements(node) ? name : "";
    }

    /// The name of what a function is kept in, wrapped or not: `const List = memo(forwardRef(() => …))`.
    private static String variable(Node function) {
        Node at = function.parent();
        while (at != null && at.isOneOf("arguments", "call_expression", "parenthesized_expression")) {
            at = at.parent();
        }
        return at != null && at.is("variable_declarator") ? at.textOf("name") : "";
    }

    private static boolean makesElements(Node node) {
        boolean[] found = new boolean[1];
        node.walk(below -> found[0] |= below.isOneOf("jsx_element", "jsx_self_closing_element", "jsx_fragment"));
        return found[0];
    }
}
