package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.model.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of the corpus is read as `expected.tsv` says, but for what `deviations.tsv` lists with a reason.
class CorpusTest {
    private static final Set<String> CHECKED = Set.of(
            "lines_covered",
            "lines_total",
            "branches_covered",
            "branches_total",
            "declared_lines_covered",
            "declared_lines_total",
            "declared_branches_covered",
            "declared_branches_total",
            "tests",
            "failures",
            "errors",
            "skipped",
            "flaky",
            "declared_tests",
            "declared_failures",
            "dependencies",
            "vulnerable_dependencies",
            "findings",
            "suppressed",
            "runs",
            "rule_F401",
            "rule_F821",
            "rule_invalid-syntax");

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void fileIsReadAsExpectedOrTheDeviationIsListed(String file, Map<String, String> expected, Set<String> listed) {
        assertThat(deviations(file, expected)).isEqualTo(listed);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void fileIsUnchanged(String file, Map<String, String> expected) {
        assertThat(Digest.of(Samples.corpus(file)).hex()).isEqualTo(expected.get("sha256"));
    }

    private static Set<String> deviations(String file, Map<String, String> expected) {
        var deviations = new TreeSet<String>();
        Map<String, Integer> figures;
        try {
            figures = Figures.of(Samples.read(Samples.corpus(file), Declared.NOTHING));
        } catch (ReportRefused e) {
            boolean right = expected.getOrDefault("outcome", "accept").startsWith("reject");
            return right ? deviations : Set.of("outcome=refused");
        }
        if (expected.getOrDefault("outcome", "accept").equals("reject")) {
            deviations.add("outcome=accepted");
        }
        expected.forEach((key, value) -> {
            if (CHECKED.contains(key) && !value.equals(String.valueOf(figures.get(key)))) {
                deviations.add(key + "=" + figures.get(key));
            }
        });
        return deviations;
    }

    static Stream<Arguments> files() {
        var listed = new HashMap<String, Set<String>>();
        for (List<String> row : table("deviations.tsv")) {
            assertThat(row).as("a deviation has a reason").hasSize(5);
            listed.computeIfAbsent(row.get(0), _ -> new TreeSet<>()).add(row.get(1) + "=" + row.get(3));
        }
        return table("expected.tsv").stream().map(row -> {
            var expected = new HashMap<String, String>();
            for (String figure : row.get(5).split(";")) {
                String[] pair = figure.split("=", 2);
                expected.put(pair[0], pair[1]);
            }
            expected.put("sha256", row.get(16));
            return arguments(row.getFirst(), expected, listed.getOrDefault(row.getFirst(), Set.of()));
        });
    }

    private static List<List<String>> table(String file) {
        var rows = new ArrayList<List<String>>();
        new String(Samples.corpus(file), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .forEach(line -> rows.add(List.of(line.split("\t", -1))));
        return rows;
    }
}
