package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.collect.syntax.Node;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds functions that answer HTTP requests, and looks at what they take, return and do.
final class Routes {
    /// Above this a function does more than to pass a request on.
    private static final int COMPLEX = 5;

    private static final Set<String> VERBS = Set.of(
            "get", "post", "put", "patch", "delete", "head", "options", "trace", "route", "api_route", "websocket");
    /// What a framework hands in, or what is answered without a body of its own.
    private static final Set<String> FRAMEWORK = Set.of(
            "Request", "Response", "WebSocket", "HTTPConnection", "BackgroundTasks", "SecurityScopes", "HttpRequest");
    private static final Set<String> BARE = Set.of(
            "dict", "Dict", "list", "List", "Any", "object", "Mapping", "MutableMapping", "tuple", "set", "Sequence");
    /// Bare only without what they hold.
    private static final Set<String> CONTAINERS = Set.of("list", "List", "tuple", "set", "Sequence");

    private static final Set<String> BRANCHES = Set.of(
            "if_statement",
            "elif_clause",
            "for_statement",
            "while_statement",
            "except_clause",
            "except_group_clause",
            "case_clause",
            "for_in_clause",
            "conditional_expression");

    private final PythonFile file;
    private final Tally tally;

    Routes(PythonFile file, Tally tally) {
        this.file = file;
        this.tally = tally;
    }

    /// {@return the function as a route, where it is one}
    Optional<RouteNote> route(Node function) {
        Node decorator = null;
        for (Node one : PythonCode.decorators(function)) {
            decorator = decorator == null && registers(one) ? one : decorator;
        }
        boolean view = decorator == null && isView(function);
        if (decorator == null && !view) {
            return Optional.empty();
        }
        String name = function.textOf("name");
        tally.add(Fact.PYTHON_ROUTES);
        if (!view && !typed(function, decorator)) {
            tally.add(Fact.PYTHON_UNTYPED_ROUTES, file.path(), function.line(), name);
        }
        look(function, name);
        return Optional.of(new RouteNote(file.path(), function.line(), name, names(function, decorator)));
    }

    /// `@router.get("/orders")`: a verb, called with a path.
    private static boolean registers(Node decorator) {
        Node call = decorator.child("call");
        if (call == null || PythonCode.receiver(call) == null || !VERBS.contains(PythonCode.lastName(call))) {
            return false;
        }
        var positional = PythonCode.positional(call);
        Node path = positional.isEmpty() ? PythonCode.argument(call, "path") : positional.getFirst();
        return PythonCode.literal(path)
                .filter(text -> text.isEmpty() || text.startsWith("/"))
                .isPresent();
    }

    /// Django's: a function of a module of views whose first parameter is the request.
    private boolean isView(Node function) {
        boolean views = file.at().stem().equals("views") || file.at().folders().contains("views");
        Node parameters = function.field("parameters");
        if (!views || parameters == null || !PythonCode.atTop(function)) {
            return false;
        }
        var first = parameters.children().stream().findFirst();
        return first.map(it -> it.text().split("[:=]")[0].strip())
                .filter("request"::equals)
                .isPresent();
    }

    private static boolean typed(Node function, @Nullable Node decorator) {
        Node parameters = function.field("parameters");
        if (parameters != null) {
            int position = 0;
            for (Node parameter : parameters.children()) {
                boolean self = position++ == 0
                        && parameter.is("identifier")
                        && parameter.text().equals("self");
                if (!self && !typedParameter(parameter)) {
                    return false;
                }
            }
        }
        return typedResult(function, decorator);
    }

    private static boolean typedParameter(Node parameter) {
        Node value = parameter.field("value");
        String maker = value != null && value.is("call") ? PythonCode.lastName(value) : "";
        if (maker.equals("Depends") || maker.equals("Security")) {
            return true;
        }
        return switch (parameter.type()) {
            case "typed_parameter", "typed_default_parameter" -> says(parameter.field("type"));
            case "identifier", "default_parameter" -> false;
            default -> true;
        };
    }

    private static boolean typedResult(Node function, @Nullable Node decorator) {
        Node call = decorator == null ? null : decorator.child("call");
        if (call == null || PythonCode.lastName(call).equals("websocket")) {
            return true;
        }
        Node model = PythonCode.argument(call, "response_model");
        if (model != null && !model.is("none")) {
            return says(model);
        }
        Node status = PythonCode.argument(call, "status_code");
        boolean empty = status != null && status.text().contains("204");
        Node result = function.field("return_type");
        return empty || (result != null && says(result));
    }

    /// Whether an annotation says what there is, and not only that there is something.
    private static boolean says(@Nullable Node annotation) {
        if (annotation == null) {
            return false;
        }
        String text = annotation.text().strip();
        if (text.startsWith("Annotated[")) {
            return text.contains("Depends(")
                    || text.contains("Security(")
                    || says(text.substring(10).split(",")[0]);
        }
        return says(text);
    }

    private static boolean says(String text) {
        for (String part : text.split("\\|")) {
            String outer = part.strip().split("[\\[ ]")[0];
            String name = outer.substring(outer.lastIndexOf('.') + 1);
            boolean holds = part.contains("[") && CONTAINERS.contains(name) && says(inside(part));
            if (BARE.contains(name) && !holds) {
                return false;
            }
        }
        return true;
    }

    private static String inside(String text) {
        int open = text.indexOf('[');
        int close = text.lastIndexOf(']');
        return close > open ? text.substring(open + 1, close) : "";
    }

    private void look(Node function, String name) {
        Node body = function.field("body");
        if (body == null) {
            return;
        }
        var work = new Work();
        body.walk(work::see);
        String path = file.path();
        int line = function.line();
        if (work.branches + 1 > COMPLEX) {
            tally.add(Fact.PYTHON_COMPLEX_ROUTES, path, line, name);
        }
        if (work.stores) {
            tally.add(Fact.PYTHON_STORING_ROUTES, path, line, name);
        }
        if (work.awaits || work.blocks) {
            tally.add(Fact.PYTHON_IO_ROUTES);
        }
        if (work.blocks) {
            tally.add(Fact.PYTHON_BLOCKING_ROUTES, path, line, name);
        }
    }

    /// What the body of a function does.
    private static final class Work {
        int branches;
        boolean stores;
        boolean awaits;
        boolean blocks;

        void see(Node node) {
            branches += BRANCHES.contains(node.type()) ? 1 : 0;
            if (node.is("call")) {
                stores |= Database.touches(node);
                blocks |= InputOutput.blocks(node);
            }
            awaits |= node.is("await");
        }
    }

    private static List<String> names(Node function, @Nullable Node decorator) {
        var names = new ArrayList<String>();
        Node parameters = function.field("parameters");
        if (parameters != null) {
            for (Node parameter : parameters.children()) {
                identifiers(parameter.field("type"), names);
            }
        }
        identifiers(function.field("return_type"), names);
        Node call = decorator == null ? null : decorator.child("call");
        identifiers(call == null ? null : PythonCode.argument(call, "response_model"), names);
        names.removeAll(FRAMEWORK);
        return names;
    }

    private static void identifiers(@Nullable Node annotation, List<String> names) {
        if (annotation != null) {
            annotation.walk(node -> {
                if (node.is("identifier")) {
                    names.add(node.text());
                }
            });
        }
    }
}
