package dev.plumbline.standalone.run;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.http.Access;
import dev.plumbline.http.Reply;
import dev.plumbline.http.Route;
import dev.plumbline.standalone.start.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The description of the HTTP interface. Paths, methods, variables and roles come from the route table, so
/// that none is missing or made up; what a service says of its operations in its own file lies over that.
final class OpenApi {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(\\.\\.\\.)?}");

    static final List<String> FILES =
            List.of("/openapi/analyzer.json", "/openapi/ingest.json", "/openapi/reporter.json");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private OpenApi() {}

    static Route route(List<Route> routes) {
        byte[] document = describe(List.copyOf(routes)).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return Route.get("/openapi.json", Access.OPEN, _ -> Reply.json(200, document));
    }

    static ObjectNode describe(List<Route> routes) {
        ObjectNode root = skeleton(routes);
        for (String file : FILES) {
            lay(read(file), root);
        }
        return root;
    }

    /// {@return what a service says of its own operations}
    static ObjectNode read(String file) {
        try (InputStream in = OpenApi.class.getResourceAsStream(file)) {
            return (ObjectNode) JSON.readTree(Objects.requireNonNull(in, file + " must be in the program."));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own " + file + " must be readable.", e);
        }
    }

    /// Operations of routes that this process does not serve are left out.
    private static void lay(ObjectNode described, ObjectNode root) {
        described.path("paths").properties().forEach(path -> {
            if (root.path("paths").get(path.getKey()) instanceof ObjectNode known) {
                path.getValue().properties().forEach(operation -> {
                    if (known.get(operation.getKey()) instanceof ObjectNode generated) {
                        overlay((ObjectNode) operation.getValue(), generated);
                    }
                });
            }
        });
        ObjectNode components = root.withObjectProperty("components");
        described
                .path("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .properties()
                        .forEach(one ->
                                components.withObjectProperty(kind.getKey()).set(one.getKey(), one.getValue())));
    }

    /// Who may call it stays as the route has it.
    private static void overlay(ObjectNode described, ObjectNode generated) {
        String role = generated.path("description").asText();
        described.properties().stream()
                .filter(member -> !member.getKey().equals("security"))
                .forEach(member -> generated.set(member.getKey(), member.getValue()));
        String said = described.path("description").asText("");
        generated.put("description", said.isEmpty() ? role : said + " " + role);
    }

    private static ObjectNode skeleton(List<Route> routes) {
        ObjectNode root = JSON.createObjectNode();
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
            case ASK -> "Needs the role viewer; none on loopback.";
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
