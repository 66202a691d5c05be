package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A build keeps what it carried, whatever newer builds have brought since.
class CarriedLateTest {
    private static final Given.Said FIRST = audited(1);
    private static final Given.Said SECOND = plain(2, 60);
    private static final Given.Said LATE =
            commitBuild(2).at(TEN.plusSeconds(300)).with(Given.ruffSettings("F401"));
    private static final Given.Said THIRD =
            commitBuild(3).at(TEN.plusSeconds(120)).completing().with(coverage(90), Given.audit(TEN.plusSeconds(110)));

    private final Node node = new Node(new CompiledStandards());

    @Test
    void whatTheBuildBeforeTheNewestHadIsThereForItsNextRevision() {
        upload(FIRST, SECOND, THIRD, LATE);

        assertThat(last().revision()).isEqualTo(2);
        assertThat(audit(last())).isEqualTo(Outcome.Word.PASS);
        assertThat(carriedFrom()).containsExactly(id(1));
        assertThat(node.changes()).isEmpty();
    }

    @Test
    void allOrdersOfTwoBuildsThatOverlapCarryAlike() {
        var open = commitBuild(2).at(TEN.plusSeconds(60)).with(coverage(90));
        var closing = commitBuild(2).at(TEN.plusSeconds(200)).completing();

        for (var order : List.of(
                List.of(open, closing, LATE, THIRD),
                List.of(open, closing, THIRD, LATE),
                List.of(open, THIRD, closing, LATE),
                List.of(open, THIRD, LATE, closing))) {
            var other = new Node(new CompiledStandards());
            other.upload(FIRST);
            order.forEach(other::upload);

            var second = other.scored().stream()
                    .filter(scored -> scored.build().id().equals(id(2)))
                    .toList()
                    .getLast();
            assertThat(carriedFrom(second)).containsExactly(id(1));
            assertThat(audit(second)).isEqualTo(Outcome.Word.PASS);
        }
    }

    /// Nightly runs of a commit that stands still do not become the newest of the branch.
    @Test
    void theNewestFinalKeepsItsAuditWhileItsCommitIsAuditedAnew() {
        upload(FIRST, SECOND);
        for (int night = 1; night <= 5; night++) {
            var at = TEN.plus(Duration.ofDays(night));
            node.upload(commitBuild(2).run("nightly", night).at(at).completing().with(coverage(90), Given.audit(at)));
        }
        node.publish(PublishedStandards.standard(1, TEN.plus(Duration.ofDays(6))));
        Walked.walked(node);

        assertThat(last().build().id()).isEqualTo(id(2));
        assertThat(audit(last())).isEqualTo(Outcome.Word.PASS);
        assertThat(carriedFrom()).containsExactly(id(1));
        assertThat(node.changes()).isEmpty();
    }

    @Test
    void theSameOnAChangeRequest() {
        var request = new Lineage.ChangeRequest("5", "x", commit(1), 200);
        for (var said : List.of(FIRST.with(coverage(90)), FIRST.run("r", 1), SECOND, THIRD, LATE)) {
            node.upload(said.run().equals("run-1") ? said : said.on(request));
        }

        assertThat(last().revision()).isEqualTo(2);
        assertThat(audit(last())).isEqualTo(Outcome.Word.PASS);
        assertThat(carriedFrom()).containsExactly(FIRST.run("r", 1).key().id());
    }

    @Test
    void anAuditThatComesAfterThatOfANewerBuildIsThereForBuildsBetween() {
        var between = TEN.plusSeconds(115);
        upload(FIRST, THIRD);
        node.upload(commitBuild(4)
                .started(TEN.plusSeconds(100))
                .at(TEN.plusSeconds(200))
                .completing()
                .with(coverage(90), Given.audit(TEN.plusSeconds(90))));
        node.upload(commitBuild(5)
                .started(between)
                .at(TEN.plusSeconds(300))
                .completing()
                .with(coverage(90)));

        assertThat(carriedFrom()).containsExactly(id(4));
    }

    /// A request that starts from a commit whose audit was replaced is compared with what that build had.
    @Test
    void aStandardThatReadsOtherwiseIsComparedWithWhatWasCarried() {
        upload(FIRST, SECOND, THIRD);
        node.publish(PublishedStandards.combining(
                PublishedStandards.standard(1, TEN.plusSeconds(400)),
                Map.of(PublishedStandards.AUDIT, Combine.LATEST)));
        Walked.walked(node);
        node.upload(commitBuild(6)
                .on(new Lineage.ChangeRequest("7", "y", commit(2), 200))
                .at(TEN.plusSeconds(500))
                .completing()
                .with(coverage(90)));

        assertThat(last().notes()).noneMatch(note -> note.contains("py.audit"));
        assertThat(node.changes()).isEmpty();
    }

    @Test
    void whatIsKeptOfALineDoesNotGrow() {
        node.upload(audited(1));
        int one = node.bytes("c");

        for (int hour = 1; hour <= 200; hour++) {
            var at = TEN.plus(Duration.ofHours(hour));
            node.upload(audited(2 * hour).at(at));
            node.upload(commitBuild(2 * hour + 1)
                    .at(at.plusSeconds(60))
                    .completing()
                    .with(coverage(90)));
        }

        assertThat(node.rows("c")).isOne();
        assertThat(node.bytes("c")).isLessThan(2 * one);
        assertThat(node.rows("r")).isBetween(1, CarriedEvidence.LATELY + 1);
        assertThat(node.bytes("r")).isLessThan((2 + CarriedEvidence.LATELY) * one);
    }

    private void upload(Given.Said... said) {
        Arrays.stream(said).forEach(node::upload);
    }

    private BuildScored last() {
        return node.scored().getLast();
    }

    private List<BuildId> carriedFrom() {
        return carriedFrom(last());
    }

    private static List<BuildId> carriedFrom(BuildScored scored) {
        var from = new ArrayList<BuildId>();
        scored.provenance().evidence().stream()
                .filter(use -> use.kind().equals(Kind.AUDIT))
                .map(EvidenceUse::carriedFrom)
                .forEach(from::add);
        return from;
    }

    private static Outcome.Word audit(BuildScored scored) {
        return Objects.requireNonNull(Rig.words(scored).get(PublishedStandards.AUDIT));
    }

    private static BuildId id(int number) {
        return commitBuild(number).key().id();
    }

    private static Given.Said audited(int number) {
        return commitBuild(number).completing().with(coverage(90), Given.audit(TEN));
    }

    private static Given.Said plain(int number, int seconds) {
        return commitBuild(number).at(TEN.plusSeconds(seconds)).completing().with(coverage(90));
    }
}
