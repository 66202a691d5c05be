package dev.plumbline.collect.python;

import dev.plumbline.collect.syntax.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Questions about nodes of Python that several facts ask.
final class PythonCode {
    /// Names under which code holds a session, connection or cursor of a database.
    private static final Set<String> SESSIONS = Set.of(
            "session", "db", "database", "conn", "connection", "cursor", "cur", "tx", "transaction", "engine", "pool");

    private PythonCode() {}

    /// {@return the last name of `a.b.c`, of `c` or of a call of them; empty where there is none}
    static String lastName(@Nullable Node node) {
        if (node == null) {
            return "";
        }
        return switch (node.type()) {
            case "identifier" -> node.text();
            case "attribute" -> node.textOf("attribute");
            case "call" -> lastName(node.field("function"));
            case "subscript" -> lastName(node.field("value"));
            case "await", "type", "parenthesized_expression", "decorator" ->
                node.children().isEmpty() ? "" : lastName(node.children().getFirst());
            default -> "";
        };
    }

    /// {@return what a method is called on; null where the function is a plain name}
    static @Nullable Node receiver(Node call) {
        Node function = call.field("function");
        return function != null && function.is("attribute") ? function.field("object") : null;
    }

    /// Whether a name is that of a session or connection: `session`, `self._db`, `order_session`.
    static boolean isSession(@Nullable Node receiver) {
        if (receiver == null || receiver.is("call")) {
            return false;
        }
        String name = lastName(receiver).toLowerCase(Locale.ROOT).replaceFirst("^_+", "");
        return SESSIONS.contains(name)
                || name.endsWith("_session")
                || name.endsWith("_db")
                || name.endsWith("_conn")
                || name.endsWith("_cursor");
    }

    /// {@return the value of an argument that is given by name}
    static @Nullable Node argument(Node call, String name) {
        Node arguments = call.field("arguments");
        if (arguments == null) {
            return null;
        }
        return arguments
                .children("keyword_argument")
                .filter(argument -> argument.textOf("name").equals(name))
                .map(argument -> argument.field("value"))
                .filter(value -> value != null)
                .findFirst()
                .orElse(null);
    }

    /// {@return the arguments that are given by position}
    static List<Node> positional(Node call) {
        Node arguments = call.field("arguments");
        return arguments == null
                ? List.of()
                : arguments.children().stream()
                        .filter(argument -> !argument.isOneOf("keyword_argument", "comment", "dictionary_splat"))
                        .toList();
    }

    /// {@return what stands between the quotes; nothing where it is no string or has parts that are computed}
    static Optional<String> literal(@Nullable Node node) {
        if (node == null || !node.is("string") || node.has("interpolation")) {
            return Optional.empty();
        }
        Node content = node.child("string_content");
        return Optional.of(content == null ? "" : content.text());
    }

    /// {@return the decorators of a function or class}
    static List<Node> decorators(Node definition) {
        Node above = definition.parent();
        return above != null && above.is("decorated_definition")
                ? above.children("decorator").toList()
                : List.of();
    }

    /// Whether a block holds nothing but `pass`, `...`, `continue` and texts.
    static boolean idle(@Nullable Node block) {
        return block == null
                || block.children().stream()
                        .filter(statement -> !statement.is("comment"))
                        .allMatch(PythonCode::idleStatement);
    }

    private static boolean idleStatement(Node statement) {
        return statement.isOneOf("pass_statement", "continue_statement")
                || (statement.is("expression_statement")
                        && statement.children().stream().allMatch(it -> it.isOneOf("ellipsis", "string")));
    }

    /// Whether a node is below the module and in no function or class.
    static boolean atTop(Node node) {
        return node.above("function_definition", "class_definition", "lambda") == null;
    }
}
