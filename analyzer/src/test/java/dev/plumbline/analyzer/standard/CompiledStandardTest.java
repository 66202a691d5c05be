package dev.plumbline.analyzer.standard;

import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static dev.plumbline.analyzer.standard.TestStandards.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.analyzer.standard.TestStandards.Draft;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Parameter.Direction;
import dev.plumbline.model.standard.Parameter.Value;
import dev.plumbline.model.standard.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class CompiledStandardTest {
    private static final Requirement RUFF = new Requirement(Kind.findings("ruff"), List.of(), List.of());

    private static StandardProblem problem(Draft draft) {
        return problem(List.of(), draft);
    }

    private static StandardProblem problem(List<String> when, Draft draft) {
        var refused = catchThrowableOfType(
                StandardRefused.class, () -> CompiledStandard.compile(published("1.0.0", when, draft)));
        assertThat(refused).isNotNull();
        return refused.problems().getFirst();
    }

    @Test
    void anIntComparedWithADoubleIsRefusedAtItsColumn() {
        var problem = problem(draft("mix").asserts("coverage.lineRatio >= 1", "e", "f"));

        assertThat(problem.pointer()).isEqualTo("/rules/0/assert/0/that");
        assertThat(problem.column()).isEqualTo(20);
        assertThat(problem.message())
                .startsWith("rule mix, assertion it, that:")
                .contains("no matching overload");
    }

    @Test
    void aFigureOfAKindThatIsNotRequiredIsUnknown() {
        assertThat(problem(draft("x").asserts("audit.open == 0", "e", "f")).message())
                .contains("undeclared reference")
                .contains("coverage.lineRatio");
    }

    @Test
    void anAssertionThatYieldsNoBooleanIsRefused() {
        assertThat(problem(draft("x").asserts("coverage.files", "e", "f")).message())
                .contains("yields int, not bool");
        assertThat(problem(draft("x").credit("1")).message()).contains("yields int, not double");
    }

    @Test
    void aConditionOfTheStandardIsCheckedToo() {
        assertThat(problem(List.of("subject.kind == 'x'"), draft("x")).pointer())
                .isEqualTo("/when/0");
        assertThat(problem(draft("x").when("subject.type == 1")).pointer()).isEqualTo("/rules/0/when/0");
    }

    @Test
    void aRuleThatReadsNoEvidenceIsRefused() {
        assertThat(problem(draft("x").asserts("now > timestamp('2020-01-01T00:00:00Z')", "e", "f"))
                        .message())
                .contains("could pass without any");
    }

    @Test
    void allOverAListThatMayBeEmptyIsRefusedWithoutASize() {
        var vacuous = draft("x").requires(RUFF).asserts("findings.ruff.samples.all(s, s != '')", "e", "f");
        var sized =
                vacuous.asserts("findings.ruff.samples.size() > 0 && findings.ruff.samples.all(s, s != '')", "e", "f");

        assertThat(problem(vacuous).message()).contains("is true of an empty list");
        assertThat(TestStandards.compiled(sized).rules()).hasSize(1);
    }

    @Test
    void aTemplateIsCheckedAgainstTheSameNames() {
        assertThat(problem(draft("x").asserts("coverage.files > 0", "e", "{coverage.flies}"))
                        .message())
                .contains("«{coverage.flies}» names no figure");
        assertThat(problem(draft("x").asserts("coverage.files > 0", "{coverage.files}", "f"))
                        .pointer())
                .isEqualTo("/rules/0/assert/0/expected");
        assertThat(problem(draft("x").asserts("coverage.files > 0", "e", "{coverage.files|percent}"))
                        .message())
                .contains("asks for percent of a int");
        assertThat(problem(draft("x").asserts("coverage.files > 0", "e", "{coverage.files|roman}"))
                        .message())
                .contains("known are plain, percent, seconds");
        assertThat(problem(draft("x").asserts("coverage.files > 0", "e", "a {coverage.files"))
                        .message())
                .contains("not closed");
    }

    @Test
    void budgetsStopAnExpressionBeforeItRuns() {
        assertThat(problem(draft("x").asserts("coverage.files > 0" + " && coverage.files > 0".repeat(300), "e", "f"))
                        .message())
                .contains("size exceeds limit");
        assertThat(problem(draft("x").asserts("(".repeat(100) + "coverage.files > 0" + ")".repeat(100), "e", "f"))
                        .message())
                .contains("recursion");
    }

    @Test
    void namesThatWouldClashAreRefused() {
        assertThat(problem(draft("x").requires(RUFF, RUFF).asserts("findings.ruff.open == 0", "e", "f"))
                        .message())
                .contains("the same names");
        assertThat(problem(draft("x")
                                .asserts(
                                        new Assertion("a", "coverage.files > 0", "e", "f"),
                                        new Assertion("a", "coverage.files > 1", "e", "f")))
                        .message())
                .contains("two assertions have the id «a»");
    }

    @Test
    void aTextCannotMoveUp() {
        assertThat(problem(draft("x").param("p", new Value.Text("t"), Direction.HIGHER))
                        .message())
                .contains("cannot move higher");
    }

    @Test
    void wordsChangeNoDigestAndThresholdsDo() {
        var loose = draft("x")
                .param("line", new Value.Fraction(0.8), Direction.HIGHER)
                .asserts("coverage.lineRatio >= params.line", "{params.line|percent}", "f");
        var strict = loose.param("line", new Value.Fraction(0.9), Direction.HIGHER);
        var standard = TestStandards.compiled(loose);
        var tightened = standard.tightened(Map.of(loose.rule().id(), Map.of("line", new Value.Fraction(0.9))));

        assertThat(tightened.rules().getFirst().digest())
                .isEqualTo(TestStandards.compiled(strict).rules().getFirst().digest())
                .isNotEqualTo(standard.rules().getFirst().digest());
        assertThat(tightened.rules().getFirst().expected()).isEqualTo("90 %");
    }

    @Test
    void aTightenedParameterReachesEveryAlternative() {
        var mypy = new Requirement(
                new Kind("types:mypy"),
                List.of(),
                List.of(),
                List.of(new Requirement(new Kind("types:pyright"), List.of(), List.of())));
        var loose = draft("x")
                .requires(mypy)
                .param("most", new Value.Whole(5), Direction.LOWER)
                .asserts("types.open <= params.most", "{params.most}", "f");

        var tightened =
                TestStandards.compiled(loose).tightened(Map.of(loose.rule().id(), Map.of("most", new Value.Whole(1))));

        assertThat(tightened.rules().getFirst().variants())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.params()).containsEntry("params.most", 1L));
    }

    @Test
    void alternativesThatCombineInTooManyWaysAreRefused() {
        var wanted = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> new Requirement(
                        new Kind("types:a" + i),
                        List.of(),
                        List.of(),
                        List.of(new Requirement(new Kind("types:b" + i), List.of(), List.of()))))
                .toArray(Requirement[]::new);

        assertThat(problem(draft("x").requires(wanted).asserts("types.open == 0", "e", "f"))
                        .message())
                .contains("combine in more than 24 ways");
    }

    @Test
    void figuresAreWrittenForPeople() {
        var values = Map.<String, Object>of(
                "share",
                0.29,
                "near",
                0.79999,
                "wait",
                0.1004,
                "age",
                Duration.ofDays(7),
                "list",
                List.of("a", "b", "c", "d", "e", "f"));
        var types = Map.of(
                "share", Values.type(new Value.Fraction(1)),
                "near", Values.type(new Value.Fraction(1)),
                "wait", Values.type(new Value.Fraction(1)),
                "age", Values.type(new Value.Span(Duration.ZERO)),
                "list", Figures.TEXTS);
        var problems = new java.util.ArrayList<StandardProblem>();
        var template = Template.parse(
                "{share|percent}, {near|percent}, {wait|seconds}, {age}, {share}, {list}",
                types,
                new Where("", ""),
                problems);

        assertThat(problems).isEmpty();
        assertThat(Objects.requireNonNull(template).render(values::get))
                .isEqualTo("29 %, 79.99 %, 0.1004 s, 7 days, 0.29, a, b, c, d, e and 1 more");
    }
}
