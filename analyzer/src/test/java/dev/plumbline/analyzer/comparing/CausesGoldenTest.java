package dev.plumbline.analyzer.comparing;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commit;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static dev.plumbline.model.score.Outcome.Word.ERROR;
import static dev.plumbline.model.score.Outcome.Word.FAIL;
import static dev.plumbline.model.score.Outcome.Word.MISSING;
import static dev.plumbline.model.score.Outcome.Word.NOT_APPLICABLE;
import static dev.plumbline.model.score.Outcome.Word.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.scoring.Freshness;
import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.RuleId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// One scenario for each way in which a rule can come to stand otherwise, and mixes of them: the causes and
/// the sentence that people read.
class CausesGoldenTest {
    private static final Kind COVERAGE = Kind.COVERAGE;
    private static final Kind TESTS = Kind.UNIT_TESTS;
    private static final Kind RUFF = Kind.findings("ruff");
    private static final Kind ON_CALL = new Kind("attestation:on-call");
    private static final String STALE = Objects.requireNonNull(
            Freshness.complaint(Held.own(audit(TEN)), Duration.ofDays(7), TEN.plus(Duration.ofDays(8))));

    private static final Evidence BROKEN_OFF = brokenOff();

    private static Evidence brokenOff() {
        var whole = coverage(90);
        var source = whole.source();
        var failed = new ToolRun("coverage.py", "7.6", 2, ToolRun.Success.FAILED, null, null, null);
        return new CoverageEvidence(
                whole.kind(),
                new Source(
                        source.part(),
                        Digest.ofText("cut short"),
                        source.format(),
                        source.reader(),
                        failed,
                        source.notes()),
                whole.counted(),
                whole.declared(),
                whole.lines());
    }

    private record Scenario(String name, Flip flip) {
        List<Cause> causes() {
            return new CauseFinder(flip).causes();
        }

        String line() {
            var result = new RuleResult(
                    new RuleId("py.rule"),
                    "0".repeat(16),
                    new Rating(Keyword.MUST, Rank.MAJOR, 10, Level.BRONZE),
                    outcome(),
                    false);
            var course = new Course(Course.Against.PREVIOUS, new Course.Effect.Opens(), 0, true);
            return name + "\n    " + causes() + "\n    "
                    + Explanation.sentence(flip, result, causes(), flip.before().commit(), course);
        }

        private Outcome outcome() {
            return switch (flip.wordAfter()) {
                case MISSING -> new Outcome.Missing("", name.contains("stale") ? STALE : "the build closed without it");
                case ERROR -> new Outcome.Errored("its report proves nothing");
                case PASS, FAIL, NOT_APPLICABLE, PENDING -> new Outcome.Passed("", "");
            };
        }
    }

    private static List<Scenario> scenarios() {
        var covered = side(1, coverage(90));
        var clean = side(1, ruff("0.14", Map.of()), ruffSettings("F401"));
        var audited = side(1, audit(TEN));
        var broken = side(1, tests(List.of("a"), List.of("z")));
        return List.of(
                flip("code", COVERAGE, PASS, covered, FAIL, side(2, coverage(70))),
                flip("evidence: absent", COVERAGE, PASS, covered, MISSING, side(2)),
                flip("evidence: there now", COVERAGE, MISSING, side(1), PASS, side(2, coverage(90))),
                flip("evidence: stale", Kind.AUDIT, PASS, audited, MISSING, side(2, audit(TEN))),
                flip("evidence: fresh", Kind.AUDIT, MISSING, side(1, audit(TEN.minusSeconds(9))), PASS, audited),
                flip("evidence: without branches", COVERAGE, PASS, covered, MISSING, side(2, coverage(80))),
                flip("evidence: broken off", COVERAGE, PASS, covered, ERROR, side(2, BROKEN_OFF)),
                flip("evidence: gone through", COVERAGE, ERROR, side(1, BROKEN_OFF), PASS, side(2, coverage(90))),
                flip("evidence: a word ended", ON_CALL, PASS, side(1), MISSING, side(2)),
                flip("evidence: a word given", ON_CALL, MISSING, side(1), PASS, side(2)),
                flip("evidence: shrunk", TESTS, FAIL, broken, PASS, side(2, tests(List.of("a"), List.of()))),
                flip("tool: same commit", RUFF, PASS, clean, FAIL, ofTool(1, "0.15", Map.of("F401", 1), "F401")),
                flip("tool: new rules", RUFF, PASS, clean, FAIL, ofTool(2, "0.15", Map.of("S608", 2), "F401", "S608")),
                flip("tool: rules off", RUFF, PASS, clean, MISSING, ofTool(2, "0.14", Map.of(), "E501")),
                flip(
                        "ownership",
                        COVERAGE,
                        FAIL,
                        covered,
                        NOT_APPLICABLE,
                        new Flip.Side(commit(2), Digest.ofText("a library"), "plumbline/1", covered.inputs())),
                waived("waiver: began", covered, new Verdict(FAIL, false), new Verdict(FAIL, true)),
                waived("waiver: ended", covered, new Verdict(FAIL, true), new Verdict(FAIL, false)),
                flip(
                        "engine",
                        COVERAGE,
                        PASS,
                        covered,
                        FAIL,
                        new Flip.Side(commit(2), covered.subject(), "plumbline/2", covered.inputs())),
                flip(
                        "mix: code and tool",
                        RUFF,
                        PASS,
                        clean,
                        FAIL,
                        ofTool(2, "0.15", Map.of("F401", 1, "S608", 1), "F401", "S608")),
                flip(
                        "mix: code and evidence",
                        TESTS,
                        FAIL,
                        side(1, tests(List.of("a"), List.of("y", "z"))),
                        PASS,
                        side(2, tests(List.of("a", "y"), List.of()))),
                waived(
                        "mix: waiver and code",
                        covered,
                        new Verdict(FAIL, true),
                        new Verdict(FAIL, false),
                        coverage(60)));
    }

    @Test
    void everyCauseAndEveryMixReadsAsItWasMeant() throws IOException {
        var told = scenarios().stream().map(Scenario::line).collect(Collectors.joining("\n"));

        try (var golden = getClass().getResourceAsStream("causes.txt")) {
            assertThat(told)
                    .isEqualTo(
                            new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    /// A change of the standard is found by the comparison itself: such a rule is not compared.
    @Test
    void noCauseIsLeftOut() {
        var shown = scenarios().stream().map(scenario -> scenario.causes().getFirst());

        assertThat(shown).containsAll(EnumSet.complementOf(EnumSet.of(Cause.STANDARD)));
    }

    private static Scenario flip(
            String name,
            Kind kind,
            Outcome.Word before,
            Flip.Side sideBefore,
            Outcome.Word after,
            Flip.Side sideAfter) {
        return scenario(name, kind, new Verdict(before, false), sideBefore, new Verdict(after, false), sideAfter);
    }

    private static Scenario waived(String name, Flip.Side side, Verdict before, Verdict after, Evidence... otherwise) {
        var now = otherwise.length == 0
                ? new Flip.Side(commit(1), side.subject(), side.engine(), side.inputs())
                : side(2, otherwise);
        return scenario(name, COVERAGE, before, side, after, now);
    }

    private static Scenario scenario(
            String name, Kind kind, Verdict before, Flip.Side sideBefore, Verdict after, Flip.Side sideAfter) {
        var rules = kind.equals(RUFF) ? List.of("F401") : List.<String>of();
        return new Scenario(
                name,
                new Flip(
                        Standing.direction(before, after).orElseThrow(),
                        before,
                        after,
                        List.of(new Requirement(
                                kind,
                                name.contains("new rules") || name.startsWith("mix") ? List.of() : rules,
                                List.of())),
                        sideBefore,
                        sideAfter));
    }

    private static Flip.Side ofTool(int commit, String version, Map<String, Integer> open, String... rules) {
        return side(commit, ruff(version, open), ruffSettings(rules));
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
