package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.closed;
import static dev.plumbline.analyzer.scoring.Samples.coverage;
import static dev.plumbline.analyzer.standard.TestStandards.compiled;
import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatingTest {
    private static final CompiledStandard STANDARD = compiled(
            draft("half").asserts("coverage.lineRatio >= 0.5", "half", "{coverage.lineRatio|percent}"),
            draft("most")
                    .rated(Keyword.MUST, 90, Level.SILVER)
                    .asserts("coverage.lineRatio >= 0.9", "most", "{coverage.lineRatio|percent}"));

    private static Gate gate(Step step, Level required, Case judged) {
        return Scoring.score(new Applied(STANDARD, List.of(), step, required), judged)
                .gate();
    }

    @Test
    void aBuildBelowTheRequiredLevelIsBlockedWithASentenceForEachReason() {
        assertThat(gate(Step.GATE, Level.BRONZE, closed(coverage(4, 10))))
                .isEqualTo(new Gate(
                        Step.GATE,
                        Gate.Decision.BLOCK,
                        List.of(
                                "Rule half must hold for bronze: expected half, found 40 %.",
                                "The score is 0 %; bronze asks for at least 60 %.")));
    }

    @Test
    void aBuildAtTheRequiredLevelIsAllowed() {
        assertThat(gate(Step.GATE, Level.SILVER, closed(coverage(9, 10))))
                .isEqualTo(new Gate(Step.GATE, Gate.Decision.ALLOW, List.of()));
    }

    @Test
    void belowGateNothingBlocksButTheReasonsAreSaid() {
        var gate = gate(Step.WARN, Level.BRONZE, closed());

        assertThat(gate.decision()).isEqualTo(Gate.Decision.NOT_GATED);
        assertThat(gate.reasons())
                .contains("Rule half must hold for bronze: the build closed without coverage evidence; send it with the"
                        + " build.")
                .contains("The score is unknown; bronze asks for at least 60 %.");
    }

    @Test
    void whatIsPendingKeepsAGateClosed() {
        assertThat(gate(Step.GATE, Level.BRONZE, Samples.open(List.of())).decision())
                .isEqualTo(Gate.Decision.BLOCK);
    }

    @Test
    void aGateThatRequiresNoLevelAllows() {
        assertThat(gate(Step.GATE, Level.NONE, closed()).decision()).isEqualTo(Gate.Decision.ALLOW);
    }

    /// Of the weight that is left, 10 of 20 is earned; what is excepted alone would be under bronze as well.
    @Test
    void whatIsNotExceptedIsHeldToTheLeastScoreByItself() {
        var results = List.of(
                result("excused", 80, FAIL, true), result("held", 10, PASS, false), result("broken", 10, FAIL, false));
        var levels = new Levels(6_000, 7_500, 9_000);
        var marks = Tally.marks(results, levels);

        assertThat(Gating.of(Step.GATE, Level.BRONZE, marks, results, levels))
                .isEqualTo(new Gate(
                        Step.GATE,
                        Gate.Decision.BLOCK,
                        List.of("Without what is excepted, the score is 50 %; bronze asks for at least 60 %.")));
    }

    private static final Outcome PASS = new Outcome.Passed("e", "f");
    private static final Outcome FAIL = new Outcome.Failed("a", "e", "f", 0, List.of());

    private static RuleResult result(String rule, int weight, Outcome outcome, boolean waived) {
        var keyword = waived ? Keyword.MUST : Keyword.SHOULD;
        return new RuleResult(
                new RuleId(rule),
                "0".repeat(16),
                new Rating(keyword, Rank.MAJOR, weight, Level.BRONZE),
                outcome,
                waived);
    }
}
