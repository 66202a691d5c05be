package dev.plumbline.analyzer.adopting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.adopting.Pairing.Certainty;
import dev.plumbline.analyzer.standard.PersonaText;
import dev.plumbline.analyzer.standard.StandardFile;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.StandardId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdoptionTest {
    private static final String OURS = """
            ## SAFETY
            - Obey `parent.md` (no secret in the code, TLS only)
            - Bind values into queries
            ## TESTS
            - Cover most lines of code
            - Keep unit tests fast
            - Be brave
            """;
    private static final String RULE = """
              - id: %s
                title: "%s: a title"
                clauses: [{ section: %s, number: %d, digest: "%s", quote: "%s" }]
                keyword: must
                severity: major
                weight: 8
                level: bronze
                requires: [coverage, { kind: "findings:ruff", rules: [S608], areas: [source], combine: latest }]
                when: ["subject.type == 'service'"]
                maxAge: P7DT1H
                params: { line: { value: 1.0, direction: higher }, wait: { duration: PT2S }, names: { value: [a, "yes"], direction: superset } }
                assert: [{ id: line, that: "coverage.lineRatio >= params.line", expected: "{params.line}", found: "{coverage.lineRatio|percent} \\"so\\"" }]
                credit: "coverage.lineRatio"
                remediation: "Do: it."
                references: ["https://example.org/#x"]
                reading: "Read so."
            """;

    private static String digest(String bullet) {
        return Digest.ofText(bullet).hex().substring(0, 12);
    }

    private static String rule(String id, String section, int number, String bullet, String quote) {
        return RULE.formatted(id, id, section, number, digest(bullet), quote);
    }

    private static StandardSource shipped() throws StandardRefused {
        String yaml = """
                apiVersion: plumbline.dev/v1
                kind: Standard
                id: small
                version: 3.1.4
                title: "Small: one"
                owners: ["group:default/quality"]
                persona: persona.md
                when: ["'python' in subject.languages"]
                levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
                rules:
                """
                + rule(
                        "secrets",
                        "SAFETY",
                        1,
                        "Obey `parent.md` (no secret in the code, TLS only)",
                        "no secret in the code")
                + rule("sql", "SAFETY", 2, "Bind values into queries", "Bind values")
                + rule("coverage", "TESTS", 1, "Cover most lines of code", "Cover most lines")
                + """
                dispositions:
                  - { section: SAFETY, number: 1, digest: "%s", quote: "TLS only", as: inherit, from: parent.md, clauses: ["no secret in the code", "TLS only"] }
                  - { section: TESTS, number: 2, digest: "%s", quote: "Keep unit tests fast", as: rollup, of: [sql, coverage] }
                  - { section: TESTS, number: 3, digest: "%s", quote: "Be brave", as: attest, attestation: bravery }
                """.formatted(
                                digest("Obey `parent.md` (no secret in the code, TLS only)"),
                                digest("Keep unit tests fast"),
                                digest("Be brave"));
        return StandardFile.source(bytes(yaml), "s.yaml", bytes(OURS));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Adoption adopted(String theirs) throws StandardRefused {
        return Adoption.of(
                shipped(),
                PersonaText.read(bytes(theirs), "theirs.md"),
                new Adoption.Names(new StandardId("own/small"), "theirs.md"));
    }

    private static final String THEIRS = """
            ## SAFETY
            - Follow `rules.md` (secrets management, HTTPS)
            - Values are bound into queries
            ## TESTS
            - Coverage of most lines
            - Unit tests are fast
            - Courage
            """;

    @Test
    void whatIsWrittenIsBoundToTheirText() throws StandardRefused {
        var adoption = adopted(THEIRS);

        var source = StandardFile.source(bytes(StandardYaml.of(adoption.standard())), "y.yaml", bytes(THEIRS));

        assertThat(source.pins()).hasSize(6).allMatch(pin -> pin.state().holds());
        assertThat(source.standard()).isEqualTo(adoption.standard());
        assertThat(adoption.unanswered()).isEmpty();
        assertThat(adoption.left()).isEmpty();
    }

    @Test
    void anItemOfAListIsQuotedByItsPlaceAndElseTheWholeBullet() throws StandardRefused {
        var standard = adopted(THEIRS).standard();

        assertThat(standard.rules().get(0).clauses().getFirst().quote()).isEqualTo("secrets management");
        assertThat(standard.rules().get(2).clauses().getFirst().quote()).isEqualTo("Coverage of most lines");
        assertThat(standard.dispositions().getFirst()).isInstanceOfSatisfying(Disposition.Inherit.class, it -> {
            assertThat(it.from()).isEqualTo("rules.md");
            assertThat(it.clause().quote()).isEqualTo("HTTPS");
            assertThat(it.clauses()).containsExactly("secrets management", "HTTPS");
        });
    }

    @Test
    void aPairSaysHowSureItIs() throws StandardRefused {
        assertThat(adopted(THEIRS).pairing().pairs())
                .extracting(Pairing.Pair::certainty)
                .containsExactly(
                        Certainty.CERTAIN, Certainty.CERTAIN, Certainty.CERTAIN, Certainty.CERTAIN, Certainty.DOUBTFUL);
    }

    @Test
    void bulletsInAnotherOrderAndUnderAnotherHeadingAreFoundByTheirWords() throws StandardRefused {
        var adoption = adopted("""
                ## TESTS AND MORE
                - Keep all unit tests fast
                - Cover most of the lines
                - Sing
                - Dance
                ## DATA
                - Bind all values into queries
                """);

        assertThat(adoption.pairing().pairs())
                .extracting(it -> it.ours().place() + " = " + it.theirs().place())
                .containsExactly("SAFETY 2 = DATA 1", "TESTS 1 = TESTS AND MORE 2", "TESTS 2 = TESTS AND MORE 1");
    }

    @Test
    void whatTheyHaveAloneAndWhatWeHaveAloneIsSaid() throws StandardRefused {
        var adoption = adopted("## TESTS\n- Cover most lines of code\n- Sing\n- Dance\n- Keep unit tests fast\n");

        assertThat(adoption.unanswered()).extracting(it -> it.text()).containsExactly("Sing", "Dance");
        assertThat(adoption.left()).extracting(it -> it.value()).containsExactly("secrets", "sql");
        assertThat(adoption.standard().dispositions())
                .singleElement()
                .isInstanceOfSatisfying(
                        Disposition.RollUp.class,
                        it -> assertThat(it.of()).extracting(id -> id.value()).isEqualTo(List.of("coverage")));
    }

    @Test
    void aTextWithoutAnythingInCommonIsRefused() {
        assertThatThrownBy(() -> adopted("## COOKING\n- Salt the water\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theShippedStandardReadsTheSameWhenWritten() throws IOException, StandardRefused {
        byte[] persona = resource("persona.md");
        var standard = StandardFile.source(resource("standard.yaml"), "s.yaml", persona)
                .standard();

        var again = StandardFile.read(bytes(StandardYaml.of(standard)), "y.yaml", persona);

        assertThat(again).isEqualTo(standard);
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = AdoptionTest.class.getResourceAsStream("/standards/backend-engineer-python/" + name)) {
            return in.readAllBytes();
        }
    }
}
