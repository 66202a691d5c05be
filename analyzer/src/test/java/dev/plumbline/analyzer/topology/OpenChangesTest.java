package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Course;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OpenChangesTest {
    private static final Evidence RUN = ruffSettings("F401", "S608");
    private static final CompiledStandards COMPILED = new CompiledStandards();
    private final Node node = new Node(COMPILED);
    private int minutes;

    @Test
    void aRegressionIsToldOnceAndClosedByOneRecovery() {
        covered(1, 90);
        covered(2, 70);
        covered(3, 60);
        covered(4, 90);
        covered(5, 91);

        assertThat(node.changes())
                .extracting(Change::direction)
                .containsExactly(Direction.REGRESSION, Direction.RECOVERY);
        assertThat(effect(1))
                .isEqualTo(new Course.Effect.Closes(node.changes().getFirst().id()));
    }

    @Test
    void whatALaterRevisionTakesBackNoLongerStandsAndCanBeToldAnew() {
        covered(1, 90);
        said(commitBuild(2), tests(List.of("a"), List.of()));
        said(commitBuild(2), coverage(95));
        covered(3, 70);

        var ofCoverage = node.changes().stream()
                .filter(change -> change.rule().equals(PublishedStandards.COVERAGE))
                .toList();
        assertThat(ofCoverage)
                .extracting(Change::direction, Change::supersedes)
                .containsExactly(
                        tuple(Direction.REGRESSION, false),
                        tuple(Direction.RECOVERY, true),
                        tuple(Direction.REGRESSION, false));
    }

    /// Told, taken back, and told after all: three events of one change.
    @Test
    void eachRecordOfAChangeIsAnEventOfItsOwn() {
        covered(1, 90);
        said(commitBuild(2), tests(List.of("a"), List.of()));
        said(commitBuild(2), coverage(95));
        covered(3, 70);
        covered(2, 60);

        assertThat(node.changes().stream().map(Change::id).distinct().count())
                .isLessThan(node.changes().size());
        assertThat(node.eventIds()).hasSameSizeAs(node.changes()).doesNotHaveDuplicates();
    }

    @Test
    void lateEvidenceOfABuildThatIsNoLongerTheNewestTakesNothingBack() {
        covered(1, 90);
        covered(2, 70);
        covered(3, 71);
        said(commitBuild(2), tests(List.of("a"), List.of()));

        assertThat(node.changes()).hasSize(1);
        var late = node.scored().getLast();
        assertThat(late.revision()).isEqualTo(2);
        assertThat(late.provenance().baseline()).isEqualTo(commitBuild(1).key().id());
    }

    @Test
    void whatStandsOutlastsANewVersionOfTheStandardAndIsClosedByTheCode() {
        said(commitBuild(1), coverage(90), lint(0), RUN);
        said(commitBuild(2), coverage(90), lint(3), RUN);
        node.publish(1);
        said(commitBuild(3), coverage(90), lint(0), RUN);

        assertThat(node.changes())
                .extracting(Change::direction, Change::cause)
                .containsExactly(tuple(Direction.REGRESSION, Cause.CODE), tuple(Direction.RECOVERY, Cause.CODE));
        assertThat(effect(1))
                .isEqualTo(new Course.Effect.Closes(node.changes().getFirst().id()));
    }

    @Test
    void anOlderMergeBaseWasJudgedByAnotherVersionAndTheRuleIsNotCompared() {
        said(commitBuild(1), coverage(90), lint(0), RUN);
        said(commitBuild(2), coverage(90), lint(0), RUN);
        said(commitBuild(4), coverage(90), lint(0), RUN);
        node.publish(1);
        said(commitBuild(3).on(new Lineage.ChangeRequest("5", "x", commit(1), 200)), coverage(90), lint(3), RUN);

        assertThat(node.changes()).isEmpty();
        assertThat(node.scored().getLast().notes())
                .contains("not compared with commit 000000000000 (standard changed): py.lint.");
    }

    @Test
    void aChangeRequestTellsOnceWhatItMakesWorseAndOnceThatItIsMended() {
        covered(1, 90);
        request(2, "5", 200, coverage(70));
        request(3, "5", 200, coverage(60));
        node.restart();
        request(4, "5", 200, coverage(90));
        request(5, "5", 200, coverage(95));
        request(6, "6", 200, coverage(10));

        assertThat(node.changes())
                .extracting(
                        Change::direction, change -> change.build().lineage().id())
                .containsExactly(
                        tuple(Direction.REGRESSION, "change:5"),
                        tuple(Direction.RECOVERY, "change:5"),
                        tuple(Direction.REGRESSION, "change:6"));
        assertThat(effect(1))
                .isEqualTo(new Course.Effect.Closes(node.changes().getFirst().id()));
        assertThat(Objects.requireNonNull(node.changes().getFirst().course()).against())
                .isEqualTo(Course.Against.MERGE_BASE);
    }

    @Test
    void aSmallChangeIsNotHeldToRatiosAndTheResultSaysSo() {
        covered(1, 90);
        request(2, "5", 19, coverage(70));
        request(3, "6", 20, coverage(70));
        request(4, "7", 19, tests(List.of(), List.of("a")));

        assertThat(node.changes())
                .extracting(change -> change.build().lineage().id())
                .containsExactly("change:6");
        assertThat(node.scored().get(1).notes())
                .contains("small change (19 changed lines, under 20): not held to ratios, else worse: py.coverage.");
        assertThat(node.scored().get(2).notes()).noneMatch(note -> note.startsWith("small change"));
    }

    @Test
    void anUnknownMergeBaseIsSaid() {
        covered(1, 90);
        said(commitBuild(2).on(new Lineage.ChangeRequest("5", "x", commit(77), 200)), coverage(70));
        said(commitBuild(3).on(new Lineage.ChangeRequest("6", "x", null, 200)), coverage(70));

        assertThat(node.scored().get(1).notes())
                .anyMatch(note -> note.startsWith("baseline: latest") && note.contains("not among the last 30"));
        assertThat(node.scored().get(2).notes()).anyMatch(note -> note.contains("was not stated"));
        assertThat(node.changes())
                .extracting(change -> Objects.requireNonNull(change.course()).against())
                .containsOnly(Course.Against.LATEST);
    }

    @Test
    void aFurtherRunOfTheCommitTellsWhatGotWorseAndClosesOnlyThat() {
        covered(1, 90);
        covered(2, 70);
        said(commitBuild(2).run("again", 2), coverage(90));
        assertThat(node.changes()).hasSize(1);

        said(commitBuild(2).run("night", 1), coverage(70), lint(3), RUN);
        said(commitBuild(2).run("night-2", 1), coverage(70), lint(3), RUN);
        said(commitBuild(3), coverage(90), lint(0), RUN);

        assertThat(node.changes())
                .extracting(Change::direction, Change::rule)
                .containsExactly(
                        tuple(Direction.REGRESSION, PublishedStandards.COVERAGE),
                        tuple(Direction.RECOVERY, PublishedStandards.COVERAGE),
                        tuple(Direction.RECOVERY, PublishedStandards.LINT));
    }

    @Test
    void whatAFurtherRunOpenedTheNextBuildCloses() {
        said(commitBuild(1), coverage(90), lint(0), RUN);
        said(commitBuild(1).run("night", 1), coverage(90), lint(3), RUN);
        node.restart();
        said(commitBuild(1).run("night-2", 1), coverage(90), lint(3), RUN);
        said(commitBuild(2), coverage(90), lint(0), RUN);

        assertThat(node.changes())
                .extracting(Change::direction, Change::rule)
                .containsExactly(
                        tuple(Direction.REGRESSION, PublishedStandards.LINT),
                        tuple(Direction.RECOVERY, PublishedStandards.LINT));
        assertThat(effect(1))
                .isEqualTo(new Course.Effect.Closes(node.changes().getFirst().id()));
    }

    @Test
    void aRuleThatFlipsToAndFroIsLeftAloneAndToldWhenItRests() {
        for (int number = 1; number <= 8; number++) {
            covered(number, number % 2 == 1 ? 90 : 70);
        }

        assertThat(node.changes())
                .extracting(change -> Objects.requireNonNull(change.course()).told())
                .containsExactly(true, true, true, true, false, false, false);
        assertThat(Objects.requireNonNull(node.changes().getLast().course()).damped())
                .isEqualTo(3);

        node.restart();
        minutes += 25 * 60;
        covered(9, 71);
        covered(10, 72);

        var atLast = node.changes().getLast();
        assertThat(node.changes()).hasSize(8);
        assertThat(Objects.requireNonNull(atLast.course()).told()).isTrue();
        assertThat(atLast.course().damped()).isEqualTo(3);
        assertThat(atLast.id()).isEqualTo(node.changes().get(6).id());
        assertThat(atLast.transition().explanation()).contains("3 flips were not told");
    }

    private Course.Effect effect(int change) {
        return Objects.requireNonNull(node.changes().get(change).course()).effect();
    }

    private void covered(int number, int percent) {
        said(commitBuild(number), coverage(percent));
    }

    private void request(int number, String change, int lines, Evidence evidence) {
        said(commitBuild(number).on(new Lineage.ChangeRequest(change, "x", commit(1), lines)), evidence);
    }

    private void said(Given.Said build, Evidence... evidence) {
        minutes++;
        node.upload(build.at(TEN.plus(Duration.ofMinutes(minutes))).completing().with(evidence));
    }

    private static Evidence lint(int open) {
        return ruff("0.14", open == 0 ? Map.of() : Map.of("F401", open));
    }
}
