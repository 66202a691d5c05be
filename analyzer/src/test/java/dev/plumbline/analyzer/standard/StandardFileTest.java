package dev.plumbline.analyzer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Step;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardFileTest {
    private static final byte[] PERSONA = "# P\n## TESTS\n- Cover most lines\n".getBytes(StandardCharsets.UTF_8);
    private static final String DIGEST = Digest.ofText("Cover most lines").hex().substring(0, 12);
    private static final String YAML = """
            apiVersion: plumbline.dev/v1
            kind: Standard
            id: small
            version: 1.0.0
            title: Small
            owners: [group:default/quality]
            persona: persona.md
            levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
            rules:
              - id: coverage
                title: Lines are covered
                clauses:
                  - { section: TESTS, number: 1, digest: "%s", quote: "most lines" }
                keyword: must
                severity: major
                weight: 8
                level: bronze
                requires: [coverage]
                params:
                  line: { value: 0.8, direction: higher }
                  wait: { duration: PT1.5S }
                assert:
                  - id: line
                    that: coverage.lineRatio >= params.line
                    expected: "at least {params.line|percent}"
                    found: "{coverage.lineRatio|percent}"
                remediation: Write tests.
            """.formatted(DIGEST);

    private static List<StandardProblem> problems(String yaml) {
        var refused = catchThrowableOfType(StandardRefused.class, () -> {
            var source = StandardFile.source(yaml.getBytes(StandardCharsets.UTF_8), "s.yaml", PERSONA);
            source.sound();
            source.compile();
        });
        assertThat(refused).isNotNull();
        return refused.problems();
    }

    private static String problem(String yaml) {
        return problems(yaml).getFirst().toString();
    }

    @Test
    void aSoundFileBecomesAStandard() throws StandardRefused {
        var standard = StandardFile.read(YAML.getBytes(StandardCharsets.UTF_8), "s.yaml", PERSONA);

        assertThat(standard.persona().bullets()).isEqualTo(1);
        assertThat(standard.levels().silver()).isEqualTo(7_500);
        assertThat(standard.rules().getFirst().params())
                .extracting(Parameter::name, Parameter::direction)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("line", Parameter.Direction.HIGHER),
                        org.assertj.core.groups.Tuple.tuple("wait", Parameter.Direction.FIXED));
    }

    @Test
    void anUnknownFieldIsRefusedAtItsPlace() {
        assertThat(problem(YAML.replace("weight: 8", "weight: 8\n    wieght: 9")))
                .startsWith(
                        "s.yaml:17:13: rules.0.wieght: there is no such field here; there are id, title, clauses, ");
    }

    @Test
    void aMissingFieldIsRefused() {
        assertThat(problem(YAML.replace("    remediation: Write tests.\n", "")))
                .isEqualTo("s.yaml:10:5: rules.0: the field «remediation» is missing.");
    }

    @Test
    void aValueOfTheWrongTypeIsRefused() {
        assertThat(problem(YAML.replace("weight: 8", "weight: heavy"))).startsWith("s.yaml:16:13: rules.0.weight:");
    }

    @Test
    void aKeyThatIsThereTwiceIsRefused() {
        assertThat(problem(YAML.replace("kind: Standard", "kind: Standard\nkind: Standard")))
                .isEqualTo("s.yaml:3:1: the key «kind» is there twice.");
    }

    @Test
    void aMisspeltFigureIsRefusedWithRuleFieldAndColumn() {
        assertThat(problem(YAML.replace("coverage.lineRatio >=", "coverage.lineRatoi >=")))
                .startsWith("s.yaml:24:15: rule coverage, assertion line, that: «coverage.lineRatoi >= params.line» at"
                        + " column 1: undeclared reference");
    }

    @Test
    void anEditedBulletIsRefusedWithWhatItReadsNow() {
        assertThat(problem(YAML.replace(DIGEST, "0123456789ab")))
                .startsWith("s.yaml:13:46: rule coverage: bullet TESTS 1 with the digest 0123456789ab has changed")
                .contains("digest " + DIGEST, "«Cover most lines» (line 3 of the persona)");
    }

    @Test
    void aQuoteThatIsNotInTheBulletIsRefused() {
        assertThat(problem(YAML.replace("most lines", "all lines")))
                .contains("«all lines» is no part of bullet TESTS 1");
    }

    @Test
    void aBulletThatIsNotThereIsRefused() {
        assertThat(problem(YAML.replace(DIGEST, "0123456789ab")
                        .replace("number: 1", "number: 7")
                        .replace("most lines", "never sleep")))
                .contains("the persona has no bullet TESTS 7 with the digest 0123456789ab any more");
    }

    @Test
    void oneOfSeveralKindsMayBeRequiredAndFiguresBearTheirFamilysName() throws StandardRefused {
        String yaml = YAML.replace("requires: [coverage]", "requires: [coverage, anyOf: [types:mypy, types:pyright]]")
                .replace("that: coverage.lineRatio >=", "that: types.open == 0 && coverage.lineRatio >=");

        var rule = StandardFile.source(yaml.getBytes(StandardCharsets.UTF_8), "s.yaml", PERSONA)
                .compile()
                .rules()
                .getFirst();

        assertThat(rule.rule().requires().getLast().text()).isEqualTo("types:mypy or types:pyright");
        assertThat(rule.variants())
                .extracting(it -> it.rule().requires().getLast().kind().value())
                .containsExactly("types:mypy", "types:pyright");
    }

    @Test
    void alternativesOfAnotherFamilyOrTwiceTheSameAreRefused() {
        assertThat(problem(YAML.replace("requires: [coverage]", "requires: [anyOf: [types:mypy, coverage]]")))
                .isEqualTo("s.yaml:18:36: «coverage» cannot stand in for types:mypy: all that anyOf lists must be kinds"
                        + " of types.");
        assertThat(problem(YAML.replace("requires: [coverage]", "requires: [anyOf: [types:mypy, types:mypy]]")))
                .isEqualTo("s.yaml:18:36: «types:mypy» is there twice.");
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThat(problems(YAML.replace("[coverage]", "[{ kind: coverage, rules: [X1] }]")
                        .replace("gold: 0.9", "gold: 0.1")))
                .hasSize(2);
    }

    @Test
    void aliasesThatUnfoldWithoutEndAreRefused() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 25; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(problem(bomb.toString())).contains("unfold to more than 50000 nodes");
    }

    @Test
    void manyAliasesAreRefused() {
        assertThat(problem("a: &a [x]\nb: [" + "*a, ".repeat(51) + "*a]\n")).contains("aliases");
    }

    @Test
    void anAliasThatContainsItselfIsRefused() {
        assertThat(problem("a: &a [*a]\n")).contains("contains itself");
    }

    @Test
    void whatJsonDoesNotHaveIsRefused() {
        assertThat(problem("a: !!binary aGVsbG8=\n")).contains("the tag");
        assertThat(problem("7: b\n")).contains("a key must be a text");
        assertThat(problem("? [a]\n: b\n")).contains("Non scalar key");
        assertThat(problem("a: 99999999999999999999\n")).contains("is not a number that can be kept");
        assertThat(problem("a: b\n---\nc: d\n")).contains("second document");
        assertThat(problem("")).contains("empty");
        assertThat(problem("a: [")).contains("s.yaml:").contains("not YAML");
    }

    @Test
    void aFileOfMoreThanAMebibyteIsRefused() {
        assertThat(problem("a: " + "x".repeat(1 << 20))).contains("at most 1048576 are read");
    }

    @Test
    void aBindingIsRead() throws StandardRefused {
        String yaml = """
                apiVersion: plumbline.dev/v1
                kind: Binding
                id: payments
                revision: 3
                standard: small
                version: 1.x
                select: { when: ["repository.team == 'payments'"] }
                step: gate
                effectiveFrom: 2026-02-01T00:00:00Z
                requiredLevel: silver
                params: { coverage: { line: 0.9 } }
                """;
        var binding = BindingFile.read(yaml.getBytes(StandardCharsets.UTF_8), "b.yaml");

        assertThat(binding.selection())
                .isEqualTo(new Binding.Selection.Where(List.of("repository.team == 'payments'")));
        assertThat(binding.enforcement())
                .isEqualTo(new Binding.Enforcement(Step.GATE, Instant.parse("2026-02-01T00:00:00Z"), Level.SILVER));
        assertThat(binding.params())
                .isEqualTo(Map.of(new RuleId("coverage"), Map.of("line", new Parameter.Value.Fraction(0.9))));
    }

    @Test
    void aBindingFromADayThatDoesNotExistIsRefused() {
        String yaml = """
                apiVersion: plumbline.dev/v1
                kind: Binding
                id: b
                revision: 1
                standard: small
                version: 1.x
                select: rest
                step: warn
                effectiveFrom: "2026-02-31T00:00:00Z"
                """;
        var refused = catchThrowableOfType(
                StandardRefused.class, () -> BindingFile.read(yaml.getBytes(StandardCharsets.UTF_8), "b.yaml"));

        assertThat(refused).hasMessageStartingWith("b.yaml:9:16:");
    }
}
