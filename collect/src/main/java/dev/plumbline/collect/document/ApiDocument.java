package dev.plumbline.collect.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.collect.SourcePath;
import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.ApiOutline;
import dev.plumbline.model.evidence.ApiOutline.Demand;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// One description of an API: OpenAPI 3 or Swagger 2. References within it are followed, others are not.
final class ApiDocument {
    private static final int REFERENCES = 8;
    private static final Set<String> PROBLEMS = Set.of("application/problem+json", "application/problem+xml");

    private final JsonNode root;
    private final ApiOutline outline = new ApiOutline();
    private final List<Operation> operations = new ArrayList<>();

    /// @param name method and path: `GET /orders`
    private record Operation(String name, String path, JsonNode node, boolean described, Demand demand) {}

    ApiDocument(JsonNode root) {
        this.root = root;
        if (!root.path("security").isMissingNode()) {
            outline.demandOfAll(demand(root.path("security")));
        }
        root.path("servers")
                .forEach(server -> outline.address(server.path("url").asText()));
        outline.address(root.path("basePath").asText());
        Stream.of(root.path("components").path("schemas"), root.path("definitions"))
                .flatMap(schemas -> StreamSupport.stream(schemas.spliterator(), false))
                .forEach(_ -> outline.schema());
        for (var path : root.path("paths").properties()) {
            for (var field : path.getValue().properties()) {
                if (ApiOutline.method(field.getKey())) {
                    add(path.getKey(), field.getKey(), field.getValue());
                }
            }
        }
    }

    private void add(String path, String method, JsonNode node) {
        boolean described = says(node, "summary") || says(node, "description");
        var security = node.path("security");
        var demand = security.isMissingNode() ? Demand.AS_ALL : demand(security);
        outline.operation(path, described, demand);
        operations.add(new Operation(method.toUpperCase(Locale.ROOT) + " " + path, path, node, described, demand));
    }

    private static Demand demand(JsonNode alternatives) {
        int open = 0;
        for (JsonNode alternative : alternatives) {
            open += alternative.isEmpty() ? 1 : 0;
        }
        return ApiOutline.demand(alternatives.size(), open);
    }

    ApiTotals totals() {
        return outline.totals();
    }

    /// {@return which operations there are}
    Set<String> operations() {
        var names = new HashSet<String>();
        operations.forEach(operation -> names.add(operation.name()));
        return names;
    }

    void count(SourcePath at, Tally tally) {
        var totals = totals();
        boolean known = demand(root.path("security")) == Demand.KNOWN;
        for (var it : operations) {
            var here = new Here(at, it.name(), tally);
            boolean open = it.demand() == Demand.EVERYBODY || (it.demand() == Demand.AS_ALL && !known);
            boolean versioned = totals.versioned() == totals.operations() || ApiOutline.versioned(it.path());
            here.when(!versioned, Fact.API_UNVERSIONED, "");
            here.when(open, Fact.API_OPEN, "");
            here.when(!it.described(), Fact.API_UNDESCRIBED, "");
            parameters(it.node(), here);
            for (var response : it.node().path("responses").properties()) {
                response(it.node(), response.getKey(), resolved(response.getValue()), here);
            }
        }
        for (var path : root.path("paths").properties()) {
            parameters(path.getValue(), new Here(at, path.getKey(), tally));
        }
    }

    /// A place in the document.
    private record Here(SourcePath at, String what, Tally tally) {
        void when(boolean holds, Fact fact, String part) {
            if (holds) {
                tally.add(fact, at.path(), 0, part.isEmpty() ? what : what + " " + part);
            }
        }
    }

    private void parameters(JsonNode holder, Here here) {
        for (JsonNode one : holder.path("parameters")) {
            var parameter = resolved(one);
            here.tally().add(Fact.API_PARAMETERS);
            String name = parameter.path("name").asText();
            here.when(!says(parameter, "description"), Fact.API_UNDESCRIBED_PARAMETERS, name);
        }
    }

    private void response(JsonNode operation, String status, JsonNode response, Here here) {
        here.tally().add(Fact.API_RESPONSES);
        here.when(!says(response, "description"), Fact.API_UNDESCRIBED_RESPONSES, status);
        boolean error = status.startsWith("4") || status.startsWith("5") || status.equals("default");
        boolean body = !response.path("content").isEmpty() || response.has("schema");
        if (error && body) {
            here.tally().add(Fact.API_ERRORS);
            here.when(!problem(operation, response), Fact.API_OTHER_ERRORS, status);
        }
    }

    /// With Swagger the operation or the document says of which type bodies are.
    private boolean problem(JsonNode operation, JsonNode response) {
        var types = new HashSet<String>();
        response.path("content").properties().forEach(type -> types.add(type.getKey()));
        if (response.has("schema")) {
            var produced = operation.has("produces") ? operation.path("produces") : root.path("produces");
            produced.forEach(type -> types.add(type.asText()));
        }
        return types.stream()
                .map(type -> type.split(";")[0].strip().toLowerCase(Locale.ROOT))
                .anyMatch(PROBLEMS::contains);
    }

    /// {@return what a node stands for: itself, or what it refers to in this document}
    private JsonNode resolved(JsonNode node) {
        JsonNode at = node;
        for (int i = 0; i < REFERENCES && at.path("$ref").isTextual(); i++) {
            String reference = at.path("$ref").asText();
            at = reference.startsWith("#/") ? root.at(reference.substring(1)) : root.path("");
        }
        return at;
    }

    private static boolean says(JsonNode node, String field) {
        return node.path(field).isTextual() && !node.path(field).asText().isBlank();
    }
}
