package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.closed;
import static dev.plumbline.analyzer.scoring.Samples.group;
import static dev.plumbline.analyzer.scoring.Samples.open;
import static dev.plumbline.analyzer.scoring.Samples.source;
import static dev.plumbline.analyzer.standard.TestStandards.compiled;
import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static dev.plumbline.analyzer.standard.TestStandards.warned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.TestStandards.Draft;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternativesTest {
    private static final Kind MYPY = new Kind("types:mypy");
    private static final Kind PYRIGHT = new Kind("types:pyright");
    private static final Draft TYPED = draft("typed")
            .requires(
                    either(new Requirement(MYPY, List.of(), List.of()), new Requirement(PYRIGHT, List.of(), List.of())))
            .asserts("types.open == 0", "none", "{types.open} by {types.tool}");
    private static final Draft LINTED = draft("linted")
            .requires(either(
                    new Requirement(Kind.findings("ruff"), List.of("F401"), List.of()),
                    new Requirement(Kind.findings("flake8"), List.of("F4*"), List.of())))
            .asserts("findings.open == 0", "none", "{findings.byRule}");

    private static Requirement either(Requirement first, Requirement second) {
        return new Requirement(first.kind(), first.rules(), first.areas(), List.of(second));
    }

    private static Evidence of(Kind kind, ToolRun run, List<String> enabled, FindingGroup... groups) {
        return new FindingsEvidence(kind, source(run), List.of(groups), new Fingerprints("", 0, false), enabled);
    }

    private static Evidence of(Kind kind, FindingGroup... groups) {
        return of(kind, ToolRun.of(kind.qualifier(), "1"), List.of(), groups);
    }

    private static Outcome judge(Draft draft, Case judged) {
        return Scoring.score(warned(compiled(draft)), judged)
                .results()
                .getFirst()
                .outcome();
    }

    @Test
    void eitherKindIsEnough() {
        assertThat(judge(TYPED, closed(of(MYPY)))).isEqualTo(new Outcome.Passed("none", "0 by mypy"));
        assertThat(judge(TYPED, closed(of(PYRIGHT)))).isEqualTo(new Outcome.Passed("none", "0 by pyright"));
    }

    @Test
    void theFirstThatIsThereIsJudgedAndNoOtherIsAddedToIt() {
        var both = closed(of(MYPY, group("arg-type", 2, 0)), of(PYRIGHT, group("reportAny", 3, 0)));

        assertThat(judge(TYPED, both))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, it -> assertThat(it.found()).isEqualTo("2 by mypy"));
    }

    @Test
    void whatBrokeOffYieldsToTheNext() {
        var broken = of(MYPY, Samples.run("mypy", ToolRun.Success.FAILED), List.of());

        assertThat(judge(TYPED, closed(broken, of(PYRIGHT)))).isInstanceOf(Outcome.Passed.class);
        assertThat(judge(TYPED, closed(broken))).isInstanceOf(Outcome.Errored.class);
    }

    @Test
    void eachToolNeedsItsOwnRulesEnabled() {
        var ruff = of(Kind.findings("ruff"), ToolRun.of("ruff", "1"), List.of("E501"));
        var flake8 = of(Kind.findings("flake8"), ToolRun.of("flake8", "7"), List.of("F401"), group("F401", 1, 0));

        assertThat(judge(LINTED, closed(ruff, flake8)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class, it -> assertThat(it.found()).isEqualTo("F401: 1"));
        assertThat(judge(LINTED, closed(ruff)))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        it -> assertThat(it.reason()).isEqualTo("ruff ran without F401; enable it."));
    }

    @Test
    void withoutAnyTheRuleIsMissingOrAwaitsEach() {
        assertThat(judge(TYPED, closed()))
                .isEqualTo(new Outcome.Missing(
                        "none",
                        "the build closed without types:mypy or types:pyright evidence; send one of them with the"
                                + " build."));
        assertThat(judge(TYPED, open(List.of(PYRIGHT)))).isEqualTo(new Outcome.Pending(List.of(MYPY, PYRIGHT)));
    }
}
