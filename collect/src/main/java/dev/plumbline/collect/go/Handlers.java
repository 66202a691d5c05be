package dev.plumbline.collect.go;

import dev.plumbline.collect.syntax.Node;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/// Knows routes and what handlers do with bodies, by the names of functions.
final class Handlers {
    private static final Set<String> ROUTING = Set.of(
            "Handle",
            "HandleFunc",
            "Get",
            "Post",
            "Put",
            "Patch",
            "Delete",
            "Method",
            "MethodFunc",
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "Any");
    /// gin checks what its tags say while it binds; echo's Bind does not.
    private static final Set<String> BINDING = Set.of("Bind", "BodyParser");
    private static final Set<String> CHECKED_BINDING =
            Set.of("ShouldBindJSON", "BindJSON", "ShouldBind", "ShouldBindBodyWith");
    private static final List<String> CHECKING = List.of("valid", "check", "verify", "ensure", "sanitize");

    private Handlers() {}

    /// A route: a path that begins with a slash, perhaps after a method and a blank, and what answers it.
    static boolean routes(Node call) {
        Node arguments = call.field("arguments");
        return ROUTING.contains(name(call))
                && arguments != null
                && arguments.children().size() >= 2
                && arguments.children().stream().limit(2).anyMatch(Handlers::path);
    }

    private static boolean path(Node argument) {
        String text = argument.isOneOf("interpreted_string_literal", "raw_string_literal") ? argument.text() : "";
        String bare = text.length() < 2 ? "" : text.substring(1, text.length() - 1);
        int blank = bare.indexOf(' ');
        boolean method = blank > 0 && bare.substring(0, blank).chars().allMatch(Character::isUpperCase);
        return (method ? bare.substring(blank + 1) : bare).startsWith("/");
    }

    /// Whether a function reads the body of a request into a value.
    static boolean readsBody(Node function) {
        return any(function, Handlers::reads);
    }

    private static boolean reads(Node call) {
        String name = name(call);
        if (CHECKED_BINDING.contains(name)) {
            return true;
        }
        if (BINDING.contains(name)) {
            return arguments(call) == 1;
        }
        return name.equals("NewDecoder") && call.textOf("arguments").endsWith(".Body)");
    }

    static boolean checks(Node function) {
        return any(function, call -> {
            String name = name(call);
            String lower = name.toLowerCase(Locale.ROOT);
            return CHECKED_BINDING.contains(name)
                    || (name.equals("Struct") && arguments(call) == 1)
                    || CHECKING.stream().anyMatch(lower::startsWith);
        });
    }

    private static int arguments(Node call) {
        Node arguments = call.field("arguments");
        return arguments == null ? 0 : arguments.children().size();
    }

    private static boolean any(Node function, Predicate<Node> holds) {
        boolean[] found = new boolean[1];
        function.walk(node -> found[0] |= node.is("call_expression") && holds.test(node));
        return found[0];
    }

    /// {@return the last name of what is called: `Decode` of `json.NewDecoder(r.Body).Decode(&v)`}
    static String name(Node call) {
        Node function = call.field("function");
        return function == null ? "" : function.is("selector_expression") ? function.textOf("field") : function.text();
    }
}
