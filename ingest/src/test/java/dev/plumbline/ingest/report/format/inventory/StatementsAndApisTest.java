package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static dev.plumbline.ingest.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementsAndApisTest {
    private static final String TESTS = """
            {"_type": "https://in-toto.io/Statement/v1", "subject": [],
             "predicateType": "https://in-toto.io/attestation/test-result/v0.1", "predicate": %s}""";

    @Test
    void testsThatFailedAreNamed() {
        var tests = only(
                TestsEvidence.class,
                read(resource("report/inventory/test-result.intoto.json"), as("tests:integration")));

        assertThat(tests.kind()).isEqualTo(new Kind("tests:integration"));
        assertThat(tests.notPassed()).extracting(TestCase::name).containsExactly("build (3.13)");
        assertThat(tests.counted().passed()).isEqualTo(3);
    }

    @Test
    void failedResultWithoutFailedTestsIsNoGreenOne() {
        var tests = only(TestsEvidence.class, read(TESTS.formatted("{\"result\": \"FAILED\"}")));

        assertThat(tests.counted().errors()).isEqualTo(1);
        assertThat(tests.notPassed()).hasSize(1);
    }

    @Test
    void provenanceIsKnownAndEvidenceOfNothing() {
        var reading = read(resource("report/inventory/provenance-v1.intoto.json"), Declared.NOTHING);

        assertThat(reading.evidence()).isEmpty();
        assertThat(reading.aside()).isNotNull().satisfies(aside -> {
            assertThat(aside.what()).contains("https://slsa.dev/provenance/v1");
            assertThat(aside.source().tool().name()).contains("github-hosted");
        });
    }

    @Test
    void envelopeSaysThatNobodyVerifiedIt() {
        var reading = read(resource("report/inventory/bundle.sigstore.json"), Declared.NOTHING);

        assertThat(reading.evidence().getFirst().source().notes()).contains("The signature was not verified.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vnd.in-toto+json | %%% | not base64",
                "application/vnd.in-toto+json | e30= | _type",
                "text/plain | e30= | something else"
            })
    void envelopeThatHoldsNoStatementIsRefused(String type, String payload, String why) {
        String envelope = "{\"payloadType\": \"" + type + "\", \"payload\": \"" + payload + "\", \"signatures\": []}";

        assertThat(refusal(envelope).what()).contains(why);
    }

    @Test
    void envelopeInsideAnEnvelopeIsNotOpened() {
        String inner = "{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"e30=\"}";
        String payload = Base64.getEncoder().encodeToString(inner.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(refusal("{\"payloadType\": \"application/vnd.in-toto+json\", \"payload\": \"" + payload + "\"}")
                        .what())
                .contains("_type");
    }

    @Test
    void descriptionsInYamlAndJsonGiveTheSame() {
        var json = only(ApiEvidence.class, read(resource("report/inventory/shop.openapi.json"), Declared.NOTHING));
        var yaml = only(ApiEvidence.class, read(resource("report/inventory/shop.openapi.yaml"), Declared.NOTHING));

        assertThat(yaml.totals()).isEqualTo(json.totals());
    }

    @Test
    void partsOfWhichNothingIsLeftButTheNameAreEmpty() {
        var api = only(ApiEvidence.class, read("""
                openapi: 3.0.3
                info: {title: shop, version: "1"}
                paths:
                  /v1/orders:
                    get: {summary: Lists orders, responses: {200: {description: ok}}}
                  /v1/carts:
                components:
                  # schemas are still to come
                """));

        assertThat(api.totals().operations()).isEqualTo(1);
        assertThat(api.totals().schemas()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openapi: 3.1.0\\npaths: {}\\nx: *a | line 3 | anchor",
                "openapi: 3.1.0\\npaths: {}\\nx: &a [*a] | line 3 | not complete",
                "openapi: 3.1.0\\nx: &a [1]\\n*a : 1 | line 3 | not a text",
                "openapi: 3.1.0\\npaths: {}\\npaths: {} | line 3 | Duplicate",
                "openapi: 3.1.0\\n? [a]\\n: b | line 2 | not a text",
                "openapi: 3.1.0\\n---\\nopenapi: 3.1.0 | line 2 | several",
                "openapi: 3.1.0\\npaths: [ | line 2 | cannot be read",
                "openapi: 3.1.0\\npaths:\\n  /a:\\n    get: text | line 4 | an operation is a text",
                "openapi: 3.1.0\\ninfo: {} | whole | no paths"
            })
    void yamlThatIsNoPlainDescriptionIsRefusedAtItsPlace(String yaml, String where, String why) {
        var refused = refusal(yaml.replace("\\n", "\n"));

        assertThat(refused.what()).contains(why);
        if (!where.equals("whole")) {
            assertThat(refused.where()).asString().contains(where);
        }
    }

    @Test
    void aliasesThatMultiplyAreRefusedBeforeTheyFillTheMemory() {
        var yaml = new StringBuilder("openapi: 3.1.0\npaths: {}\na0: &a0 [lol, lol]\n");
        for (int i = 1; i < 40; i++) {
            yaml.append("a%d: &a%d [*a%d, *a%d, *a%d]%n".formatted(i, i, i - 1, i - 1, i - 1));
        }

        assertThat(refusal(yaml.toString()).what()).contains("characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- "})
    void yamlThatIsTooDeepIsRefused(String level) {
        assertThat(refusal("openapi: 3.1.0\npaths: " + level.repeat(3_000)).fix())
                .isNotBlank();
    }
}
