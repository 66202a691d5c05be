package dev.plumbline.ingest.report.format.facts;

import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static dev.plumbline.ingest.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.ToolRun;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsReaderTest {
    /// Of more operations without a description than there are operations, none is described.
    private static final String API = """
            {"plumbline-facts": 1, "counts": {"api.documents": %d, "api.operations.total": 5, "api.operations.unversioned": 1,
             "api.operations.open": 2, "api.operations.undescribed": 9, "api.schemas.total": 7}}""";

    private static final String FILE = "{\"plumbline-facts\": 1, \"counts\": {\"files.total\": 3}, %s}";

    @Test
    void factsAreReadWithTheirPlaces() {
        var facts = only(FactsEvidence.class, read(resource("report/facts/shop.json"), Declared.NOTHING));

        assertThat(facts.kind()).isEqualTo(Kind.FACTS);
        assertThat(facts.count(Fact.PYTHON_UNTYPED_ROUTES)).isEqualTo(1);
        assertThat(facts.places("python.routes.untyped"))
                .containsExactly(new Position("src/shop/api.py", 12, "create_order"));
        assertThat(facts.languages()).containsExactly("python");
        assertThat(facts.project().headings()).containsExactly("Installation", "Usage");
        assertThat(facts.project().settings()).containsEntry("ruff.line-length", "100");
        assertThat(facts.project().dependencies()).containsExactly("fastapi", "sqlalchemy");
        assertThat(facts.source().tool().version()).isEqualTo("0.1.0");
        assertThat(facts.source().tool().success()).isEqualTo(ToolRun.Success.SUCCEEDED);
    }

    @Test
    void whatTheTreeDescribesOfAnApiIsEvidenceOfIt() {
        var reading = read(API.formatted(1));

        assertThat(reading.evidence()).hasSize(2);
        assertThat(reading.evidence().getLast()).isInstanceOfSatisfying(ApiEvidence.class, api -> {
            assertThat(api.kind()).isEqualTo(Kind.API);
            assertThat(api.totals()).isEqualTo(new ApiTotals(5, 4, 3, 0, 7));
        });
    }

    @Test
    void aTreeWithoutADescriptionSaysNothingOfAnApi() {
        assertThat(read(API.formatted(0)).evidence()).hasSize(1);
    }

    @Test
    void factsOfALaterCollectorAreKept() {
        var facts = only(
                FactsEvidence.class,
                read("{\"plumbline-facts\": 1, \"counts\": {\"rust.functions.total\": 7}, \"new\": {}}"));

        assertThat(facts.counts()).containsEntry("rust.functions.total", 7);
    }

    @Test
    void ofManyPlacesTwentyAreKept() {
        String places = IntStream.range(0, 90)
                .mapToObj(i -> "{\"path\": \"a.py\", \"line\": " + i + "}")
                .collect(Collectors.joining(", "));

        var facts =
                only(FactsEvidence.class, read(FILE.formatted("\"samples\": {\"files.unparsed\": [" + places + "]}")));

        assertThat(facts.places("files.unparsed")).hasSize(FactsEvidence.SAMPLE_LIMIT);
    }

    @Test
    void textsOfTheTreeAreMadeFitToBeShown() {
        var facts = only(
                FactsEvidence.class,
                read(FILE.formatted("\"headings\": [\"a\\u202eb\\u0007\", \"" + "x".repeat(5_000) + "\"]")));

        assertThat(facts.project().headings().getFirst())
                .doesNotContain("\u202e")
                .doesNotContain("\u0007");
        assertThat(facts.project().headings().getLast()).hasSizeLessThanOrEqualTo(200);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{\"plumbline-facts\": 2, \"counts\": {\"files.total\": 3}}",
                "{\"plumbline-facts\": null, \"counts\": {\"files.total\": 3}}",
                "{\"plumbline-facts\": 1, \"counts\": {}}",
                "{\"plumbline-facts\": 1, \"counts\": {\"files.total\": -3}}",
                "{\"plumbline-facts\": 1, \"counts\": {\"files.total\": \"many\"}}",
                "{\"plumbline-facts\": 1, \"counts\": {\"Files/Total\": 3}}",
                "{\"plumbline-facts\": 1, \"counts\": {\"files.total\": 3}, \"samples\": {\"files.total\": 4}}",
                "{\"plumbline-facts\": 1, \"counts\": {\"files.total\": 3}"
            })
    void fileThatIsNotOfTheFormIsRefused(String file) {
        assertThat(refusal(file).fix()).isNotBlank();
    }
}
