package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WaiversTest {
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private static final Instant ASKED = TEN.plus(Duration.ofHours(1));
    private static final Instant GRANTED = TEN.plus(Duration.ofHours(2));
    private static final Instant UNTIL = TEN.plus(Duration.ofDays(10));
    private static final Reach HERE = Reach.parse("repository:github:7");

    private final Node node = new Node(COMPILED);

    @BeforeEach
    void aFailingBuild() {
        node.upload(commitBuild(1).completing().with(coverage(90), tests(List.of("a"), List.of())));
        node.upload(
                commitBuild(2).at(TEN.plusSeconds(60)).completing().with(coverage(70), tests(List.of("a"), List.of())));
    }

    private static Waiver waiver(Reach reach, Instant from, RuleId... rules) {
        return new Waiver(
                DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"),
                new Scope(new StandardId("py"), List.of(rules), reach),
                "The generated client goes next month.",
                new Waiver.Request("ada", ASKED),
                new Validity(from, UNTIL),
                new Waiver.Approval.Awaited());
    }

    private static Waiver granted(Reach reach) {
        return waiver(reach, ASKED, PublishedStandards.COVERAGE).approved("grace", GRANTED);
    }

    @Test
    void aRequestAloneExcusesNothing() {
        node.decide(waiver(HERE, ASKED, PublishedStandards.COVERAGE));

        assertThat(node.scored()).hasSize(2);
        assertThat(node.changes()).hasSize(1);
    }

    @Test
    void anApprovalJudgesTheNewestBuildAgainAndLeavesTheRawScore() {
        var before = marks(node.scored().getLast());
        node.decide(waiver(HERE, ASKED, PublishedStandards.COVERAGE));
        node.decide(granted(HERE));

        var scored = node.scored().getLast();
        assertThat(scored.revision()).isEqualTo(2);
        assertThat(scored.provenance().asOf()).isEqualTo(GRANTED);
        assertThat(scored.provenance().decisions())
                .containsExactly(granted(HERE).id());
        assertThat(result(scored).waived()).isTrue();
        assertThat(marks(scored).score()).isEqualTo(before.score());
        assertThat(points(marks(scored).adjusted())).isGreaterThan(points(before.adjusted()));
        var change = node.changes().getLast();
        assertThat(change.direction()).isEqualTo(Direction.RECOVERY);
        assertThat(change.causes()).containsExactly(Cause.WAIVER);
        assertThat(change.transition().explanation())
                .isEqualTo("py.coverage went from FAIL to FAIL (waived), the build being the same:"
                        + " an exception began.");
        var share = Objects.requireNonNull(change.transition().share());
        assertThat(share.rule()).isZero();
        assertThat(share.causes()).isEmpty();
        assertThat(share.adjusted())
                .isPositive()
                .isEqualTo(points(marks(scored).adjusted()) - points(before.adjusted()));
        var course = Objects.requireNonNull(change.course());
        assertThat(course.against()).isEqualTo(Course.Against.SAME_BUILD);
        assertThat(course.effect())
                .isEqualTo(new Course.Effect.Closes(node.changes().getFirst().id()));
    }

    @Test
    void itEndsOnTimeThoughNoBuildComes() {
        node.decide(granted(HERE));
        node.restart();
        node.until(UNTIL.minusSeconds(1));
        assertThat(node.scored()).hasSize(3);

        node.until(UNTIL.plusSeconds(6));

        var scored = node.scored().getLast();
        assertThat(scored.provenance().asOf()).isEqualTo(UNTIL);
        assertThat(result(scored).waived()).isFalse();
        assertThat(node.changes())
                .extracting(Change::direction, Change::cause)
                .containsExactly(
                        tuple(Direction.REGRESSION, Cause.CODE),
                        tuple(Direction.RECOVERY, Cause.WAIVER),
                        tuple(Direction.REGRESSION, Cause.WAIVER));
    }

    @Test
    void itsEndComesBeforeALaterBuildOfTheRepository() {
        node.decide(granted(HERE));
        node.upload(commitBuild(3)
                .at(UNTIL.plusSeconds(60))
                .completing()
                .with(coverage(90), tests(List.of("a"), List.of())));

        assertThat(node.changes())
                .extracting(Change::direction, Change::cause)
                .endsWith(tuple(Direction.REGRESSION, Cause.WAIVER), tuple(Direction.RECOVERY, Cause.CODE));
    }

    /// Nobody ran in between, or a log is read anew: it began and ended all the same.
    @Test
    void itsBeginningAndItsEndComeBeforeALaterBuildOfTheRepository() {
        var from = TEN.plus(Duration.ofDays(2));
        node.decide(waiver(HERE, from, PublishedStandards.COVERAGE).approved("grace", GRANTED));
        node.restart();
        node.upload(commitBuild(3)
                .at(UNTIL.plusSeconds(60))
                .completing()
                .with(coverage(70), tests(List.of("a"), List.of())));

        assertThat(node.scored().subList(2, 5))
                .extracting(
                        scored -> scored.provenance().asOf(),
                        scored -> result(scored).waived())
                .containsExactly(tuple(from, true), tuple(UNTIL, false), tuple(UNTIL.plusSeconds(60), false));
        assertThat(node.changes().getLast().build().id())
                .isEqualTo(commitBuild(2).key().id());
    }

    @Test
    void itBeginsOnTime() {
        var from = TEN.plus(Duration.ofDays(2));
        node.decide(waiver(HERE, from, PublishedStandards.COVERAGE).approved("grace", GRANTED));
        assertThat(node.scored()).hasSize(2);

        node.until(from.plusSeconds(6));

        assertThat(node.scored().getLast().provenance().asOf()).isEqualTo(from);
        assertThat(result(node.scored().getLast()).waived()).isTrue();
    }

    @Test
    void aRevocationEndsIt() {
        node.decide(granted(HERE));
        node.decide(new Revocation(granted(HERE).id(), HERE, "It was mended.", "grace", GRANTED.plusSeconds(9)));

        assertThat(result(node.scored().getLast()).waived()).isFalse();
        assertThat(node.changes().getLast().cause()).isEqualTo(Cause.WAIVER);
        node.until(UNTIL.plusSeconds(6));
        assertThat(node.scored()).hasSize(4);
    }

    /// A reader that knows the first one must not take the second for a repetition.
    @Test
    void anExceptionThatEndsTwiceIsToldTwice() {
        var again = new Waiver(
                        DecisionId.parse("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XB"),
                        granted(HERE).scope(),
                        "Once more.",
                        new Waiver.Request("ada", ASKED),
                        new Validity(ASKED, UNTIL),
                        new Waiver.Approval.Awaited())
                .approved("grace", GRANTED.plusSeconds(60));
        node.decide(granted(HERE));
        node.decide(new Revocation(granted(HERE).id(), HERE, "It was mended.", "grace", GRANTED.plusSeconds(9)));
        node.decide(again);
        node.until(UNTIL.plusSeconds(6));

        assertThat(node.changes())
                .extracting(Change::direction)
                .containsExactly(
                        Direction.REGRESSION,
                        Direction.RECOVERY,
                        Direction.REGRESSION,
                        Direction.RECOVERY,
                        Direction.REGRESSION);
        assertThat(node.changes()).extracting(Change::id).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsUnderAWaiverIsNoRegression() {
        node.upload(commitBuild(3)
                .at(TEN.plusSeconds(120))
                .completing()
                .with(coverage(90), tests(List.of("a"), List.of())));
        node.decide(granted(HERE));
        node.upload(commitBuild(4)
                .at(GRANTED.plusSeconds(60))
                .completing()
                .with(coverage(70), tests(List.of("a"), List.of())));

        assertThat(node.changes()).hasSize(2);
        assertThat(result(node.scored().getLast()).waived()).isTrue();
    }

    @Test
    void lateEvidenceAfterItTellsOnlyWhatIsItsOwn() {
        node.decide(granted(HERE));
        node.restart();
        node.upload(commitBuild(2).at(TEN.plusSeconds(90)).with(tests(List.of("b"), List.of("c"))));

        assertThat(node.changes())
                .extracting(Change::rule, Change::direction)
                .containsExactly(
                        tuple(PublishedStandards.COVERAGE, Direction.REGRESSION),
                        tuple(PublishedStandards.COVERAGE, Direction.RECOVERY),
                        tuple(PublishedStandards.TESTS, Direction.REGRESSION));
        var scored = node.scored().getLast();
        assertThat(scored.provenance().asOf()).isEqualTo(GRANTED);
        assertThat(result(scored).waived()).isTrue();
    }

    @Test
    void aWaiverThatExcusesNothingIsNamed() {
        node.decide(waiver(HERE, ASKED, PublishedStandards.TESTS).approved("grace", GRANTED));
        assertThat(node.scored()).hasSize(2);

        node.upload(commitBuild(3)
                .at(GRANTED.plusSeconds(60))
                .completing()
                .with(coverage(90), tests(List.of("a"), List.of())));

        assertThat(node.scored().getLast().notes())
                .anyMatch(note -> note.startsWith("waiver:01K9ZP3V6QZ8D1T4Y7N2M5R8XA excuses nothing here"));
    }

    @Test
    void aWideOneReachesItsRepositoriesByAndBy() {
        node.decide(granted(Reach.parse("name:acme/*")));
        assertThat(node.scored()).hasSize(2);

        node.until(GRANTED.plusSeconds(6));
        assertThat(result(node.scored().getLast()).waived()).isTrue();
        node.restart();
        node.until(UNTIL.plusSeconds(6));

        assertThat(result(node.scored().getLast()).waived()).isFalse();
        assertThat(node.scored()).hasSize(4);
    }

    @Test
    void oneOfAnotherTeamDoesNot() {
        node.decide(granted(Reach.parse("team:search")));
        node.decide(granted(Reach.parse("repository:github:8")));
        node.until(GRANTED.plusSeconds(6));

        assertThat(node.scored()).hasSize(2);
    }

    @Test
    void anOrderJudgesAgainThoughNothingDiffers() {
        node.decide(new Rescore(
                DecisionId.parse("rescore:01K9ZP3V6QZ8D1T4Y7N2M5R8XA"), HERE, "A reader was wrong.", "root", GRANTED));

        assertThat(node.scored()).hasSize(3);
        assertThat(node.changes()).hasSize(1);
    }

    @Test
    void evidenceThatGrowsOldIsToldOnTimeThoughNoBuildComes() {
        node.upload(commitBuild(3).at(TEN.plusSeconds(120)).completing().with(coverage(90), audit(TEN)));
        node.restart();
        node.until(TEN.plus(Duration.ofDays(7)));
        int before = node.scored().size();

        node.until(TEN.plus(Duration.ofDays(7)).plusSeconds(6));

        assertThat(node.scored()).hasSize(before + 1);
        assertThat(node.scored().getLast().provenance().asOf())
                .isEqualTo(TEN.plus(Duration.ofDays(7)).plusMillis(1));
        assertThat(node.changes().getLast())
                .satisfies(change -> assertThat(change.rule()).isEqualTo(PublishedStandards.AUDIT))
                .satisfies(change -> assertThat(change.causes()).containsExactly(Cause.EVIDENCE));
    }

    /// The newer version's terms are stricter than those on which the exception was granted.
    @Test
    void whatANewVersionCutsShortEndsOnTimeThoughNoBuildComes() {
        node.decide(granted(HERE));
        node.publish(PublishedStandards.waivableUpTo(
                PublishedStandards.standard(1, GRANTED.plusSeconds(60)),
                PublishedStandards.COVERAGE,
                Duration.ofDays(3)));
        Walked.walked(node);
        assertThat(result(node.scored().getLast()).waived()).isTrue();
        node.restart();
        var end = GRANTED.plus(Duration.ofDays(3));
        node.until(end.minusSeconds(1));
        int before = node.scored().size();

        node.until(end.plusSeconds(6));

        assertThat(node.scored()).hasSize(before + 1);
        assertThat(node.scored().getLast().provenance().asOf()).isEqualTo(end);
        assertThat(result(node.scored().getLast()).waived()).isFalse();
        assertThat(node.changes().getLast())
                .satisfies(change -> assertThat(change.direction()).isEqualTo(Direction.REGRESSION))
                .satisfies(change -> assertThat(change.causes()).containsExactly(Cause.WAIVER));
    }

    private static RuleResult result(BuildScored scored) {
        return scored.scorecards().getFirst().results().stream()
                .filter(result -> result.rule().equals(PublishedStandards.COVERAGE))
                .findFirst()
                .orElseThrow();
    }

    private static Marks marks(BuildScored scored) {
        return scored.scorecards().getFirst().marks();
    }

    private static int points(Score score) {
        return ((Score.Known) score).basisPoints();
    }
}
