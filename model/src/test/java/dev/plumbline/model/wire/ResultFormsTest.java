package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.RuleId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultFormsTest {
    private static final Codec<RuleResult> RESULT = Codec.of(RuleResult.class);
    private static final Codec<Outcome> OUTCOME = Codec.of(Outcome.class);

    private static final Map<Outcome, String> FORMS = Map.of(
            new Outcome.Passed("at least 80 %", "91 %"),
            """
            {"outcome":"PASS","expected":"at least 80 %","found":"91 %"}""",
            new Outcome.Failed(
                    "lines",
                    "no «x\"\n»",
                    "2: \\u0007 \u0007 €",
                    4_000,
                    List.of(new Position("a/\"b\".py", 7, "tab\there"), new Position("c", 0, ""))),
            """
            {"outcome":"FAIL","assertion":"lines","expected":"no «x\\"\\n»","found":"2: \\\\u0007 \\u0007 €","credit":4000,\
            "where":[{"path":"a/\\"b\\".py","line":7,"message":"tab\\there"},{"path":"c","line":0,"message":""}]}""",
            new Outcome.Failed("none", "e", "f", 0, List.of()),
            """
            {"outcome":"FAIL","assertion":"none","expected":"e","found":"f","credit":0}""",
            new Outcome.NotApplicable("«a == \"b\"» does not hold here."),
            """
            {"outcome":"NOT_APPLICABLE","reason":"«a == \\"b\\"» does not hold here."}""",
            new Outcome.Pending(List.of(Kind.COVERAGE, new Kind("findings:ruff"))),
            """
            {"outcome":"PENDING","awaited":["coverage","findings:ruff"]}""",
            new Outcome.Pending(List.of()),
            """
            {"outcome":"PENDING"}""",
            new Outcome.Missing("e", "nothing came"),
            """
            {"outcome":"MISSING","expected":"e","reason":"nothing came"}""",
            new Outcome.Errored("broke"),
            """
            {"outcome":"ERROR","reason":"broke"}""");

    static Stream<Outcome> outcomes() {
        return FORMS.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void anOutcomeHasTheFormThatItIsReadFromAlsoTheSecondTime(Outcome outcome) {
        for (int again = 0; again < 2; again++) {
            byte[] bytes = OUTCOME.encode(outcome);

            assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(FORMS.get(outcome));
            assertThat(OUTCOME.decode(bytes)).isEqualTo(outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("outcomes")
    void aResultHoldsItsOutcome(Outcome outcome) {
        var result = new RuleResult(
                new RuleId("py.test.coverage"),
                "0123456789abcdef",
                new Rating(Keyword.MUST, Rank.MAJOR, 5, Level.SILVER),
                outcome,
                true);

        byte[] bytes = RESULT.encode(result);

        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("""
                {"rule":"py.test.coverage","digest":"0123456789abcdef",\
                "rating":{"keyword":"MUST","severity":"MAJOR","weight":5,"level":"SILVER"},\
                "outcome":%s,"waived":true}""", FORMS.get(outcome));
        assertThat(RESULT.decode(bytes)).isEqualTo(result);
    }

    @Test
    void resultsOfOneRuleMayStillSayOtherThings() {
        var rating = new Rating(Keyword.SHOULD, Rank.MINOR, 3, Level.GOLD);
        for (var outcome : List.of(
                new Outcome.Failed("first", "one", "1", 0, List.of()),
                new Outcome.Failed("second", "one", "1", 0, List.of()),
                new Outcome.Failed("first", "other", "1", 0, List.of()),
                new Outcome.NotApplicable("it is no library"),
                new Outcome.NotApplicable("it is no service"))) {
            for (String id : List.of("a.b.c", "a.b.d")) {
                for (var rated : List.of(rating, new Rating(Keyword.SHOULD, Rank.MINOR, 4, Level.GOLD))) {
                    var result = new RuleResult(new RuleId(id), "00000000000000aa", rated, outcome, false);

                    assertThat(RESULT.decode(RESULT.encode(result))).isEqualTo(result);
                }
            }
        }
    }

    @Test
    void resultsInAListAreSeparated() {
        var rating = new Rating(Keyword.MUST, Rank.MAJOR, 5, Level.SILVER);
        var results = new Results(Stream.of("bb", "cc", "bb")
                .map(it -> new RuleResult(
                        new RuleId("a.b.c"), "00000000000000" + it, rating, new Outcome.Passed("e", it), false))
                .toList());
        var codec = Codec.of(Results.class);

        assertThat(codec.decode(codec.encode(results))).isEqualTo(results);
    }

    record Results(List<RuleResult> all) {}

    @Test
    void moreTextsThanAreRememberedAreWrittenAllTheSame() {
        for (int i = 0; i < 10_000; i++) {
            var outcome = new Outcome.Passed("expected " + i, "x".repeat(500));

            assertThat(OUTCOME.decode(OUTCOME.encode(outcome))).isEqualTo(outcome);
        }
    }
}
