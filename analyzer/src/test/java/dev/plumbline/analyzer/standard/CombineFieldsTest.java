package dev.plumbline.analyzer.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Combine;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.wire.Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a standard says about several reports of one kind, as it is read and refused.
class CombineFieldsTest {
    private static final byte[] PERSONA = "## TESTS\n- Cover most lines\n".getBytes(StandardCharsets.UTF_8);
    private static final String YAML =
            """
            apiVersion: plumbline.dev/v1
            kind: Standard
            id: small
            version: 1.0.0
            title: Small
            owners: [group:default/quality]
            persona: persona.md
            levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
            rules:
              - id: all
                title: Everything is fine
                clauses:
                  - { section: TESTS, number: 1, digest: "%s", quote: "most lines" }
                keyword: must
                severity: major
                weight: 8
                level: bronze
                requires: [coverage, "findings:ruff", anyOf: ["types:mypy", "types:pyright"], sbom]
                assert:
                  - { id: line, that: coverage.lineRatio >= 0.8, expected: e, found: f }
                remediation: Write tests.
            """.formatted(Digest.ofText("Cover most lines").hex().substring(0, 12));

    @Test
    void aKindGoesBeforeItsFamilyAndARequirementBeforeBoth() throws StandardRefused {
        var rule = rule(saying("\"types:*\": worst, \"types:pyright\": latest, coverage: worst, sbom: latest")
                .replace("[coverage,", "[{ kind: coverage, combine: latest },"));

        assertThat(rule.requires().get(2).any())
                .extracting(Requirement::combined)
                .containsExactly(Combine.WORST, Combine.LATEST);
        assertThat(rule.requires())
                .extracting(Requirement::combined)
                .containsExactly(Combine.LATEST, Combine.MERGE, Combine.WORST, Combine.LATEST);
    }

    @Test
    void toMergeIsToSayNothing() throws StandardRefused {
        assertThat(Codec.STANDARD.digest(standard(saying("coverage: merge"))))
                .isEqualTo(Codec.STANDARD.digest(standard(YAML)));
        assertThat(CompiledRule.digest(rule(saying("coverage: merge")))).isEqualTo(CompiledRule.digest(rule(YAML)));
    }

    @Test
    void aRuleThatReadsOtherwiseHasAnotherDigest() throws StandardRefused {
        var digests = List.of(
                CompiledRule.digest(rule(YAML)),
                CompiledRule.digest(rule(saying("coverage: worst"))),
                CompiledRule.digest(rule(saying("coverage: latest"))),
                CompiledRule.digest(rule(saying("sbom: latest"))));

        assertThat(digests).doesNotHaveDuplicates();
    }

    @Test
    void whatIsPublishedReadsTheSameFromTheLog() throws StandardRefused {
        var standard = standard(saying("coverage: worst, \"types:*\": latest"));

        assertThat(Codec.STANDARD.decode(Codec.STANDARD.encode(standard))).isEqualTo(standard);
        assertThat(new String(Codec.STANDARD.encode(standard(YAML)), StandardCharsets.UTF_8))
                .doesNotContain("combine");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sbom: worst | 9:18 | sbom cannot be combined as worst: no inventory is worse than another",
                "facts: latest | 9:19 | facts cannot be combined as latest: facts say how a repository is set up",
                "\"settings:*\": worst | 9:26 | settings:* cannot be combined as worst: settings say how",
                "api: worst | 9:17 | api cannot be combined as worst: descriptions of an API",
                "\"attestation:review\": latest | 9:34 | attestation:review cannot be combined as latest: an",
                "\"findings:bandit\": worst | 9:31 | no rule here requires findings:bandit, so that nothing is",
                "\"tests:*\": worst | 9:23 | no rule here requires tests:*, so that nothing is combined",
                "coverage: best | 9:22 | combine.coverage: ",
                "lines: worst | 9: | combine",
            })
    void whatCannotBeMeantIsRefusedAtItsPlace(String said, String place, String why) {
        var refused = catchThrowableOfType(StandardRefused.class, () -> standard(saying(said)));

        assertThat(refused).isNotNull();
        assertThat(refused.problems().getFirst().toString()).startsWith("s.yaml:" + place);
        assertThat(refused).hasMessageContaining(why);
    }

    @Test
    void aRequirementIsRefusedAtItsPlaceAsWell() {
        var refused = catchThrowableOfType(
                StandardRefused.class, () -> standard(YAML.replace(", sbom]", ", { kind: sbom, combine: worst }]")));

        assertThat(refused).isNotNull();
        assertThat(refused.problems().getFirst().toString())
                .startsWith("s.yaml:18:")
                .contains("sbom cannot be combined as worst");
    }

    private static String saying(String combine) {
        return YAML.replace("rules:\n", "combine: { " + combine + " }\nrules:\n");
    }

    private static Standard standard(String yaml) throws StandardRefused {
        return StandardFile.read(yaml.getBytes(StandardCharsets.UTF_8), "s.yaml", PERSONA);
    }

    private static Rule rule(String yaml) throws StandardRefused {
        return standard(yaml).rules().getFirst();
    }
}
