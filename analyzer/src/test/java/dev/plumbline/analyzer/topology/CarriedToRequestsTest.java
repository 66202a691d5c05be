package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// What a change request may take from the default branch, and what not.
class CarriedToRequestsTest {
    private static final Instant EIGHT_DAYS_ON = TEN.plus(Duration.ofDays(8));
    private static final Lineage REQUEST = new Lineage.ChangeRequest("5", "x", commit(1), 200);

    private final Node node = new Node(new CompiledStandards());

    /// On a busy branch there is always a build that started while the request's was under way.
    @Test
    void theAuditOfABuildThatStartedMeanwhile() {
        node.upload(audited(1));
        node.upload(audited(3).at(TEN.plusSeconds(600)));
        node.upload(request(2).started(TEN.plusSeconds(300)).at(TEN.plusSeconds(1_200)));

        assertThat(audit()).isEqualTo(Outcome.Word.PASS);
        assertThat(node.changes()).isEmpty();
    }

    @Test
    void theSameWhenMoreEvidenceOfItComesLate() {
        node.upload(audited(1));
        node.upload(request(2).at(TEN.plusSeconds(300)));
        node.upload(audited(3).at(TEN.plusSeconds(600)));
        node.upload(commitBuild(2).on(REQUEST).at(TEN.plusSeconds(1_200)).with(Given.ruffSettings("F401")));

        assertThat(node.scored().getLast().revision()).isEqualTo(2);
        assertThat(audit()).isEqualTo(Outcome.Word.PASS);
        assertThat(node.changes()).isEmpty();
    }

    @Test
    void nothingThatIsAboutCodeAndNothingThatIsTooOld() {
        node.upload(audited(1));
        node.upload(commitBuild(2).on(REQUEST).completing().at(TEN.plus(Duration.ofDays(8))));

        assertThat(Rig.words(node.scored().getLast()).get(PublishedStandards.COVERAGE))
                .isEqualTo(Outcome.Word.MISSING);
        assertThat(audit()).isEqualTo(Outcome.Word.MISSING);
    }

    @Test
    void itsOwnGoesFirst() {
        node.upload(audited(1));
        node.upload(request(2).at(TEN.plusSeconds(300)).with(coverage(90), Given.audit(TEN.plusSeconds(250))));
        node.upload(audited(3).at(TEN.plusSeconds(600)));
        node.upload(request(4).at(TEN.plusSeconds(900)));

        assertThat(node.scored().getLast().provenance().evidence())
                .filteredOn(use -> use.kind().equals(Kind.AUDIT))
                .extracting(EvidenceUse::carriedFrom)
                .containsExactly(commitBuild(2).key().id());
    }

    @Test
    void anOldOneOfItsOwnLineHidesNoFreshOne() {
        node.upload(request(2).with(coverage(90), Given.audit(TEN)));
        node.upload(audited(3, EIGHT_DAYS_ON));
        node.upload(request(4).at(EIGHT_DAYS_ON.plusSeconds(60)));

        assertThat(audit()).isEqualTo(Outcome.Word.PASS);
        assertThat(carriedFrom()).containsExactly(commitBuild(3).key().id());
    }

    @Test
    void anOldOneThatItBringsHidesNoFreshOne() {
        node.upload(audited(3, EIGHT_DAYS_ON));
        node.upload(request(4).at(EIGHT_DAYS_ON.plusSeconds(60)).with(coverage(90), Given.audit(TEN)));

        assertThat(audit()).isEqualTo(Outcome.Word.PASS);
        assertThat(carriedFrom()).containsExactly(commitBuild(3).key().id());
        assertThat(node.scored().getLast().notes())
                .anyMatch(note -> note.contains(
                        "audit is carried from build " + commitBuild(3).key().id()));
    }

    @Test
    void whereAllAreOldItsOwnIsJudged() {
        node.upload(audited(1));
        node.upload(request(4).at(EIGHT_DAYS_ON).with(coverage(90), Given.audit(TEN)));

        assertThat(audit()).isEqualTo(Outcome.Word.MISSING);
        assertThat(carriedFrom()).containsOnlyNulls();
    }

    /// Whether the build before the newest carried an audit is not known where none is kept from before it.
    @Test
    void noRecoveryIsToldOfAnAuditThatIsKeptNoMore() {
        node.upload(commitBuild(2).completing().at(TEN.plusSeconds(60)).with(coverage(90)));
        node.upload(audited(3, TEN.plusSeconds(120)));
        var otherwise = PublishedStandards.combining(
                PublishedStandards.standard(1, TEN.plusSeconds(180)), Map.of(PublishedStandards.AUDIT, Combine.LATEST));
        node.publish(otherwise);
        Walked.walked(node);
        var before = node.changes().size();
        var request = new Lineage.ChangeRequest("6", "y", commit(2), 200);
        node.upload(
                commitBuild(4).on(request).completing().at(TEN.plusSeconds(240)).with(coverage(90)));

        assertThat(audit()).isEqualTo(Outcome.Word.PASS);
        assertThat(node.changes().subList(before, node.changes().size())).isEmpty();
        assertThat(node.scored().getLast().notes()).anyMatch(note -> note.contains("py.audit"));
    }

    private List<BuildId> carriedFrom() {
        return node.scored().getLast().provenance().evidence().stream()
                .filter(use -> use.kind().equals(Kind.AUDIT))
                .map(EvidenceUse::carriedFrom)
                .toList();
    }

    private static Given.Said audited(int number, Instant at) {
        return commitBuild(number).at(at).completing().with(coverage(90), Given.audit(at));
    }

    private Outcome.Word audit() {
        return Objects.requireNonNull(Rig.words(node.scored().getLast()).get(PublishedStandards.AUDIT));
    }

    private static Given.Said audited(int number) {
        return commitBuild(number).completing().with(coverage(90), Given.audit(TEN));
    }

    private static Given.Said request(int number) {
        return commitBuild(number).on(REQUEST).completing().with(coverage(90));
    }
}
