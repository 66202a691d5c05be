package dev.plumbline.analyzer.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.RuleId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Levels LEVELS = new Levels(6_000, 7_500, 9_000);
    private static final Outcome PASS = new Outcome.Passed("e", "f");
    private static final Outcome MISSING = new Outcome.Missing("e", "r");
    private static final Outcome ERROR = new Outcome.Errored("r");
    private static final Outcome NOT_APPLICABLE = new Outcome.NotApplicable("r");
    private static final Outcome PENDING = new Outcome.Pending(List.of());

    private static Outcome fail(int credit) {
        return new Outcome.Failed("a", "e", "f", credit, List.of());
    }

    private static RuleResult result(Keyword keyword, int weight, Level level, Outcome outcome) {
        return new RuleResult(
                new RuleId("r"), "0".repeat(16), new Rating(keyword, Rank.MAJOR, weight, level), outcome, false);
    }

    private static RuleResult should(int weight, Outcome outcome) {
        return result(Keyword.SHOULD, weight, Level.BRONZE, outcome);
    }

    private static Marks marks(RuleResult... results) {
        return Tally.marks(List.of(results), LEVELS);
    }

    @Test
    void theScoreIsEarnedWeightByApplicableWeight() {
        var marks = marks(should(3, PASS), should(2, fail(0)), should(1, fail(5_000)));

        // (3·1 + 2·0 + 1·0.5) / 6 = 0.58333…
        assertThat(marks.score()).isEqualTo(new Score.Known(5_833));
    }

    @Test
    void halfABasisPointIsRoundedUp() {
        // 1 of 16 at 8/10000 credit: 8/16 = 0.5 basis points
        assertThat(marks(should(1, fail(8)), should(15, fail(0))).score()).isEqualTo(new Score.Known(1));
        assertThat(marks(should(1, fail(7)), should(15, fail(0))).score()).isEqualTo(new Score.Known(0));
    }

    @Test
    void missingAndBrokenEarnNothingAndLowerConfidence() {
        var marks = marks(should(5, PASS), should(3, MISSING), should(2, ERROR));

        assertThat(marks.score()).isEqualTo(new Score.Known(5_000));
        assertThat(marks.confidence()).isEqualTo(5_000);
    }

    @Test
    void whatDoesNotApplyLeavesBothSums() {
        var marks = marks(should(5, PASS), should(90, NOT_APPLICABLE));

        assertThat(marks.score()).isEqualTo(new Score.Known(10_000));
        assertThat(marks.confidence()).isEqualTo(10_000);
    }

    @Test
    void nothingMeasuredIsUnknownAndNeverZero() {
        assertThat(marks(should(5, MISSING), should(5, PENDING)))
                .isEqualTo(new Marks(Score.UNKNOWN, Score.UNKNOWN, 0, Level.NONE));
        assertThat(marks(should(5, NOT_APPLICABLE)).score()).isEqualTo(Score.UNKNOWN);
        assertThat(marks().score()).isEqualTo(Score.UNKNOWN);
    }

    @Test
    void aFailedMustCapsTheLevelWhateverTheScore() {
        var marks = marks(
                result(Keyword.MUST, 1, Level.SILVER, fail(0)),
                result(Keyword.MUST, 99, Level.BRONZE, PASS),
                result(Keyword.MUST, 50, Level.GOLD, PASS));

        assertThat(marks.score()).isEqualTo(new Score.Known(9_933));
        assertThat(marks.level()).isEqualTo(Level.BRONZE);
    }

    @Test
    void aLevelAlsoAsksForItsLeastScore() {
        var must = result(Keyword.MUST, 0, Level.BRONZE, PASS);

        assertThat(marks(must, should(59, PASS), should(41, fail(0))).level()).isEqualTo(Level.NONE);
        assertThat(marks(must, should(60, PASS), should(40, fail(0))).level()).isEqualTo(Level.BRONZE);
        assertThat(marks(must, should(75, PASS), should(25, fail(0))).level()).isEqualTo(Level.SILVER);
        assertThat(marks(must, should(90, PASS), should(10, fail(0))).level()).isEqualTo(Level.GOLD);
    }

    @Test
    void aMissingMustBlocksItsLevelLikeAFailedOne() {
        for (var outcome : List.of(MISSING, ERROR, PENDING, fail(10_000))) {
            assertThat(marks(should(90, PASS), result(Keyword.MUST, 1, Level.BRONZE, outcome))
                            .level())
                    .isEqualTo(Level.NONE);
        }
    }

    @Test
    void shouldRulesDecideNoLevel() {
        assertThat(marks(should(10, fail(0)), should(90, PASS)).level()).isEqualTo(Level.GOLD);
    }

    private static RuleResult excused(int weight) {
        return new RuleResult(
                new RuleId("w"),
                "0".repeat(16),
                new Rating(Keyword.MUST, Rank.MAJOR, weight, Level.BRONZE),
                fail(0),
                true);
    }

    @Test
    void aWaiverMovesTheAdjustedScoreAndTheLevelAndNeverTheRawScore() {
        var marks = marks(excused(30), should(70, PASS));

        assertThat(marks.score()).isEqualTo(new Score.Known(7_000));
        assertThat(marks.adjusted()).isEqualTo(new Score.Known(10_000));
        assertThat(marks.level()).isEqualTo(Level.GOLD);
        assertThat(marks.unexcused()).isEqualTo(Level.NONE);
    }

    /// 10 of 100 earned; without what is excepted, 10 of 20: under the 60 of bronze.
    @Test
    void whatIsNotExceptedStillHasToReachTheLeastScore() {
        var marks = marks(excused(80), should(10, PASS), should(10, fail(0)));

        assertThat(marks.adjusted()).isEqualTo(new Score.Known(5_000));
        assertThat(marks.level()).isEqualTo(Level.NONE);
        assertThat(marks.unexcused()).isNull();
    }

    @Test
    void whereAllIsExceptedNoLevelIsReached() {
        var marks = marks(excused(10));

        assertThat(marks).isEqualTo(new Marks(new Score.Known(0), Score.UNKNOWN, 10_000, Level.NONE));
    }
}
