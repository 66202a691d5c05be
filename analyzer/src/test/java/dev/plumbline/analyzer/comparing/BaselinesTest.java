package dev.plumbline.analyzer.comparing;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaselinesTest {
    private static final Given.Said FIRST = commitBuild(1).at(TEN);
    private static final Given.Said SECOND = commitBuild(2).at(TEN.plusSeconds(60));

    private final Baselines both = Baselines.NONE.with(baseline(FIRST)).with(baseline(SECOND));

    @Test
    void anOlderBuildNeverMovesTheBaseline() {
        var older = commitBuild(3).at(TEN.minusSeconds(60));

        assertThat(moved(both, older)).isFalse();
        assertThat(against(both, older)).isNull();
    }

    @Test
    void aNewerBuildOfTheDefaultBranchMovesIt() {
        var newer = commitBuild(3).at(TEN.plusSeconds(120));

        assertThat(moved(both, newer)).isTrue();
        assertThat(against(both, newer)).isEqualTo(baseline(SECOND));
        assertThat(both.with(baseline(newer)).newestFirst()).containsExactly(baseline(newer), baseline(SECOND));
    }

    @Test
    void aFurtherRunOfTheSameCommitIsComparedAndDoesNotMoveIt() {
        var again = SECOND.run("run-2", 2).at(TEN.plusSeconds(120));

        assertThat(moved(both, again)).isFalse();
        assertThat(against(both, again)).isEqualTo(baseline(SECOND));
    }

    @Test
    void aLateRevisionOfTheNewestComparesWithTheOneBefore() {
        assertThat(moved(both, SECOND)).isTrue();
        assertThat(against(both, SECOND)).isEqualTo(baseline(FIRST));
    }

    @Test
    void aChangeRequestComparesAtItsMergeBaseAndNeverMovesIt() {
        var atFirst = commitBuild(4)
                .on(new Lineage.ChangeRequest("9", "x", commit(1), null))
                .at(TEN.plusSeconds(120));
        var atUnknown = commitBuild(4)
                .on(new Lineage.ChangeRequest("9", "x", commit(77), null))
                .at(TEN.plusSeconds(120));

        assertThat(moved(both, atFirst)).isFalse();
        assertThat(against(both, atFirst)).isEqualTo(baseline(FIRST));
        assertThat(against(both, atUnknown)).isEqualTo(baseline(SECOND));
    }

    @Test
    void aSideBranchIsComparedWithNothing() {
        assertThat(against(both, commitBuild(4).on(new Lineage.SideBranch("x")).at(TEN.plusSeconds(120))))
                .isNull();
    }

    @Test
    void theFirstBuildHasNothingToCompareWith() {
        assertThat(against(Baselines.NONE, FIRST)).isNull();
        assertThat(moved(Baselines.NONE, FIRST)).isTrue();
    }

    @Test
    void baselinesReadBackAsTheyWereWritten() {
        assertThat(BaselineCodec.decode(BaselineCodec.encode(both))).isEqualTo(both);
        assertThat(BaselineCodec.encode(both)).hasSizeLessThan(400);
    }

    private static @Nullable Baseline against(Baselines baselines, Given.Said said) {
        return baselines.against(build(said), order(said));
    }

    private static boolean moved(Baselines baselines, Given.Said said) {
        return baselines.movedBy(build(said), order(said));
    }

    private static Build build(Given.Said said) {
        return said.received().build();
    }

    private static BuildOrder order(Given.Said said) {
        return BuildOrder.of(build(said), said.receivedAt());
    }

    private static Baseline baseline(Given.Said said) {
        var outcomes = new TreeMap<String, Outcome.Word>();
        outcomes.put("0123456789abcdef", Outcome.Word.PASS);
        outcomes.put("fedcba9876543210", Outcome.Word.MISSING);
        return new Baseline(
                Objects.requireNonNull(order(said)),
                said.key().commit(),
                "plumbline/1",
                Digest.ofText("subject"),
                List.of(
                        new Baseline.Verdicts(
                                new StandardId("std"), new Version(1, 0, 0), new Score.Known(8_000), outcomes),
                        new Baseline.Verdicts(
                                new StandardId("other"), new Version(1, 2, 0), Score.UNKNOWN, new TreeMap<>())));
    }
}
