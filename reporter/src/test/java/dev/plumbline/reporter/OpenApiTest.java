package dev.plumbline.reporter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.http.Route;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.decide.CatalogPublisher;
import dev.plumbline.reporter.decide.DecisionPublisher;
import dev.plumbline.reporter.rest.EventStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

final class OpenApiTest {
    private static final JsonNode DOCUMENT = document();

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        var producer = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        List<Route> routes = ReporterApp.routes(
                new Log().pictures(Sample.NOON),
                new EventStream(),
                new CatalogPublisher(producer, TopicManifest.embedded()),
                new DecisionPublisher(producer, () -> producer, TopicManifest.embedded()));

        var described = new TreeSet<String>();
        for (Map.Entry<String, JsonNode> path : DOCUMENT.at("/paths").properties()) {
            path.getValue().fieldNames().forEachRemaining(method -> described.add(method + " " + path.getKey()));
        }
        assertThat(routes.stream()
                        .map(route -> route.method().name().toLowerCase(Locale.ROOT) + " "
                                + route.template().replace("...", "")))
                .containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void answersHaveTheDescribedMembers() throws IOException {
        Sample worse = Sample.of("acme/payments", "2").outcomes(Sample.FAIL, Sample.MISSING, Sample.NOT_APPLICABLE);
        var log = new Log()
                .published(Sample.published("Python", "Mend it."))
                .scored(worse)
                .changed(worse.regression(Cause.CODE, "1"));
        try (var running = new Running(log)) {
            var answers = Map.of(
                    "/api/v1/overview",
                    "Overview",
                    "/api/v1/repositories/acme/payments",
                    "Repository",
                    "/api/v1/builds/" + worse.build().id(),
                    "Build",
                    "/badges/acme/payments.json",
                    "Badge");
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                JsonNode body =
                        new ObjectMapper().readTree(running.get(answer.getKey()).body());

                assertThat(differences(body, schema(answer.getValue()), answer.getKey()))
                        .isEmpty();
            }
            var lists = Map.of(
                    "repositories", "RepositoryRow",
                    "scorecards", "ScorecardRow",
                    "changes", "Change",
                    "standards", "StandardRow",
                    "rules", "RuleRow");
            for (Map.Entry<String, String> list : lists.entrySet()) {
                JsonNode items = new ObjectMapper()
                        .readTree(running.get("/api/v1/" + list.getKey()).body())
                        .at("/items");

                assertThat(items).isNotEmpty();
                assertThat(differences(items.get(0), schema(list.getValue()), list.getKey()))
                        .isEmpty();
            }
        }
    }

    /// Where a value and its schema have different members.
    private static List<String> differences(JsonNode value, JsonNode described, String where) {
        JsonNode schema = resolved(described);
        var differences = new ArrayList<String>();
        if (schema.has("anyOf")) {
            return value.isNull() ? List.of() : differences(value, schema.at("/anyOf/0"), where);
        }
        if (value.isNull()) {
            differences.add(where + " must not be null");
        }
        if (schema.has("items")) {
            value.forEach(item -> differences.addAll(differences(item, schema.get("items"), where + "[]")));
        }
        if (schema.has("properties")) {
            var names = new TreeSet<String>();
            value.fieldNames().forEachRemaining(names::add);
            schema.get("properties").fieldNames().forEachRemaining(name -> {
                if (!names.remove(name)) {
                    differences.add(where + "." + name + " is not there");
                } else {
                    differences.addAll(differences(
                            value.get(name), schema.get("properties").get(name), where + "." + name));
                }
            });
            names.forEach(name -> differences.add(where + "." + name + " is not described"));
        }
        return differences;
    }

    private static JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? DOCUMENT.at(schema.get("$ref").asText().substring(1)) : schema;
    }

    private static JsonNode schema(String name) {
        return DOCUMENT.at("/components/schemas/" + name);
    }

    private static JsonNode document() {
        try (InputStream in = ReporterApp.class.getResourceAsStream("/openapi/reporter.json")) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException("The description must lie in the resources.", e);
        }
    }
}
