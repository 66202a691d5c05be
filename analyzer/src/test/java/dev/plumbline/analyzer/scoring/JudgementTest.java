package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.NOON;
import static dev.plumbline.analyzer.scoring.Samples.RUFF;
import static dev.plumbline.analyzer.scoring.Samples.audit;
import static dev.plumbline.analyzer.scoring.Samples.carried;
import static dev.plumbline.analyzer.scoring.Samples.closed;
import static dev.plumbline.analyzer.scoring.Samples.coverage;
import static dev.plumbline.analyzer.scoring.Samples.group;
import static dev.plumbline.analyzer.scoring.Samples.open;
import static dev.plumbline.analyzer.scoring.Samples.ruff;
import static dev.plumbline.analyzer.scoring.Samples.ruffSettings;
import static dev.plumbline.analyzer.standard.TestStandards.compiled;
import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static dev.plumbline.analyzer.standard.TestStandards.warned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.TestStandards.Draft;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.TimeSpread;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final Draft HALF =
            draft("half").asserts("coverage.lineRatio >= 0.5", "half", "{coverage.lineRatio|percent}");
    private static final Draft NO_SQL = draft("sql")
            .requires(new Requirement(RUFF, List.of("S608", "S61*"), List.of(Area.SOURCE)))
            .asserts("findings.ruff.open == 0", "none", "{findings.ruff.byRule}");
    private static final Draft CLEAN = draft("audit")
            .requires(Kind.AUDIT)
            .maxAge(Duration.ofDays(7))
            .asserts("audit.open == 0", "none", "{audit.open}");
    private static final Subject LIBRARY = new Subject(List.of("go"), "library", null, null);

    private static Outcome judge(Draft draft, Case judged) {
        return Scoring.score(warned(compiled(draft)), judged)
                .results()
                .getFirst()
                .outcome();
    }

    @Test
    void anAssertionThatHoldsOverEvidencePasses() {
        assertThat(judge(HALF, closed(coverage(5, 10)))).isEqualTo(new Outcome.Passed("half", "50 %"));
    }

    @Test
    void anAssertionThatDoesNotHoldFailsWithWhatWasFound() {
        assertThat(judge(HALF, closed(coverage(1, 3))))
                .isEqualTo(new Outcome.Failed("it", "half", "33.33 %", 0, List.of()));
    }

    /// A limit from above holds for a 0 that stands for «nobody measured it».
    @Test
    void whatNobodyMeasuredIsNoZero() {
        var quick = draft("quick")
                .requires(Kind.UNIT_TESTS)
                .asserts("tests.unit.total > 0 && tests.unit.p95Seconds <= 1.0", "quick", "{tests.unit.p95Seconds}");
        var counted = draft("counted")
                .requires(Kind.UNIT_TESTS)
                .asserts("tests.unit.total > 0", "some", "{tests.unit.total} in {tests.unit.totalSeconds|seconds}");
        var untimed = with(Samples.tests(3, 0, 1_000), TestTimes.NONE);
        String reason = "the evidence of tests:unit says of no test how long it took; send a report that does.";

        assertThat(judge(quick, closed(untimed))).isEqualTo(new Outcome.Missing("quick", reason));
        assertThat(judge(quick, open(List.of(), untimed)).word()).isEqualTo(Outcome.Word.PENDING);
        assertThat(judge(quick, closed(with(untimed, new TestTimes(0, 0, 0, 0, TimeSpread.of(new long[3], 3)))))
                        .word())
                .isEqualTo(Outcome.Word.PASS);
        assertThat(judge(quick, closed(with(Samples.tests(0, 0, 1_000), TestTimes.NONE)))
                        .word())
                .isEqualTo(Outcome.Word.FAIL);
        assertThat(judge(counted, closed(untimed)))
                .as("what is only shown")
                .isEqualTo(new Outcome.Passed("some", "3 in 0 s"));
    }

    @Test
    void branchesThatNobodyCountedAreNotUncovered() {
        var branches = draft("branches").asserts("coverage.branchRatio >= 0.5", "half", "{coverage.branchRatio}");

        assertThat(judge(branches, closed(coverage(5, 10))))
                .isEqualTo(new Outcome.Missing(
                        "half", "the evidence of coverage counts no branches; have the tool measure them."));
    }

    private static Evidence with(Evidence tests, TestTimes times) {
        var it = (TestsEvidence) tests;
        return new TestsEvidence(
                it.kind(), it.source(), it.counted(), it.declared(), times, it.notPassed(), it.names());
    }

    @Test
    void theFirstAssertionThatDoesNotHoldIsTheVerdict() {
        var both = draft("both")
                .asserts(
                        new Assertion("files", "coverage.files > 5", "files", "{coverage.files}"),
                        new Assertion("lines", "coverage.linesTotal > 50", "lines", "{coverage.linesTotal}"));

        assertThat(judge(both, closed(coverage(1, 3))))
                .isEqualTo(new Outcome.Failed("files", "files", "3", 0, List.of()));
    }

    @Test
    void aConditionThatIsDefinitelyFalseMakesARuleNotApplicable() {
        var services = HALF.when("subject.type == 'service'");

        assertThat(judge(services, closed(LIBRARY, coverage(0, 10))))
                .isEqualTo(new Outcome.NotApplicable("«subject.type == 'service'» does not hold here."));
    }

    @Test
    void applicabilityIsAskedBeforeEvidence() {
        var services = HALF.when("subject.type == 'service'");

        assertThat(judge(services, closed(LIBRARY)).word()).isEqualTo(Outcome.Word.NOT_APPLICABLE);
    }

    @Test
    void aFactThatNobodyStatedNeverMakesARuleInapplicable() {
        var services = HALF.when("subject.type == 'service'", "subject.languages.exists(l, l == 'python')");

        assertThat(judge(services, closed(coverage(0, 10))).word()).isEqualTo(Outcome.Word.FAIL);
    }

    @Test
    void oneKnownFactDecidesWhereTheOtherIsUnknown() {
        var both = HALF.when("subject.lifecycle == 'production' && subject.type == 'service'");
        var either = HALF.when("subject.lifecycle == 'production' || subject.type == 'service'");

        assertThat(judge(both, closed(LIBRARY, coverage(9, 10))).word()).isEqualTo(Outcome.Word.NOT_APPLICABLE);
        assertThat(judge(either, closed(LIBRARY, coverage(9, 10))).word()).isEqualTo(Outcome.Word.PASS);
    }

    @Test
    void aConditionThatBreaksOverKnownFactsIsAnError() {
        var odd = HALF.when("subject.languages[7] == 'python'");

        assertThat(judge(odd, closed(LIBRARY, coverage(9, 10)))).isInstanceOf(Outcome.Errored.class);
    }

    @Test
    void absentEvidenceIsPendingWhileTheBuildIsOpen() {
        assertThat(judge(HALF, open(List.of()))).isEqualTo(new Outcome.Pending(List.of(Kind.COVERAGE)));
    }

    @Test
    void absentEvidenceIsMissingOnceTheBuildIsClosed() {
        assertThat(judge(HALF, closed()))
                .isEqualTo(new Outcome.Missing(
                        "half", "the build closed without coverage evidence; send it with the build."));
    }

    @Test
    void aToolThatFailedProvesNothing() {
        var broken = coverage(9, 10, Samples.run("coverage.py", ToolRun.Success.FAILED));

        assertThat(judge(HALF, closed(broken)))
                .isEqualTo(
                        new Outcome.Errored("coverage.py 1.2.3 did not do its work (exit code 2): its coverage report"
                                + " proves nothing."));
    }

    @Test
    void noFindingFromAToolWhoseRulesNobodyStatedIsMissing() {
        assertThat(judge(NO_SQL, closed(ruff())))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.reason())
                                .contains("ruff check --show-settings")
                                .contains("settings:ruff"));
    }

    @Test
    void whileTheBuildIsOpenTheSettingsMayStillCome() {
        assertThat(judge(NO_SQL, open(List.of(), ruff())))
                .isEqualTo(new Outcome.Pending(List.of(Kind.settings("ruff"))));
    }

    @Test
    void noFindingFromAToolThatRanWithoutTheRuleIsMissing() {
        assertThat(judge(NO_SQL, closed(ruff(), ruffSettings(List.of("S608", "E501")))))
                .isEqualTo(new Outcome.Missing("none", "ruff ran without S61*; enable it."));
    }

    @Test
    void whatReportAndSettingsEnableIsUnited() {
        assertThat(judge(NO_SQL, closed(ruff(List.of("S608")), ruffSettings(List.of("S610"))))
                        .word())
                .isEqualTo(Outcome.Word.PASS);
    }

    @Test
    void findingsOfOtherRulesAndAreasDoNotCount() {
        var evidence =
                ruff(List.of("S608", "S610"), group("E501", 9, 0), group("S608", Area.TEST, 3, 0), group("S611", 0, 4));

        assertThat(judge(NO_SQL, closed(evidence))).isEqualTo(new Outcome.Passed("none", "none"));
    }

    @Test
    void aFailureNamesAtMostFivePlaces() {
        var evidence = ruff(List.of("S608", "S610"), group("S608", 4, 0), group("S611", 4, 0));

        assertThat(judge(NO_SQL, closed(evidence))).isInstanceOfSatisfying(Outcome.Failed.class, failed -> {
            assertThat(failed.found()).isEqualTo("S608: 4, S611: 4");
            assertThat(failed.where()).hasSize(5).first().hasToString("src/a.py:1");
        });
    }

    @Test
    void aFailureNamesTheTestsThatTheRuleIsAbout() {
        var counted = (TestsEvidence) Samples.tests(3, 1, 1_000);
        var tests = new TestsEvidence(
                counted.kind(),
                counted.source(),
                new TestTotals(3, 1, 0, 1, 1, 1),
                null,
                counted.times(),
                Stream.of(TestCase.State.FAILED, TestCase.State.SKIPPED, TestCase.State.FLAKY)
                        .map(state -> new TestCase("is " + state, state, ""))
                        .toList(),
                counted.names());

        assertThat(namedBy("tests.unit.failed == 0", tests)).containsExactly("is FAILED");
        assertThat(namedBy("tests.unit.skipped == 0", tests)).containsExactly("is SKIPPED");
        assertThat(namedBy("tests.unit.flaky == 0", tests)).containsExactly("is FLAKY");
        assertThat(namedBy("tests.unit.total > 5", tests)).containsExactly("is FAILED");
    }

    private static List<String> namedBy(String that, Evidence tests) {
        var rule = draft("rule").requires(Kind.UNIT_TESTS).asserts(that, "none", "some");
        return ((Outcome.Failed) judge(rule, closed(tests)))
                .where().stream().map(Position::path).toList();
    }

    @Test
    void evidenceExactlyAsOldAsAllowedIsFresh() {
        assertThat(judge(CLEAN, closed(audit(NOON.minus(Duration.ofDays(7)), 3, List.of(), 0)))
                        .word())
                .isEqualTo(Outcome.Word.PASS);
    }

    @Test
    void evidenceOlderThanAllowedIsMissing() {
        var late = audit(NOON.minus(Duration.ofDays(7)).minusSeconds(1), 3, List.of(), 0);

        assertThat(judge(CLEAN, closed(late)))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.reason()).startsWith("stale"));
    }

    @Test
    void carriedEvidenceCountsWhereTheRuleSaysHowOldItMayBe() {
        var evidence = carried(audit(NOON.minus(Duration.ofDays(3)), 3, List.of(), 0));

        assertThat(judge(CLEAN, new Case(Subject.UNKNOWN, evidence, List.of(), List.of(), true, NOON))
                        .word())
                .isEqualTo(Outcome.Word.PASS);
    }

    @Test
    void carriedEvidenceDoesNotCountForARuleWithoutAnAge() {
        var ageless = draft("audit").requires(Kind.AUDIT).asserts("audit.open == 0", "none", "{audit.open}");
        var evidence = carried(audit(NOON, 3, List.of(), 0));

        assertThat(judge(ageless, new Case(Subject.UNKNOWN, evidence, List.of(), List.of(), true, NOON))
                        .word())
                .isEqualTo(Outcome.Word.MISSING);
    }

    @Test
    void carriedEvidenceWaitsForWhatWasPromised() {
        var evidence = carried(audit(NOON, 3, List.of(), 0));

        assertThat(judge(CLEAN, new Case(Subject.UNKNOWN, evidence, List.of(), List.of(Kind.AUDIT), false, NOON)))
                .isEqualTo(new Outcome.Pending(List.of(Kind.AUDIT)));
    }

    @Test
    void creditIsClampedAndHalfUp() {
        var partial = HALF.credit("coverage.lineRatio / 0.5");
        var excessive = draft("x").asserts("coverage.linesTotal < 0", "e", "f").credit("7.0");
        var negative = draft("x").asserts("coverage.linesTotal < 0", "e", "f").credit("-7.0");

        assertThat(judge(partial, closed(coverage(1, 3)))).extracting("credit").isEqualTo(6_667);
        assertThat(judge(excessive, closed(coverage(1, 3))))
                .extracting("credit")
                .isEqualTo(10_000);
        assertThat(judge(negative, closed(coverage(1, 3)))).extracting("credit").isEqualTo(0);
        assertThat(Judgement.basisPoints(Double.NaN)).isZero();
        assertThat(Judgement.basisPoints(0.00005)).isEqualTo(1);
    }

    @Test
    void aRuleThatBreaksIsAnErrorAlone() {
        var breaks = draft("breaks").asserts("10 / (coverage.files - 3) > 0", "e", "f");
        var scorecard = Scoring.score(warned(compiled(breaks, HALF)), closed(coverage(9, 10)));

        assertThat(scorecard.results())
                .extracting(it -> it.outcome().word())
                .containsExactly(Outcome.Word.ERROR, Outcome.Word.PASS);
    }

    @Test
    void anExpressionThatLoopsTooLongIsStopped() {
        var greedy = draft("greedy")
                .requires(new Requirement(RUFF, List.of(), List.of()))
                .asserts(
                        "findings.ruff.samples.size() > 0 && findings.ruff.samples.all(a,"
                                + " findings.ruff.samples.all(b, findings.ruff.samples.all(c, a + b != c)))",
                        "e",
                        "f");
        var groups = ruff(group("A1", 20, 0), group("A2", 20, 0), group("A3", 20, 0));

        assertThat(judge(greedy, closed(groups)))
                .isInstanceOfSatisfying(
                        Outcome.Errored.class,
                        error -> assertThat(error.reason()).contains("budget"));
    }
}
