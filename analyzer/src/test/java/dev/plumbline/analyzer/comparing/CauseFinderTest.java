package dev.plumbline.analyzer.comparing;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static dev.plumbline.model.score.Outcome.Word.FAIL;
import static dev.plumbline.model.score.Outcome.Word.MISSING;
import static dev.plumbline.model.score.Outcome.Word.NOT_APPLICABLE;
import static dev.plumbline.model.score.Outcome.Word.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CauseFinderTest {
    private static final List<Requirement> COVERAGE = List.of(new Requirement(Kind.COVERAGE, List.of(), List.of()));
    private static final List<Requirement> TESTS = List.of(new Requirement(Kind.UNIT_TESTS, List.of(), List.of()));
    private static final List<Requirement> AUDIT = List.of(new Requirement(Kind.AUDIT, List.of(), List.of()));
    private static final List<Requirement> RUFF =
            List.of(new Requirement(Kind.findings("ruff"), List.of("F401", "S608"), List.of()));

    @Test
    void coverageThatFellIsTheCodesDoing() {
        assertThat(causes(COVERAGE, PASS, side(1, coverage(90)), FAIL, side(2, coverage(70))))
                .containsExactly(Cause.CODE);
    }

    @Test
    void coverageThatDidNotComeIsEvidence() {
        assertThat(causes(COVERAGE, PASS, side(1, coverage(90)), MISSING, side(2)))
                .startsWith(Cause.EVIDENCE)
                .contains(Cause.CODE);
        assertThat(causes(COVERAGE, MISSING, side(1), PASS, side(2, coverage(90))))
                .startsWith(Cause.EVIDENCE);
    }

    @Test
    void anAlternativeThatIsJudgedInsteadIsAnotherTool() {
        var ruff = RUFF.getFirst();
        var flake8 = new Requirement(Kind.findings("flake8"), List.of(), List.of());
        var either = new Requirement(ruff.kind(), ruff.rules(), ruff.areas(), List.of(flake8));
        var before = side(1, ruff("0.14", Map.of()));
        var after = side(2, coverage(90));

        assertThat(Alternatives.judged(List.of(either), before.inputs(), before.inputs()))
                .containsExactly(ruff);
        assertThat(Alternatives.judged(List.of(either), after.inputs(), after.inputs()))
                .containsExactly(ruff);
        assertThat(causes(List.of(ruff, COVERAGE.getFirst()), PASS, before, FAIL, after))
                .startsWith(Cause.TOOL);
    }

    @Test
    void anAuditThatGrewOldIsEvidence() {
        assertThat(causes(AUDIT, PASS, side(1, audit(TEN)), MISSING, side(2, audit(TEN.minusSeconds(9_999_999)))))
                .startsWith(Cause.EVIDENCE);
    }

    @Test
    void theSameReportJudgedLaterIsEvidenceAndByAnotherEngineIsTheEngine() {
        var before = side(1, audit(TEN));
        var newer = new Flip.Side(commit(2), before.subject(), "plumbline/2", before.inputs());

        assertThat(causes(AUDIT, PASS, before, FAIL, side(2, audit(TEN)))).startsWith(Cause.EVIDENCE);
        assertThat(causes(AUDIT, PASS, before, FAIL, newer)).containsExactly(Cause.ENGINE);
    }

    @Test
    void aFailingTestThatVanishedIsNoRepair() {
        var before = side(1, tests(List.of("a"), List.of("z")));

        assertThat(causes(TESTS, FAIL, before, PASS, side(2, tests(List.of("a"), List.of()))))
                .startsWith(Cause.EVIDENCE);
        assertThat(causes(TESTS, FAIL, before, PASS, side(2, tests(List.of("a", "z"), List.of()))))
                .containsExactly(Cause.CODE);
    }

    @Test
    void oneRepairedAndOneVanishedIsTheCodeWithEvidence() {
        var before = side(1, tests(List.of("a"), List.of("y", "z")));

        assertThat(causes(TESTS, FAIL, before, PASS, side(2, tests(List.of("a", "z"), List.of()))))
                .containsExactly(Cause.CODE, Cause.EVIDENCE);
    }

    @Test
    void findingsOfARuleThatWasNotRunBeforeAreTheToolsDoing() {
        var before = side(1, ruff("0.14", Map.of()), ruffSettings("F401"));
        var after = side(2, ruff("0.15", Map.of("S608", 1)), ruffSettings("F401", "S608"));

        assertThat(causes(RUFF, PASS, before, FAIL, after)).startsWith(Cause.TOOL);
    }

    @Test
    void oneFindingOfARuleThatWasRunBeforeMakesItTheCodes() {
        var before = side(1, ruff("0.14", Map.of()), ruffSettings("F401"));
        var after = side(2, ruff("0.15", Map.of("S608", 1, "F401", 1)), ruffSettings("F401", "S608"));

        assertThat(causes(RUFF, PASS, before, FAIL, after)).containsExactly(Cause.CODE, Cause.TOOL);
    }

    @Test
    void aRuleThatIsNoLongerRunIsTheToolsDoing() {
        var before = side(1, ruff("0.14", Map.of()), ruffSettings("F401", "S608"));

        assertThat(causes(RUFF, PASS, before, MISSING, side(2, ruff("0.14", Map.of()), ruffSettings("F401"))))
                .startsWith(Cause.TOOL);
        assertThat(causes(RUFF, PASS, before, MISSING, side(2, ruff("0.14", Map.of()))))
                .startsWith(Cause.EVIDENCE);
    }

    @Test
    void theSameCommitWithAnotherResultIsTheToolsDoing() {
        assertThat(causes(
                        TESTS,
                        PASS,
                        side(1, tests(List.of("a"), List.of())),
                        FAIL,
                        side(1, tests(List.of(), List.of("a")))))
                .containsExactly(Cause.TOOL);
    }

    @Test
    void anExceptionThatBeganOrEndedIsAWaiver() {
        var side = side(1, coverage(50));
        var worse = side(2, coverage(40));

        assertThat(causes(COVERAGE, new Verdict(FAIL, false), side, new Verdict(FAIL, true), worse))
                .startsWith(Cause.WAIVER);
        assertThat(causes(COVERAGE, new Verdict(FAIL, true), side, new Verdict(FAIL, false), worse))
                .startsWith(Cause.WAIVER);
    }

    @Test
    void aRuleThatNoLongerConcernsTheRepositoryIsOwnership() {
        var before = side(1, coverage(50));
        var after = new Flip.Side(commit(2), Digest.ofText("a library"), "plumbline/1", before.inputs());

        assertThat(causes(COVERAGE, FAIL, before, NOT_APPLICABLE, after)).startsWith(Cause.OWNERSHIP);
    }

    private static List<Cause> causes(
            List<Requirement> requires,
            Outcome.Word before,
            Flip.Side sideBefore,
            Outcome.Word after,
            Flip.Side sideAfter) {
        return causes(requires, new Verdict(before, false), sideBefore, new Verdict(after, false), sideAfter);
    }

    private static List<Cause> causes(
            List<Requirement> requires, Verdict before, Flip.Side sideBefore, Verdict after, Flip.Side sideAfter) {
        var direction = Standing.direction(before, after).orElseThrow();
        return new CauseFinder(new Flip(direction, before, after, requires, sideBefore, sideAfter)).causes();
    }

    private static Flip.Side side(int commit, Evidence... evidence) {
        var byKind = Stream.of(evidence).collect(Collectors.toMap(Evidence::kind, Function.identity()));
        return new Flip.Side(
                commit(commit),
                Digest.ofText("a service"),
                "plumbline/1",
                Inputs.of((kind, _) -> byKind.get(kind), Set.of(), TEN));
    }
}
