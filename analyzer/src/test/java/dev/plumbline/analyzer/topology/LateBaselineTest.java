package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.score.Change;
import org.junit.jupiter.api.Test;

/// More of the build before the newest comes late.
class LateBaselineTest {
    private static final Lineage REQUEST = new Lineage.ChangeRequest("5", "x", commit(2), 200);

    private final Node node = new Node(new CompiledStandards());

    @Test
    void changeRequestsFromItsCommitAreComparedWithWhatItShowsNow() {
        builds();
        node.upload(commitBuild(2).at(TEN.plusSeconds(180)).with(coverage(90)));
        int before = node.changes().size();
        node.upload(
                commitBuild(4).on(REQUEST).at(TEN.plusSeconds(240)).completing().with(coverage(90)));

        assertThat(node.changes().subList(before, node.changes().size())).isEmpty();
    }

    @Test
    void whatTheNewestToldStands() {
        builds();
        var told = node.changes();
        assertThat(told)
                .extracting(Change::direction)
                .containsExactly(Change.Direction.REGRESSION, Change.Direction.RECOVERY);

        node.upload(commitBuild(2).at(TEN.plusSeconds(180)).with(coverage(90)));
        node.upload(commitBuild(3).at(TEN.plusSeconds(240)).with(Given.ruffSettings("F401")));

        assertThat(node.changes()).isEqualTo(told);
    }

    private void builds() {
        node.upload(commitBuild(1).completing().with(coverage(90)));
        node.upload(commitBuild(2).at(TEN.plusSeconds(60)).completing());
        node.upload(commitBuild(3).at(TEN.plusSeconds(120)).completing().with(coverage(90)));
    }
}
