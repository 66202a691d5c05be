package dev.plumbline.analyzer.comparing;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static dev.plumbline.model.score.Cause.CODE;
import static dev.plumbline.model.score.Cause.ENGINE;
import static dev.plumbline.model.score.Cause.EVIDENCE;
import static dev.plumbline.model.score.Cause.OWNERSHIP;
import static dev.plumbline.model.score.Cause.STANDARD;
import static dev.plumbline.model.score.Cause.TOOL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.TestStandards;
import dev.plumbline.analyzer.standard.TestStandards.Draft;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// By how much each cause moves a score. Four rules of weight 10 apply, a fifth only to services: one rule is a quarter
/// of the score, 2,500 basis points. Every number below is worked out by hand.
class ScoreMovesTest {
    private static final Draft COVERAGE = draft("a.coverage")
            .asserts("coverage.lineRatio >= 0.8", "at least 80 %", "less")
            .credit("coverage.lineRatio");
    private static final Draft TESTS = draft("a.tests")
            .requires(Kind.UNIT_TESTS)
            .asserts("tests.unit.failed == 0", "no failure", "some")
            .credit("double(tests.unit.passed) / double(tests.unit.total)");
    private static final Draft LINT = draft("a.lint")
            .requires(new Requirement(Kind.findings("ruff"), List.of(), List.of()))
            .asserts("findings.ruff.open == 0", "no finding", "some");
    private static final Draft AUDIT = draft("a.audit")
            .requires(Kind.AUDIT)
            .maxAge(Duration.ofDays(7))
            .asserts("audit.open == 0", "no vulnerability", "some");
    private static final Draft SERVICE = draft("a.service")
            .requires(Kind.UNIT_TESTS)
            .when("subject.type == 'service'")
            .asserts("tests.unit.total >= 3", "at least three tests", "fewer");
    private static final Draft ADDED = draft("a.added")
            .requires(Kind.UNIT_TESTS)
            .rated(Keyword.MUST, 20, Level.BRONZE)
            .asserts("tests.unit.total >= 3", "at least three tests", "fewer");

    private static final Scene CLEAN = Scene.judging(
                    TestStandards.compiled("1.0.0", COVERAGE, TESTS, LINT, AUDIT, SERVICE))
            .with(
                    coverage(90),
                    tests(List.of("a"), List.of()),
                    ruff("0.14", Map.of()),
                    ruffSettings("F401"),
                    audit(TEN));

    @Test
    void coverageThatFallsToSevenTenthsCostsThreeTenthsOfItsQuarter() {
        var moved = CLEAN.since(CLEAN, now -> now.commit(2).with(coverage(70)));

        assertThat(moved.scores()).containsExactly(10_000, 9_250);
        assertThat(moved.causes()).isEqualTo(Map.of(CODE, -750));
        assertThat(moved.flips()).containsExactly("a.coverage REGRESSION [CODE] -750");
    }

    @Test
    void aRuleThatTheToolDidNotRunBeforeCostsByTheTool() {
        var moved = CLEAN.since(
                CLEAN, now -> now.commit(2).with(ruff("0.15", Map.of("S608", 2)), ruffSettings("F401", "S608")));

        assertThat(moved.causes()).isEqualTo(Map.of(TOOL, -2_500));
        assertThat(moved.flips()).containsExactly("a.lint REGRESSION [TOOL] -2500");
    }

    @Test
    void aRuleThatIsNoLongerRunEarnsByTheTool() {
        var broken = CLEAN.with(ruff("0.14", Map.of("S608", 2)), ruffSettings("F401", "S608"));
        var moved = broken.since(broken, now -> now.commit(2).with(ruff("0.14", Map.of()), ruffSettings("F401")));

        assertThat(moved.causes()).isEqualTo(Map.of(TOOL, 2_500));
        assertThat(moved.flips()).containsExactly("a.lint RECOVERY [TOOL] 2500");
    }

    @Test
    void anAlternativeThatIsJudgedInsteadCostsByTheTool() {
        var flake8 = Kind.findings("flake8");
        var either = draft("a.either")
                .requires(new Requirement(
                        Kind.findings("ruff"),
                        List.of(),
                        List.of(),
                        List.of(new Requirement(flake8, List.of(), List.of()))))
                .asserts("findings.open == 0", "no finding", "some");
        var found = ruff("0.14", Map.of("F401", 1));
        var clean = Scene.judging(TestStandards.compiled("1.0.0", either)).with(ruff("0.14", Map.of()));
        var other = new FindingsEvidence(
                flake8, found.source(), found.groups(), found.fingerprints(), found.enabledRules());

        var moved = clean.since(
                clean, now -> now.commit(2).without(Kind.findings("ruff")).with(other));

        assertThat(moved.flips()).containsExactly("a.either REGRESSION [TOOL] -10000");
    }

    @Test
    void coverageThatDidNotComeCostsItsQuarterByEvidence() {
        var moved = CLEAN.since(CLEAN, now -> now.commit(2).without(Kind.COVERAGE));

        assertThat(moved.causes()).isEqualTo(Map.of(EVIDENCE, -2_500));
        assertThat(moved.flips()).containsExactly("a.coverage REGRESSION [EVIDENCE, CODE] -2500");
    }

    @Test
    void anAuditThatGrewOldWhileTheBuildStandsCostsByEvidence() {
        var moved = CLEAN.since(CLEAN, now -> now.at(TEN.plus(Duration.ofDays(8))));

        assertThat(moved.causes()).isEqualTo(Map.of(EVIDENCE, -2_500));
        assertThat(moved.flips()).containsExactly("a.audit REGRESSION [EVIDENCE] -2500");
    }

    @Test
    void anExceptionMovesNoRawScore() {
        var low = CLEAN.with(coverage(70));
        var granted = low.since(low, now -> now.excusing("a.coverage"));
        var ended = low.since(low.excusing("a.coverage"), now -> now.excusing());

        assertThat(granted.causes()).isEmpty();
        assertThat(granted.flips()).containsExactly("a.coverage RECOVERY [WAIVER] 0");
        assertThat(ended.causes()).isEmpty();
        assertThat(ended.flips()).containsExactly("a.coverage REGRESSION [WAIVER] 0");
    }

    /// Five rules count instead of four, and four of them hold: 4/5 = 8,000.
    @Test
    void aRuleThatBeginsToConcernTheRepositoryCostsByOwnership() {
        var moved = CLEAN.since(CLEAN, now -> now.commit(2).type("service"));

        assertThat(moved.scores()).containsExactly(10_000, 8_000);
        assertThat(moved.causes()).isEqualTo(Map.of(OWNERSHIP, -2_000));
        assertThat(moved.flips()).containsExactly("a.service REGRESSION [OWNERSHIP] -2000");
    }

    /// 40 of 60 parts are earned: 6,667.
    @Test
    void aRuleThatTheStandardAddsCostsByTheStandard() {
        var moved = CLEAN.since(
                CLEAN, now -> now.under(TestStandards.compiled("1.1.0", COVERAGE, TESTS, LINT, AUDIT, SERVICE, ADDED)));

        assertThat(moved.scores()).containsExactly(10_000, 6_667);
        assertThat(moved.causes()).isEqualTo(Map.of(STANDARD, -3_333));
        assertThat(moved.flips()).isEmpty();
    }

    /// The standard before had a rule that failed: three of four, then three of three.
    @Test
    void aRuleThatTheStandardDropsEarnsByTheStandard() {
        var failing = CLEAN.with(ruff("0.14", Map.of("F401", 1)));
        var moved = failing.since(
                failing, now -> now.under(TestStandards.compiled("1.1.0", COVERAGE, TESTS, AUDIT, SERVICE)));

        assertThat(moved.scores()).containsExactly(7_500, 10_000);
        assertThat(moved.causes()).isEqualTo(Map.of(STANDARD, 2_500));
    }

    /// The same report, which an engine before took for enough.
    @Test
    void theSameReportsJudgedOtherwiseCostByTheEngine() {
        var low = CLEAN.with(coverage(70));
        var generous = low.recorded("a.coverage", new Outcome.Passed("", ""));
        var moved = low.since(generous, now -> now.commit(2).engine("plumbline/2"));

        assertThat(moved.scores()).containsExactly(10_000, 9_250);
        assertThat(moved.causes()).isEqualTo(Map.of(ENGINE, -750));
        assertThat(moved.flips()).containsExactly("a.coverage REGRESSION [ENGINE] -750");
    }

    /// One of two tests failed (half of a quarter) and is no longer among the tests; coverage falls to 70 %.
    @Test
    void mixedEvidenceThatShrankAndCodeThatGotWorse() {
        var failing = CLEAN.with(tests(List.of("a"), List.of("z")));
        var moved = failing.since(failing, now -> now.commit(2).with(tests(List.of("a"), List.of()), coverage(70)));

        assertThat(moved.scores()).containsExactly(8_750, 9_250);
        assertThat(moved.causes()).isEqualTo(Map.of(EVIDENCE, 1_250, CODE, -750));
        assertThat(moved.flips())
                .containsExactly("a.coverage REGRESSION [CODE] -750", "a.tests RECOVERY [EVIDENCE, CODE] 1250");
    }

    /// What the tool newly finds costs a quarter, an audit that is there again earns one: the score stays.
    @Test
    void mixedTheToolCostsWhatEvidenceEarns() {
        var unaudited = CLEAN.without(Kind.AUDIT);
        var moved = unaudited.since(
                unaudited,
                now -> now.commit(2).with(ruff("0.15", Map.of("S608", 1)), ruffSettings("F401", "S608"), audit(TEN)));

        assertThat(moved.scores()).containsExactly(7_500, 7_500);
        assertThat(moved.sharedCauses()).isEqualTo(Map.of(EVIDENCE, 2_500, TOOL, -2_500));
        assertThat(moved.flips())
                .containsExactly("a.lint REGRESSION [TOOL] -2500", "a.audit RECOVERY [EVIDENCE, CODE] 2500");
    }

    /// 40/40 → 40/60 (a rule is added) → 40/70 (a rule for services applies) → 37/70 (coverage falls to 70 %).
    @Test
    void mixedStandardOwnershipAndCodeAddUpThoughEachIsRounded() {
        var moved = CLEAN.since(
                CLEAN,
                now -> now.commit(2)
                        .under(TestStandards.compiled("1.1.0", COVERAGE, TESTS, LINT, AUDIT, SERVICE, ADDED))
                        .type("service")
                        .with(coverage(70)));

        assertThat(moved.scores()).containsExactly(10_000, 5_286);
        assertThat(moved.causes()).isEqualTo(Map.of(STANDARD, -3_333, OWNERSHIP, -953, CODE, -428));
    }

    /// Of ten tests four fail; two of these vanish, one is repaired: 0.6 → 6 of 8 → 7 of 8.
    @Test
    void oneRuleThatFailsAllAlongCanMoveTheScoreForTwoReasons() {
        var six = List.of("a", "b", "c", "d", "e", "f");
        var seven = List.of("a", "b", "c", "d", "e", "f", "w");
        var failing = CLEAN.with(tests(six, List.of("w", "x", "y", "z")));
        var moved = failing.since(failing, now -> now.commit(2).with(tests(seven, List.of("x"))));

        assertThat(moved.scores()).containsExactly(9_000, 9_688);
        assertThat(moved.causes()).isEqualTo(Map.of(EVIDENCE, 375, CODE, 313));
        assertThat(moved.flips()).isEmpty();
    }

    /// A waiver is replaced before the code is: the rule counts as met from there on.
    @Test
    void anExceptionThatCoversWhatTheCodeRepairsAsWellIsTheCause() {
        var low = CLEAN.with(coverage(70));
        var moved = low.since(low, now -> now.commit(2).excusing("a.coverage").with(coverage(90)));

        assertThat(moved.flips()).containsExactly("a.coverage RECOVERY [WAIVER, CODE] 750");
        assertThat(moved.causes()).isEqualTo(Map.of(CODE, 750));
        assertThat(moved.inferred()).isFalse();
    }

    @Test
    void whereTheBaselinesEvidenceIsGoneTheCauseIsInferredAndTheSumStillExact() {
        var moved = CLEAN.since(
                CLEAN.forgotten(), now -> now.commit(2).with(coverage(70)).without(Kind.AUDIT));

        assertThat(moved.causes()).isEqualTo(Map.of(CODE, -750, EVIDENCE, -2_500));
        assertThat(moved.inferred()).isTrue();
        assertThat(moved.explanations()).allMatch(text -> text.endsWith(Explanation.INFERRED));
    }

    /// A part of the baseline's evidence is gone, so that the rule says otherwise than it did.
    @Test
    void whatTheRuleDoesNotSayAgainIsInferred() {
        var other = CLEAN.recorded("a.tests", new Outcome.Failed("it", "", "", 5_000, List.of()));
        var moved = CLEAN.since(other, now -> now.commit(2).with(tests(List.of("b"), List.of())));

        assertThat(moved.scores()).containsExactly(8_750, 10_000);
        assertThat(moved.causes().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(1_250);
        assertThat(moved.inferred()).isTrue();
    }

    @Test
    void anUnknownScoreMovesNowhere() {
        var nothing = CLEAN.without(Kind.COVERAGE, Kind.UNIT_TESTS, Kind.findings("ruff"), Kind.AUDIT);
        var moved = CLEAN.since(nothing, now -> now.commit(2));

        assertThat(nothing.score()).isEqualTo(Score.UNKNOWN);
        assertThat(moved.moves()).isEmpty();
        assertThat(moved.flips()).hasSize(4).allMatch(flip -> flip.endsWith("null"));
    }

    @Test
    void whatDidNotMoveIsNotLookedAt() {
        var moved = CLEAN.since(CLEAN.unreadable(), now -> now.commit(2));

        assertThat(moved.moves()).isEmpty();
        assertThat(moved.flips()).isEmpty();
    }

    /// Coverage fails on both sides; that it earns less needs no look at the evidence before.
    @Test
    void aPlainFigureThatGotWorseIsTheCodesWithoutLookingBack() {
        var low = CLEAN.with(coverage(70));
        var moved = low.since(low.unreadable(), now -> now.commit(2).with(coverage(50)));

        assertThat(moved.causes()).isEqualTo(Map.of(CODE, -500));
        assertThat(moved.inferred()).isFalse();
    }

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("plumbline.seeds", 100));
    }

    /// Whatever differs, and whether or not the baseline's evidence is left.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatTheCausesMovedIsExactlyTheDifference(int seed) {
        var random = new Random(seed);
        var before = any(random, CLEAN);
        var kept = random.nextInt(4) == 0 ? before.forgotten() : before;
        var moved = before.since(kept, now -> any(random, now).commit(1 + random.nextInt(2)));

        int difference = moved.scores().get(1) - moved.scores().get(0);
        if (moved.scores().contains(-1) || difference == 0) {
            assertThat(moved.moves()).isEmpty();
        } else {
            assertThat(moved.causes().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .isEqualTo(difference);
        }
    }

    private static Scene any(Random random, Scene scene) {
        var next = scene.with(coverage(random.nextInt(101)))
                .with(tests(
                        List.of("a", "b").subList(0, random.nextInt(3)),
                        List.of("x", "y", "z").subList(0, random.nextInt(4))))
                .with(ruff("0." + random.nextInt(2), random.nextBoolean() ? Map.of() : Map.of("F401", 1, "S608", 1)))
                .with(random.nextBoolean() ? ruffSettings("F401") : ruffSettings("F401", "S608"))
                .type(random.nextBoolean() ? "library" : "service")
                .at(TEN.plus(Duration.ofDays(random.nextInt(12))));
        if (random.nextInt(3) == 0) {
            next = next.without(
                    List.of(Kind.COVERAGE, Kind.UNIT_TESTS, Kind.AUDIT).get(random.nextInt(3)));
        }
        if (random.nextInt(3) == 0) {
            next = next.excusing(List.of("a.coverage", "a.tests", "a.audit").get(random.nextInt(3)));
        }
        return random.nextInt(4) == 0
                ? next.under(TestStandards.compiled("1.1.0", COVERAGE, TESTS, AUDIT, SERVICE, ADDED))
                : next;
    }
}
