package dev.plumbline.standalone.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.http.Access;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.standalone.start.Version;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The description of the HTTP interface, made from the route table and so never apart from it.
final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(\\.\\.\\.)?}");

    private OpenApi() {}

    static Route route(List<Route> routes) {
        byte[] document = describe(List.copyOf(routes)).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Route.get("/openapi.json", Access.OPEN, _ -> Reply.json(200, document));
    }

    static ObjectNode describe(List<Route> routes) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.put("openapi", "3.1.0");
        root.putObject("info").put("title", "Plumbline").put("version", Version.text());
        ObjectNode paths = root.putObject("paths");
        routes.forEach(route -> operation(paths.withObjectProperty(path(route)), route));
        ObjectNode components = root.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        problem(components.putObject("schemas").putObject("Problem"));
        return root;
    }

    private static String path(Route route) {
        return VARIABLE.matcher(route.template()).replaceAll("{$1}");
    }

    private static void operation(ObjectNode path, Route route) {
        ObjectNode operation = path.putObject(route.method().name().toLowerCase(Locale.ROOT));
        operation.put("description", needs(route.access()));
        if (route.access() != Access.OPEN) {
            operation.putArray("security").addObject().putArray("token");
        }
        var parameters = operation.putArray("parameters");
        Matcher variables = VARIABLE.matcher(route.template());
        while (variables.find()) {
            parameters
                    .addObject()
                    .put("name", variables.group(1))
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        ObjectNode responses = operation.putObject("responses");
        responses.putObject("2XX").put("description", "The answer.");
        responses
                .putObject("default")
                .put("description", "Why not, and what to do about it (RFC 9457).")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }

    private static String needs(Access access) {
        return switch (access) {
            case OPEN -> "Needs no token.";
            case VIEW -> "Needs the role viewer; none on loopback.";
            case PUBLISH -> "Needs the role publisher; none on loopback.";
            case APPROVE -> "Needs the role waiver-approver.";
            case ADMIN -> "Needs the role admin.";
        };
    }

    private static void problem(ObjectNode schema) {
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String name : List.of("type", "title", "detail", "part", "position", "fix")) {
            properties.putObject(name).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
    }
}
