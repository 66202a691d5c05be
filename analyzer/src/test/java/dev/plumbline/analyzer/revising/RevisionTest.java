package dev.plumbline.analyzer.revising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.revising.StandardRevision.Edition;
import dev.plumbline.analyzer.standard.StandardFile;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Version;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionTest {
    private static final String PERSONA = "## TESTS\n- Cover most lines\n";
    private static final String YAML =
            """
            apiVersion: plumbline.dev/v1
            kind: Standard
            id: small
            version: 1.2.3
            title: Small
            owners: [group:default/quality]
            persona: persona.md
            when: ["subject.lifecycle != 'deprecated'"]
            levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
            rules:
              - id: lint
                title: Nothing open
                clauses: [{ section: TESTS, number: 1, digest: "%s", quote: "most lines" }]
                keyword: should
                severity: major
                weight: 8
                level: silver
                requires:
                  - { kind: "findings:ruff", rules: [S608, S610], areas: [source] }
                when: ["subject.type == 'service'"]
                maxAge: P7D
                params: { most: { value: 5, direction: lower } }
                assert:
                  - { id: few, that: "findings.ruff.open <= params.most", expected: few, found: many }
                  - { id: plain, that: "findings.ruff.suppressed == 0", expected: none, found: some }
                credit: "0.5"
                remediation: Fix it.
            """.formatted(Digest.ofText("Cover most lines").hex().substring(0, 12));

    private static Revision revision(String before, String after) throws StandardRefused {
        return StandardRevision.of(
                Edition.of(StandardFile.source(bytes(before), "a.yaml", bytes(PERSONA))),
                Edition.of(StandardFile.source(bytes(after), "b.yaml", bytes(PERSONA))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "value: 5 | value: 3 | TIGHTENED | MAJOR",
                "value: 5 | value: 9 | LOOSENED | MINOR",
                "keyword: should | keyword: must | TIGHTENED | MAJOR",
                "keyword: should | keyword: may | LOOSENED | MINOR",
                "level: silver | level: bronze | TIGHTENED | MINOR",
                "level: silver | level: gold | LOOSENED | MINOR",
                "weight: 8 | weight: 9 | CHANGED | MINOR",
                "severity: major | severity: minor | CHANGED | MINOR",
                "[S608, S610] | [S608, S610, S611] | TIGHTENED | MAJOR",
                "[S608, S610] | [S608] | LOOSENED | MINOR",
                "- { kind: \"findings:ruff\", rules: [S608, S610], areas: [source] } |"
                        + " - anyOf: [{ kind: \"findings:ruff\", rules: [S608, S610], areas: [source] },"
                        + " \"findings:bandit\"] | LOOSENED | MINOR",
                "areas: [source] | areas: [source, test] | TIGHTENED | MAJOR",
                "areas: [source] | areas: [source], combine: worst | CHANGED | MAJOR",
                "P7D | P1D | TIGHTENED | MAJOR",
                "P7D | P30D | LOOSENED | MINOR",
                "level: silver | `level: silver\n    waivable: false` | TIGHTENED | MAJOR",
                "`level: silver\n    waivable: P14D` | `level: silver\n    waivable: P20D` | LOOSENED | MINOR",
                "credit: \"0.5\" | credit: \"0.7\" | CHANGED | MINOR",
                "remediation: Fix it. | remediation: Fix it now. | REWORDED | PATCH",
                "expected: few | expected: very few | REWORDED | PATCH",
                "title: Small | title: Smaller | REWORDED | PATCH",
                "suppressed == 0 | suppressed <= 1 | CHANGED | MAJOR",
                "bronze: 0.6 | bronze: 0.7 | TIGHTENED | MAJOR",
                "gold: 0.9 | gold: 0.8 | LOOSENED | MINOR",
                "'service'\" | 'service'\", \"subject.lifecycle == 'production'\" | LOOSENED | MINOR",
            })
    void aDifferenceHasItsDirectionAndDemandsItsStep(
            String from, String to, Revision.Direction direction, Revision.Step step) throws StandardRefused {
        String old = from.contains("waivable") ? YAML.replace("level: silver", from) : YAML;
        assertThat(old).contains(from);

        var revision = revision(old, old.replace(from, to));

        assertThat(revision.differences()).singleElement().satisfies(it -> {
            assertThat(it.direction()).isEqualTo(direction);
            assertThat(it.step()).isEqualTo(step);
        });
    }

    @Test
    void anotherWayOfCombiningReportsIsNamed() throws StandardRefused {
        var revision = revision(YAML, YAML.replace("rules:\n", "combine: { \"findings:*\": latest }\nrules:\n"));

        assertThat(revision.differences())
                .singleElement()
                .extracting(Revision.Difference::what)
                .isEqualTo("rule lint: of several reports of findings:ruff it takes the latest instead of all"
                        + " together.");
    }

    @Test
    void aNewMustIsMajorANewShouldIsMinorAndARemovedRuleLoosens() throws StandardRefused {
        String rule = YAML.substring(YAML.indexOf("  - id: lint")).replace("id: lint", "id: other");

        assertThat(revision(YAML, YAML + rule.replace("should", "must")).least(new Version(1, 2, 3)))
                .hasToString("2.0.0");
        assertThat(revision(YAML, YAML + rule).least(new Version(1, 2, 3))).hasToString("1.3.0");
        assertThat(revision(YAML + rule, YAML).differences())
                .singleElement()
                .asString()
                .contains("REMOVED", "MINOR", "rule other");
    }

    @Test
    void moreEvidenceAndAnotherAssertionTighten() throws StandardRefused {
        var revision = revision(
                YAML,
                YAML.replace("areas: [source] }", "areas: [source] }\n      - coverage")
                        .replace(
                                "    credit",
                                "      - { id: new, that: \"coverage.files > 0\", expected: a, found: b }\n"
                                        + "    credit"));

        assertThat(revision.differences())
                .extracting(Revision.Difference::what)
                .containsExactly(
                        "rule lint: it also asserts «coverage.files > 0».",
                        "rule lint: it requires evidence of coverage.");
        assertThat(revision.least(new Version(1, 2, 3))).hasToString("2.0.0");
    }

    @Test
    void fewerConditionsTighten() throws StandardRefused {
        assertThat(revision(YAML, YAML.replace("    when: [\"subject.type == 'service'\"]\n", ""))
                        .differences())
                .singleElement()
                .extracting(Revision.Difference::step)
                .isEqualTo(Revision.Step.MAJOR);
    }

    @Test
    void aRewordedClauseIsOneGoneAndOneNew() throws StandardRefused {
        String digest = Digest.ofText("Cover nearly all lines").hex().substring(0, 12);
        String after = YAML.replaceFirst(
                "digest: \"[0-9a-f]+\", quote: \"most lines\"", "digest: \"" + digest + "\", quote: \"all lines\"");

        var revision = StandardRevision.of(
                Edition.of(StandardFile.source(bytes(YAML), "a.yaml", bytes(PERSONA))),
                Edition.of(StandardFile.source(bytes(after), "b.yaml", bytes("## TESTS\n- Cover nearly all lines\n"))));

        assertThat(revision.differences())
                .extracting(Revision.Difference::direction)
                .containsExactly(Revision.Direction.ADDED, Revision.Direction.REMOVED, Revision.Direction.REWORDED);
        assertThat(revision.least(new Version(1, 2, 3))).hasToString("1.2.4");
    }

    @Test
    void nothingDemandsNothing() throws StandardRefused {
        assertThat(revision(YAML, YAML).least(new Version(1, 2, 3))).hasToString("1.2.3");
    }
}
