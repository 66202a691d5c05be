package dev.plumbline.collect.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Facts;
import dev.plumbline.collect.Trees;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.Position;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static final String API = """
            openapi: 3.1.0
            info: {title: Shop, version: "1"}
            security: [{key: []}]
            paths:
              /v1/orders:
                parameters: [{name: tenant, in: header}]
                get:
                  summary: Lists orders
                  parameters: [{$ref: '#/components/parameters/page'}, {name: q, in: query, description: Text}]
                  responses:
                    "200": {description: The orders}
                    "404": {description: None, content: {application/problem+json: {}}}
                post:
                  security: []
                  responses:
                    "201": {description: ""}
                    default: {description: Else, content: {application/json: {}}}
              /health:
                get: {description: Lives, responses: {"503": {description: No}}}
            components:
              parameters: {page: {name: page, in: query, description: Number}}
              schemas: {Order: {type: object}, Price: {type: object}}
            """;

    @TempDir
    Path root;

    private Facts of(String path, String text) {
        return new Trees(root).with(path, text).collect();
    }

    @Test
    void anApiIsCountedWithItsGaps() {
        var facts = of("docs/shop.yaml", API);

        assertThat(facts.places(Fact.API_DOCUMENTS)).containsExactly(new Position("docs/shop.yaml", 0, "Shop"));
        assertThat(facts.count(Fact.API_OPERATIONS)).isEqualTo(3);
        assertThat(facts.places(Fact.API_UNVERSIONED))
                .extracting(Position::message)
                .containsExactly("GET /health");
        assertThat(facts.places(Fact.API_OPEN)).extracting(Position::message).containsExactly("POST /v1/orders");
        assertThat(facts.places(Fact.API_UNDESCRIBED))
                .extracting(Position::message)
                .containsExactly("POST /v1/orders");
        assertThat(facts.count(Fact.API_PARAMETERS)).isEqualTo(3);
        assertThat(facts.places(Fact.API_UNDESCRIBED_PARAMETERS))
                .extracting(Position::message)
                .containsExactly("/v1/orders tenant");
        assertThat(facts.count(Fact.API_RESPONSES)).isEqualTo(5);
        assertThat(facts.places(Fact.API_UNDESCRIBED_RESPONSES))
                .extracting(Position::message)
                .containsExactly("POST /v1/orders 201");
        assertThat(facts.count(Fact.API_ERRORS)).isEqualTo(2);
        assertThat(facts.places(Fact.API_OTHER_ERRORS))
                .extracting(Position::message)
                .containsExactly("POST /v1/orders default");
        assertThat(facts.count(Fact.API_SCHEMAS)).isEqualTo(2);
    }

    @Test
    void swaggerSaysInOnePlaceOfWhichTypeBodiesAre() {
        var facts = of("swagger.json", """
                {"swagger": "2.0", "basePath": "/api/v2", "produces": ["application/problem+json; charset=utf-8"],
                 "paths": {"/a": {"get": {"responses": {"400": {"description": "No", "schema": {}}}}}},
                 "definitions": {"A": {}}}
                """);

        assertThat(facts.count(Fact.API_OPERATIONS)).isEqualTo(1);
        assertThat(facts.count(Fact.API_UNVERSIONED)).isZero();
        assertThat(facts.count(Fact.API_ERRORS)).isEqualTo(1);
        assertThat(facts.count(Fact.API_OTHER_ERRORS)).isZero();
        assertThat(facts.count(Fact.API_SCHEMAS)).isEqualTo(1);
    }

    @Test
    void oneApiInTwoFilesCountsOnce() {
        var facts = new Trees(root)
                .with("openapi.yaml", API)
                .with("public/openapi.yml", API)
                .collect();

        assertThat(facts.count(Fact.API_DOCUMENTS)).isEqualTo(1);
        assertThat(facts.count(Fact.API_OPERATIONS)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tests/data/openapi.yaml", "openapi.txt", "node_modules/a/openapi.yaml"})
    void whatIsNotTheProjectsOwnDescriptionIsPassedOver(String path) {
        assertThat(of(path, API).count(Fact.API_DOCUMENTS)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openapi: [",
                "a: {openapi: 3.1.0, paths: {/v1: {get: {}}}}",
                "openapi: *nothing",
                "a: &a [openapi, *a]",
                "openapi: 3.1.0\npaths: ~",
                "- openapi: 3.1.0"
            })
    void whatDescribesNothingSaysNothing(String text) {
        assertThat(of("a.yaml", text).count(Fact.API_OPERATIONS)).isZero();
    }

    @Test
    void referencesThatGoInCirclesEnd() {
        var facts = of("openapi.yaml", """
                openapi: 3.1.0
                paths: {/v1/a: {get: {parameters: [{$ref: '#/components/parameters/a'}, {$ref: 'other.yaml#/b'}]}}}
                components: {parameters: {a: {$ref: '#/components/parameters/b'}, b: {$ref: '#/components/parameters/a'}}}
                """);

        assertThat(facts.count(Fact.API_UNDESCRIBED_PARAMETERS)).isEqualTo(2);
    }

    @Test
    void aSmallFileThatMeansALargeTreeIsLeftAlone() {
        var text = new StringBuilder("openapi: 3.1.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("a" + i + ": &a" + i + " [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }

        assertThat(of("openapi.yaml", text + "paths: {/v1: {get: *a11}}\n").count(Fact.API_DOCUMENTS))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yaml", "json"})
    void documentsThatNestWithoutEndAreLeftAlone(String ending) {
        assertThat(of("openapi." + ending, "{\"openapi\": " + "[".repeat(100_000))
                        .count(Fact.API_DOCUMENTS))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiVersion: openslo/v1\nkind: SLO\nmetadata: {name: a}\n",
                "version: prometheus/v1\nservice: shop\nslos: [{name: a}]\n",
                "kind: PrometheusServiceLevel\nspec: {slos: [{name: a}]}\n",
                "kind: ConfigMap\n---\nkind: ServiceLevelObjective\nmetadata: {name: a}\n"
            })
    void objectivesOfServiceLevelsAreKnown(String text) {
        assertThat(of("slo/a.yaml", text).places(Fact.SERVICE_LEVELS))
                .containsExactly(new Position("slo/a.yaml", 0, "a"));
    }
}
