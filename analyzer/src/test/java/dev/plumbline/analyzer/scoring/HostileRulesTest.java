package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.closed;
import static dev.plumbline.analyzer.scoring.Samples.coverage;
import static dev.plumbline.analyzer.scoring.Samples.group;
import static dev.plumbline.analyzer.scoring.Samples.ruff;
import static dev.plumbline.analyzer.standard.TestStandards.compiled;
import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static dev.plumbline.analyzer.standard.TestStandards.warned;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.standard.TestStandards.Draft;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Requirement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Expressions that would harm whoever evaluates them: each is an ERROR of its rule, and the rest of the scorecard
// stands.
class HostileRulesTest {
    private static final Draft SOUND = draft("z.sound").asserts("coverage.files > 0", "files", "{coverage.files}");
    private static final Requirement RUFF = new Requirement(Samples.RUFF, List.of(), List.of(Area.SOURCE, Area.TEST));

    private static List<Outcome> judge(Draft hostile, Case judged) {
        return Scoring.score(warned(compiled(hostile, SOUND)), judged).results().stream()
                .map(it -> it.outcome())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "coverage.files / (coverage.files - coverage.files) > 0",
                "coverage.files % (coverage.linesTotal - coverage.linesTotal) == 0",
                "9223372036854775807 + coverage.files > 0",
                "[1, 2][coverage.files + 7] > 0",
                "int(string(coverage.files) + 'x') > 0"
            })
    void whatCannotBeReckonedIsAnErrorAlone(String that) {
        var outcomes = judge(draft("a.hostile").asserts(that, "e", "f"), closed(coverage(1, 2)));

        assertThat(outcomes.getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Errored.class,
                        it -> assertThat(it.reason()).startsWith("the rule cannot be evaluated: "));
        assertThat(outcomes.getLast()).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void aRegularExpressionThatUnfoldsWithoutEndIsStopped() {
        var bomb = draft("a.hostile")
                .requires(RUFF)
                .asserts(
                        "!findings.ruff.samples.exists(s, s.matches('((a{1,100}){1,100}){1,100}$'))",
                        "e",
                        "{findings.ruff.open}");

        assertThat(judge(bomb, closed(ruff(group("F401", 1, 0)), coverage(1, 2)))
                        .getFirst())
                .isInstanceOf(Outcome.Errored.class);
    }

    @Test
    void aRegularExpressionThatWouldGoBackAndForthEndsAtOnce() {
        var slow = draft("a.hostile")
                .requires(RUFF)
                .asserts(
                        "!'%s'.matches('(a+)+$') && findings.ruff.open == 0".formatted("a".repeat(2_000) + "!"),
                        "e",
                        "f");

        assertThat(judge(slow, closed(ruff(List.of("F401")), coverage(1, 2))).getFirst())
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void loopsWithinLoopsAreStopped() {
        String many = "[" + "1,".repeat(29) + "1]";
        var loops = draft("a.hostile")
                .asserts(
                        "%1$s.all(a, %1$s.all(b, %1$s.all(c, a + b + c > 0))) && %1$s.size() > 0 && coverage.files > 0"
                                .formatted(many),
                        "e",
                        "f");

        assertThat(judge(loops, closed(coverage(1, 2))).getFirst())
                .isInstanceOfSatisfying(
                        Outcome.Errored.class, it -> assertThat(it.reason()).contains("teration"));
    }
}
