package dev.plumbline.analyzer.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.accounting.Remark.Weight;
import dev.plumbline.analyzer.fixture.FixtureReport;
import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovesTest {
    private static final List<String> FIRST =
            List.of("alpha one", "beta two", "gamma three", "delta four", "epsilon five");
    private static final List<String> SECOND = List.of("zeta six", "eta seven");

    @Test
    void aBulletThatWasTakenElsewhereIsNamedAndTheRestAreToldOnce() {
        var notes = notes(
                List.of("alpha one", "gamma three", "delta four", "epsilon five"),
                List.of("beta two", "zeta six", "eta seven"));

        assertThat(notes)
                .satisfiesExactlyInAnyOrder(
                        moved -> assertThat(moved)
                                .contains("bullet A 2, «beta two», has moved to B 1, in the same words; disposition "
                                        + "guidance means it.")
                                .contains("section: B, number: 1"),
                        counted -> assertThat(counted).contains("in A bullets 3 to 5 are 2 to 4 now", "3 references"),
                        counted -> assertThat(counted)
                                .contains("in B bullets 1 to 2 are 2 to 3 now", "3 references mean them"));
    }

    @Test
    void oneThatMovedWithinItsSectionIsTheOneThatIsNamed() {
        var notes = notes(List.of("epsilon five", "alpha one", "beta two", "gamma three", "delta four"), SECOND);

        assertThat(notes)
                .satisfiesExactlyInAnyOrder(
                        moved -> assertThat(moved).contains("bullet A 5, «epsilon five», has moved to A 1"),
                        counted -> assertThat(counted).contains("in A bullets 1 to 4 are 2 to 5 now"));
    }

    @Test
    void gapsAreToldInOneSentence() {
        var notes = notes(
                List.of("alpha one", "new", "beta two", "newer", "gamma three", "delta four", "epsilon five"), SECOND);

        assertThat(notes)
                .singleElement()
                .asString()
                .contains("in A bullet 2 is 3 now, bullets 3 to 5 are 5 to 7 now, in the same words and order");
    }

    @Test
    void whatStandsWhereItStoodIsNotTold() {
        assertThat(notes(FIRST, SECOND)).isEmpty();
    }

    private static List<String> notes(List<String> first, List<String> second) {
        var yaml = new StringBuilder("""
                apiVersion: plumbline.dev/v1
                kind: Standard
                id: small
                version: 1.0.0
                title: Small
                owners: [group:default/quality]
                persona: persona.md
                levels: { bronze: 0.6, silver: 0.75, gold: 0.9 }
                rules:
                  - id: said
                    title: Somebody said so
                    clauses: [{ section: B, number: 2, digest: "%s", quote: "eta seven" }]
                    keyword: may
                    severity: info
                    weight: 1
                    level: gold
                    requires: ["attestation:said"]
                    remediation: Say so.
                dispositions:
                """.formatted(digest("eta seven")));
        references(yaml, "A", FIRST);
        references(yaml, "B", SECOND);
        var persona = "# P\n## A\n- " + String.join("\n- ", first) + "\n## B\n- " + String.join("\n- ", second) + "\n";
        var folder =
                new StandardFolder("s", Map.of("standard.yaml", bytes(yaml.toString()), "persona.md", bytes(persona)));
        return Examination.of(folder, NOTHING, Neighbourhood.none()).remarks().stream()
                .filter(remark -> remark.weight() == Weight.NOTE)
                .map(Remark::toString)
                .toList();
    }

    private static void references(StringBuilder yaml, String section, List<String> bullets) {
        for (int i = 0; i < bullets.size(); i++) {
            yaml.append("  - { section: %s, number: %d, digest: \"%s\", quote: \"%s\", as: guidance, why: \"None.\" }%n"
                    .formatted(section, i + 1, digest(bullets.get(i)), bullets.get(i)));
        }
    }

    private static String digest(String bullet) {
        return Digest.ofText(bullet).hex().substring(0, 12);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final ReportShelf NOTHING = new ReportShelf() {
        @Override
        public List<Evidence> read(FixtureReport report) {
            return List.of();
        }
    };
}
