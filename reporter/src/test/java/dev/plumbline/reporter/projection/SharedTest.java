package dev.plumbline.reporter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.reporter.Sample;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SharedTest {
    private final Shared shared = new Shared();

    @Test
    void whatIsSharedEqualsWhatWasRead() {
        for (var outcomes : List.of(
                List.of(Sample.PASS, Sample.FAIL, Sample.MISSING),
                List.of(
                        Sample.NOT_APPLICABLE,
                        new Outcome.Pending(List.of()),
                        new Outcome.Errored("the tool gave up")))) {
            var scored = Sample.of("acme/a", "1")
                    .outcomes(outcomes.toArray(Outcome[]::new))
                    .scored()
                    .compared(List.of("a note"), List.of());

            assertThat(shared.of(scored)).isEqualTo(scored);
            assertThat(shared.of(read(scored))).isEqualTo(scored);
        }
    }

    @Test
    void equalResultsOfTwoRepositoriesAreOneObject() {
        var one = results(shared.of(read(Sample.of("acme/a", "1").scored())));
        var other = results(shared.of(read(Sample.of("acme/b", "2").scored())));

        assertThat(IntStream.range(0, one.size())).allSatisfy(at -> assertThat(other.get(at))
                .isSameAs(one.get(at)));
    }

    @Test
    void ofResultsThatDifferTheTextsAreShared() {
        var passed = new Outcome.Passed("at least 80 %", "88.1 %");
        var one = results(shared.of(read(Sample.of("acme/a", "1").scored())));
        var other = results(shared.of(read(Sample.of("acme/b", "2")
                .outcomes(passed, passed, passed)
                .scored())));

        assertThat(other).isNotEqualTo(one);
        assertThat(other.getFirst().rule()).isSameAs(one.getFirst().rule());
        assertThat(other.getFirst().rating()).isSameAs(one.getFirst().rating());
        assertThat(expected(other.getFirst())).isSameAs(expected(one.getFirst()));
    }

    private static BuildScored read(BuildScored scored) {
        return Codec.BUILD_SCORED.decode(Codec.BUILD_SCORED.encode(scored));
    }

    private static List<RuleResult> results(BuildScored scored) {
        return scored.scorecards().getFirst().results();
    }

    private static String expected(RuleResult result) {
        return result.outcome() instanceof Outcome.Passed passed ? passed.expected() : "";
    }
}
