package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Marks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the reports of two public projects come to, build after build; the expected changes were worked out by
/// hand. See `histories.md`.
class RealHistoriesTest {
    private final Node node = new Node(new CompiledStandards());

    @Test
    void figuresThatAreRepeatedUnderNewTimesRaiseNoChange() {
        var reports = RealReports.coverage();
        sent(reports);

        assertThat(node.changes()).isEmpty();
        assertThat(node.scored()).hasSize(28);
        int repeated = 0;
        for (int at = 1; at < reports.size(); at++) {
            if (reports.get(at).counted().equals(reports.get(at - 1).counted())) {
                repeated++;
                assertThat(marks(at)).isEqualTo(marks(at - 1));
            }
        }
        assertThat(repeated).isEqualTo(14);
    }

    @Test
    void testsThatBreakAndAreMendedAreToldOnceEachAndRemovedOnesNotAtAll() {
        sent(RealReports.tests().stream().map(RealReports.Results::evidence).toList());

        assertThat(node.scored()).hasSize(60);
        assertThat(node.changes())
                .extracting(change -> change.direction() + " in " + number(change) + " for " + change.causes())
                .containsExactly(
                        "REGRESSION in 9 for [CODE]",
                        "RECOVERY in 10 for [CODE]",
                        "REGRESSION in 37 for [CODE]",
                        "RECOVERY in 38 for [CODE]",
                        "REGRESSION in 50 for [CODE]",
                        "RECOVERY in 52 for [CODE]");
    }

    @Test
    void aBrokenTestThatIsTakenOutIsNotMended() {
        var all = RealReports.tests();
        var broken = all.get(8);
        var without = new RealReports.Results(broken.passed(), List.of());
        sent(List.of(all.get(7).evidence(), broken.evidence(), without.evidence()));

        assertThat(broken.failed()).hasSize(1);
        assertThat(node.changes()).extracting(Change::cause).containsExactly(Cause.CODE, Cause.EVIDENCE);
        assertThat(node.changes().getLast().transition().explanation()).contains("nothing shows that it was repaired");
    }

    private void sent(List<? extends Evidence> reports) {
        for (int at = 0; at < reports.size(); at++) {
            node.upload(commitBuild(at + 1)
                    .at(TEN.plus(Duration.ofHours(at)))
                    .completing()
                    .with(reports.get(at)));
        }
    }

    private Marks marks(int at) {
        return node.scored().get(at).scorecards().getFirst().marks();
    }

    private static int number(Change change) {
        return Integer.parseInt(change.build().key().commit().sha().substring(32), 16);
    }
}
