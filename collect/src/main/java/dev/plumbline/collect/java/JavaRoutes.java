package dev.plumbline.collect.java;

import dev.plumbline.collect.java.JavaFile.JavaRoute;
import dev.plumbline.collect.syntax.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Methods that answer HTTP requests: Spring, Jakarta REST, Micronaut.
final class JavaRoutes {
    private static final Set<String> SPRING =
            Set.of("GetMapping", "PostMapping", "PutMapping", "DeleteMapping", "PatchMapping", "RequestMapping");
    private static final Set<String> JAKARTA = Set.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS");
    private static final Set<String> MICRONAUT = Set.of("Get", "Post", "Put", "Delete", "Patch");
    private static final Set<String> BODIES = Set.of("RequestBody", "Body");
    private static final Set<String> CHECKED = Set.of("Valid", "Validated");
    /// Marks of a parameter that say nothing of where it comes from.
    private static final Set<String> ELSEWHERE_TOO =
            Set.of("Valid", "Validated", "NotNull", "Nonnull", "NonNull", "Nullable", "ConvertGroup");
    /// Bodies that are no objects with fields.
    private static final Set<String> RAW = Set.of("String", "InputStream", "Reader", "JsonNode", "MultipartFile");
    private static final Set<String> HEALTH =
            Set.of("health", "healthz", "live", "livez", "liveness", "ready", "readyz", "readiness");

    private JavaRoutes() {}

    static boolean is(Node method) {
        Node type = JavaTypes.around(method);
        return type != null
                && !JavaTypes.client(type)
                && (Annotations.any(method, SPRING) || Annotations.any(method, JAKARTA) || micronaut(method));
    }

    /// These names are common, so that the type must say what it is.
    private static boolean micronaut(Node method) {
        Node type = JavaTypes.around(method);
        return type != null && Annotations.any(method, MICRONAUT) && Annotations.any(type, Set.of("Controller"));
    }

    static JavaRoute of(Node method) {
        var types = new ArrayList<>(JavaTypes.names(method.field("type")));
        parameters(method).forEach(parameter -> types.addAll(JavaTypes.names(parameter.field("type"))));
        return new JavaRoute(method.line(), method.textOf("name"), types);
    }

    static boolean saysHealth(Node method) {
        return Annotations.of(method)
                .filter(it -> Annotations.any(method, SPRING)
                        || Annotations.any(method, MICRONAUT)
                        || Annotations.name(it).equals("Path"))
                .flatMap(it -> Annotations.texts(it).stream())
                .flatMap(path -> Arrays.stream(path.split("/")))
                .anyMatch(segment -> HEALTH.contains(segment.toLowerCase(Locale.ROOT)));
    }

    /// {@return the parameters that are bodies with fields}
    static List<Node> bodies(Node method) {
        return parameters(method).stream()
                .filter(parameter -> Annotations.any(parameter, BODIES) || jakartaBody(method, parameter))
                .filter(parameter -> !RAW.containsAll(JavaTypes.names(parameter.field("type"))))
                .toList();
    }

    /// With Jakarta REST the one parameter that comes from nowhere else is the body.
    private static boolean jakartaBody(Node method, Node parameter) {
        return Annotations.any(method, Set.of("POST", "PUT", "PATCH"))
                && Annotations.of(parameter).allMatch(it -> ELSEWHERE_TOO.contains(Annotations.name(it)));
    }

    static boolean checked(Node parameter) {
        boolean[] found = new boolean[1];
        parameter.walk(node -> found[0] |=
                node.isOneOf("marker_annotation", "annotation") && CHECKED.contains(Annotations.name(node)));
        return found[0];
    }

    private static List<Node> parameters(Node method) {
        Node list = method.field("parameters");
        return list == null ? List.of() : list.children("formal_parameter").toList();
    }
}
