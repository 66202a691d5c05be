package dev.plumbline.analyzer.topology;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.commitBuild;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.standard.Combine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// One build with two or three reports of each kind, under a standard of each way of combining them: the
/// outcomes, what people read of it, and what the record says was looked at.
class CombineGoldenTest {
    @Test
    void oneBuildReadsInThreeWays() throws IOException {
        var told = new StringBuilder();
        for (var how : Combine.values()) {
            told.append(how.text()).append('\n');
            tell(told, how);
        }

        try (var golden = getClass().getResourceAsStream("combine.txt")) {
            assertThat(told.toString().strip())
                    .isEqualTo(
                            new String(Objects.requireNonNull(golden).readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    private static void tell(StringBuilder told, Combine how) {
        var ways = Map.of(
                PublishedStandards.AUDIT, how,
                PublishedStandards.COVERAGE, how,
                PublishedStandards.LINT, how,
                PublishedStandards.TESTS, how);
        var node = new Node(
                Walked.COMPILED,
                Tolerance.DEFAULT,
                PublishedStandards.combining(PublishedStandards.standard(1, TEN.minusSeconds(1)), ways));
        var run = ruffSettings("F401", "S608");
        node.upload(commitBuild(1).with(coverage(60), tests(List.of("a"), List.of("z")), ruff("0.14", Map.of()), run));
        node.upload(commitBuild(1)
                .at(TEN.plusSeconds(10))
                .with(coverage(85), tests(List.of("a", "b"), List.of()), audit(TEN.minus(Duration.ofDays(8)))));
        node.upload(commitBuild(1)
                .at(TEN.plusSeconds(20))
                .completing()
                .with(coverage(70), ruff("0.15", Map.of("F401", 2)), run, audit(TEN)));
        var scored = node.scored().getLast();
        new TreeMap<>(Rig.words(scored))
                .forEach((rule, word) -> told.append("    ")
                        .append(rule)
                        .append(' ')
                        .append(word)
                        .append('\n'));
        scored.notes().forEach(note -> told.append("    ").append(note).append('\n'));
        scored.provenance()
                .evidence()
                .forEach(use -> told.append("    ")
                        .append(use.kind())
                        .append(' ')
                        .append(use.combine())
                        .append(' ')
                        .append(use.report().hex(), 0, 12)
                        .append('\n'));
    }
}
