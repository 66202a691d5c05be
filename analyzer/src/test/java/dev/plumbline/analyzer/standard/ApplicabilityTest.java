package dev.plumbline.analyzer.standard;

import static dev.plumbline.analyzer.standard.TestStandards.ID;
import static dev.plumbline.analyzer.standard.TestStandards.compiled;
import static dev.plumbline.analyzer.standard.TestStandards.draft;
import static dev.plumbline.analyzer.standard.TestStandards.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Binding.Selection;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Parameter.Direction;
import dev.plumbline.model.standard.Parameter.Value;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.VersionRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicabilityTest {
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    private static final RuleId LINE = new RuleId("line");
    private static final CompiledStandard STANDARD = standard("1.0.0");
    private static final Selection REST = new Selection.Rest();
    private static final Selection PAYMENTS = new Selection.Where(List.of("repository.team == 'payments'"));

    private static CompiledStandard standard(String version) {
        return compiled(
                version,
                draft("line")
                        .param("line", new Value.Fraction(0.8), Direction.HIGHER)
                        .asserts("coverage.lineRatio >= params.line", "{params.line|percent}", "f"));
    }

    private static BindingPublished binding(String id, Selection selection, Step step, Level required) {
        return binding(id, 1, selection, new Binding.Enforcement(step, Instant.EPOCH, required), Map.of());
    }

    private static BindingPublished binding(
            String id,
            int revision,
            Selection selection,
            Binding.Enforcement enforcement,
            Map<RuleId, Map<String, Parameter.Value>> params) {
        return new BindingPublished(
                new Binding(id, revision, ID, new VersionRange("1.x"), selection, enforcement, params),
                Digest.ofText(id + revision),
                Instant.EPOCH,
                "somebody");
    }

    private static BindingPublished tightening(String id, Value value) {
        return binding(
                id,
                1,
                PAYMENTS,
                new Binding.Enforcement(Step.WARN, Instant.EPOCH, Level.NONE),
                Map.of(LINE, Map.of("line", value)));
    }

    private static RepositoryFacts of(String team, Subject subject) {
        return new RepositoryFacts(
                new RepositoryId("github:1"), new RepositoryName("acme/a"), Component.ROOT, team, "", subject);
    }

    private static RepositoryFacts of(String team) {
        return of(team, Subject.UNKNOWN);
    }

    private static Applicability applicability(BindingPublished... bindings) {
        return Applicability.of(List.of(bindings), List.of(STANDARD));
    }

    @Test
    void theDefaultHoldsOnlyWhereNoOtherBindingNamesTheRepository() {
        var applicability = applicability(
                binding("default", REST, Step.WARN, Level.NONE), binding("p", PAYMENTS, Step.GATE, Level.SILVER));

        assertThat(applicability.applied(of("other"), NOON))
                .singleElement()
                .satisfies(it -> assertThat(it.step()).isEqualTo(Step.WARN));
        assertThat(applicability.applied(of("payments"), NOON)).singleElement().satisfies(it -> {
            assertThat(it.step()).isEqualTo(Step.GATE);
            assertThat(it.requiredLevel()).isEqualTo(Level.SILVER);
            assertThat(it.bindings()).extracting("id").containsExactly("p");
        });
    }

    @Test
    void aTeamThatNobodyStatedIsNotSomebodyElsesTeam() {
        assertThat(applicability(binding("p", PAYMENTS, Step.GATE, Level.SILVER))
                        .applied(of(""), NOON))
                .isEmpty();
    }

    @Test
    void aBindingOnAnUnknownFactHolds() {
        var python = new Selection.Where(List.of("'python' in subject.languages"));
        var applicability = applicability(binding("p", python, Step.WARN, Level.NONE));

        assertThat(applicability.applied(of(""), NOON)).hasSize(1);
        assertThat(applicability.applied(of("", new Subject(List.of("go"), null, null, null)), NOON))
                .isEmpty();
    }

    @Test
    void whereTwoBindingsMeetTheStrictestStepAndItsLevelHold() {
        var applied = applicability(
                        binding("a", PAYMENTS, Step.GATE, Level.BRONZE), binding("b", PAYMENTS, Step.WARN, Level.GOLD))
                .applied(of("payments"), NOON);

        assertThat(applied).singleElement().satisfies(it -> {
            assertThat(it.step()).isEqualTo(Step.GATE);
            assertThat(it.requiredLevel()).isEqualTo(Level.BRONZE);
            assertThat(it.bindings()).extracting("id").containsExactly("a", "b");
        });
    }

    @Test
    void whereTwoBindingsMeetTheStrictestParameterHolds() {
        var applied = applicability(
                        tightening("a", new Value.Fraction(0.85)),
                        tightening("b", new Value.Whole(1)),
                        tightening("c", new Value.Fraction(0.1)))
                .applied(of("payments"), NOON);

        assertThat(applied.getFirst()
                        .standard()
                        .rules()
                        .getFirst()
                        .rule()
                        .params()
                        .getFirst()
                        .value())
                .isEqualTo(new Value.Fraction(1));
    }

    @Test
    void aBindingHoldsFromItsMoment() {
        var later = binding("p", 2, PAYMENTS, new Binding.Enforcement(Step.GATE, NOON, Level.GOLD), Map.of());
        var applicability = applicability(binding("p", PAYMENTS, Step.WARN, Level.NONE), later);

        assertThat(applicability.applied(of("payments"), NOON.minusSeconds(1)))
                .singleElement()
                .satisfies(it -> assertThat(it.step()).isEqualTo(Step.WARN));
        assertThat(applicability.applied(of("payments"), NOON))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.bindings()).extracting("revision").containsExactly(2));
    }

    @Test
    void aRangeResolvesToTheNewestPublishedVersion() {
        var applicability = Applicability.of(
                List.of(binding("default", REST, Step.WARN, Level.NONE)),
                List.of(STANDARD, standard("1.10.0"), standard("1.9.3"), standard("2.0.0")));

        assertThat(applicability.applied(of(""), NOON))
                .singleElement()
                .satisfies(it -> assertThat(it.standard().ref()).hasToString("small@1.10.0"));
    }

    @Test
    void anEmptyAnswerHasAReason() throws StandardRefused {
        var go = of("", new Subject(List.of("go"), null, null, null));
        var python = CompiledStandard.compile(published("1.0.0", List.of("'python' in subject.languages"), draft("x")));
        var rest = binding("default", REST, Step.WARN, Level.NONE);

        assertThat(applicability().whyNone(go, NOON))
                .containsExactly("No binding names acme/a, and there is no default binding.");
        assertThat(Applicability.of(List.of(rest), List.of()).whyNone(go, NOON))
                .containsExactly("Binding default asks for small 1.x, of which no version is published.");
        assertThat(Applicability.of(List.of(rest), List.of(python)).applied(go, NOON))
                .isEmpty();
        assertThat(Applicability.of(List.of(rest), List.of(python)).whyNone(go, NOON))
                .containsExactly("Standard small@1.0.0 does not apply: «'python' in subject.languages» does not hold.");
        assertThat(Applicability.of(List.of(rest), List.of(python)).applied(of(""), NOON))
                .hasSize(1);
    }

    @Test
    void looseningIsRefusedWithASentence() {
        assertThatThrownBy(() -> Applicability.check(
                        tightening("a", new Value.Fraction(0.7)).binding(), List.of(STANDARD)))
                .isInstanceOf(StandardRefused.class)
                .hasMessage(
                        "/params/line/line: rule line: a binding may only tighten: line is 0.8 and may only grow, not"
                                + " become 0.7.");
    }

    @Test
    void aBindingMustFitItsStandard() throws StandardRefused {
        var unknown = binding(
                "a",
                1,
                new Selection.Where(List.of("repository.tem == 'x'")),
                new Binding.Enforcement(Step.WARN, Instant.EPOCH, Level.NONE),
                Map.of(
                        new RuleId("other"),
                        Map.of("x", new Value.Flag(true)),
                        LINE,
                        Map.of("y", new Value.Flag(true))));

        assertThatThrownBy(() -> Applicability.check(unknown.binding(), List.of(STANDARD)))
                .hasMessageContaining("undeclared reference")
                .hasMessageContaining("has no such rule")
                .hasMessageContaining("there is no parameter y");
        assertThatThrownBy(() -> Applicability.check(unknown.binding(), List.of()))
                .hasMessageContaining("no version 1.x of standard small is published");
        assertThatThrownBy(() -> Applicability.check(
                        tightening("a", new Value.Text("most")).binding(), List.of(STANDARD)))
                .hasMessageContaining("parameter line is a double such as 0.8, and most is not");
        Applicability.check(tightening("a", new Value.Fraction(0.9)).binding(), List.of(STANDARD));
    }

    @Test
    void eachDirectionTightensItsOwnWay() {
        var lower = new Parameter("p", new Value.Span(Duration.ofDays(7)), Direction.LOWER);
        var superset = new Parameter("p", new Value.Texts(List.of("a")), Direction.SUPERSET);
        var fixed = new Parameter("p", new Value.Flag(true), Direction.FIXED);

        assertThat(Tightening.tightened(lower, new Value.Text("P1D")).value())
                .isEqualTo(new Value.Span(Duration.ofDays(1)));
        assertThat(Tightening.problem(lower, new Value.Text("P9D"))).contains("only shrink");
        assertThat(Tightening.problem(lower, new Value.Text("soon"))).contains("is not");
        assertThat(Tightening.problem(superset, new Value.Texts(List.of("b")))).contains("only gain entries");
        assertThat(Tightening.strictest(
                        superset, new Value.Texts(List.of("a", "b")), new Value.Texts(List.of("a", "c"))))
                .isEqualTo(new Value.Texts(List.of("a", "b", "c")));
        assertThat(Tightening.problem(fixed, new Value.Flag(false))).contains("not be changed");
    }
}
