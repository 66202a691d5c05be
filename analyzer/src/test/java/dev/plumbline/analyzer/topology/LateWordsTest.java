package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.comparing.Telling;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Course;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// More comes of a build after others have come: what is said then is what happened.
class LateWordsTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final Evidence OK = tests(List.of("a"), List.of());

    private final Node node = new Node(COMPILED);

    @Test
    void whatIsComparedWithAnotherBuildByNowIsToldAnewAndNotTakenBackByEvidence() {
        var request = new Lineage.ChangeRequest("5", "x", null, 200);
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 60, coverage(70), OK).on(request));
        node.upload(done(3, 120, coverage(91), OK));
        node.upload(commitBuild(2).on(request).at(TEN.plusSeconds(180)).with(audit(TEN)));

        assertThat(texts(PublishedStandards.COVERAGE.value()))
                .containsExactly(
                        "py.coverage went from PASS to FAIL since commit 000000000000: the code changed."
                                + " Baseline: latest, for the merge base was not stated.",
                        "Superseded: more came of the same build, and it is compared with build " + id(3)
                                + " instead of " + id(1)
                                + "; that py.coverage went from PASS to FAIL is told anew.",
                        "py.coverage went from PASS to FAIL since commit 000000000000: the code changed."
                                + " Baseline: latest, for the merge base was not stated.");
    }

    /// The cause is a part of a change's id.
    @Test
    void whatHasAnotherCauseByNowIsToldAnew() {
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 60, coverage(70), OK));
        var told = node.changes().getFirst();
        var anew = told.under(new Change.Id("0".repeat(32)));

        var tell = new Telling(List.of(told), List.of(anew), told.baseline()).changes(TEN.plusSeconds(90));

        assertThat(tell).extracting(Change::id).containsExactly(told.id(), anew.id());
        assertThat(tell.getFirst().transition().explanation())
                .isEqualTo("Superseded: by later evidence of the same build, py.coverage went from PASS to FAIL for"
                        + " another reason; it is told anew.");
    }

    @Test
    void whatMoreEvidenceMendsIsTakenBackByIt() {
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 60, OK));
        node.upload(commitBuild(2).at(TEN.plusSeconds(90)).with(coverage(91)));

        assertThat(texts(PublishedStandards.COVERAGE.value()))
                .containsExactly(
                        "py.coverage went from PASS to MISSING since commit 000000000000: its evidence is absent"
                                + " (coverage). Also different: the code.",
                        "Superseded: later evidence of the same build takes back that py.coverage went from PASS to"
                                + " MISSING.");
    }

    @Test
    void evidenceThatNeverWasThereIsNotThereAgain() {
        node.upload(done(1, 0, coverage(90)));
        node.upload(done(2, 60, coverage(90), OK));

        assertThat(texts(PublishedStandards.TESTS.value()))
                .containsExactly("py.tests went from MISSING to PASS since commit 000000000000: its evidence is there"
                        + " now (tests:unit). Also different: the code.");
    }

    /// Not every job of a build says when it began.
    @Test
    void aBuildThatTurnsOutToHaveBegunBeforeAnotherIsJudgedAsIfThatHadBeenKnown() {
        var closing = done(3, 2_000, coverage(70), OK);
        var begun = commitBuild(3)
                .at(TEN.plusSeconds(3_000))
                .started(TEN.plusSeconds(500))
                .with(audit(TEN));
        var other = new Node(COMPILED);
        for (var one : List.of(node, other)) {
            one.upload(done(1, 0, coverage(90), OK));
            one.upload(done(2, 1_000, coverage(90), OK));
            (one == node ? List.of(closing, begun) : List.of(begun, closing)).forEach(one::upload);
            one.restart();
            one.upload(done(4, 4_000, coverage(70), OK));
            one.upload(done(5, 5_000, coverage(90), OK));
        }

        assertThat(node.content()).isEqualTo(other.content());
        assertThat(node.standing()).isEqualTo(other.standing());
        assertThat(node.eventIds()).doesNotHaveDuplicates();
        assertThat(node.changes())
                .filteredOn(change -> change.rule().equals(PublishedStandards.COVERAGE))
                .extracting(Change::direction, change -> change.build().id(), Change::baseline, Change::supersedes)
                .containsExactly(
                        tuple(Direction.REGRESSION, id(3), id(2), false),
                        tuple(Direction.RECOVERY, id(3), id(2), true),
                        tuple(Direction.REGRESSION, id(4), id(2), false),
                        tuple(Direction.RECOVERY, id(5), id(4), false));
    }

    /// Nobody looked at it while it was not the newest.
    @Test
    void ofTheBuildThatIsTheNewestInItsPlaceItIsToldThatItsEvidenceHasGrownOld() {
        var week = TEN.plus(Duration.ofDays(7));
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(2, 1_000, coverage(90), OK, audit(TEN)));
        node.upload(done(3, 2_000, coverage(90), OK, audit(TEN.plusSeconds(1_990))));
        node.until(week.plusSeconds(60));
        node.upload(commitBuild(3)
                .at(week.plusSeconds(600))
                .started(TEN.plusSeconds(500))
                .with(coverage(90)));
        node.restart();
        node.until(week.plusSeconds(700));

        assertThat(node.scored().getLast().build().id()).isEqualTo(id(2));
        assertThat(node.changes().getLast())
                .satisfies(change -> assertThat(change.rule()).isEqualTo(PublishedStandards.AUDIT))
                .satisfies(change -> assertThat(change.direction()).isEqualTo(Direction.REGRESSION))
                .satisfies(change -> assertThat(change.cause()).isEqualTo(Cause.EVIDENCE));
    }

    /// More than two newer builds have replaced the audit that it would have carried.
    @Test
    void nothingIsToldByTheAbsenceOfWhatIsNoLongerKept() {
        for (int number : new int[] {1, 3, 4, 5, 6}) {
            node.upload(done(number, 100 * number, coverage(90), audit(TEN)));
        }
        node.upload(done(2, 700, coverage(90)).started(TEN.plusSeconds(250)));
        var late = node.scored().getLast();
        node.restart();
        node.upload(done(7, 800, coverage(90)).on(new Lineage.ChangeRequest("5", "x", commit(2), 200)));

        assertThat(late.notes())
                .containsExactly("audit: the build brought none, and whether there was one before it that it would"
                        + " carry is no longer known, for newer builds have brought theirs; nothing is told by its"
                        + " absence.");
        assertThat(node.scored().getLast().provenance().baseline()).isEqualTo(id(2));
        assertThat(node.scored().getLast().moves())
                .singleElement()
                .satisfies(move -> assertThat(move.causes()).containsOnlyKeys(Cause.EVIDENCE));
        assertThat(node.changes()).isEmpty();
    }

    /// The base was built before thirty others, which came between two uploads of the request's build.
    @Test
    void aMergeBaseThatLeavesTheLastThirtyIsSaid() {
        var request = new Lineage.ChangeRequest("5", "x", commit(1), 200);
        node.upload(done(1, 0, coverage(90), OK));
        node.upload(done(50, 60, coverage(70), OK).on(request));
        for (int number = 2; number <= 31; number++) {
            node.upload(done(number, 60 * number + 60, coverage(90), OK));
        }
        node.upload(commitBuild(50).on(request).at(TEN.plusSeconds(3_000)).with(audit(TEN)));

        assertThat(node.changes())
                .filteredOn(change -> change.rule().equals(PublishedStandards.COVERAGE))
                .extracting(
                        Change::direction,
                        change -> Objects.requireNonNull(change.course()).against(),
                        Change::supersedes)
                .containsExactly(
                        tuple(Direction.REGRESSION, Course.Against.MERGE_BASE, false),
                        tuple(Direction.RECOVERY, Course.Against.MERGE_BASE, true),
                        tuple(Direction.REGRESSION, Course.Against.LATEST, false));
        assertThat(texts(PublishedStandards.COVERAGE.value()).getLast())
                .endsWith("Baseline: latest, for the merge base 000000000000 is not among the builds kept.");
        assertThat(node.scored().getLast().provenance().baseline()).isEqualTo(id(31));
    }

    private List<String> texts(String rule) {
        return node.changes().stream()
                .filter(change -> change.rule().value().equals(rule))
                .map(change -> change.transition().explanation())
                .toList();
    }

    private static Given.Said done(int number, int seconds, Evidence... evidence) {
        return commitBuild(number).at(TEN.plusSeconds(seconds)).completing().with(evidence);
    }

    private static BuildId id(int number) {
        return commitBuild(number).key().id();
    }
}
