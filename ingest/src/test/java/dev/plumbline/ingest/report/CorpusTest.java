package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.model.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file of the corpus is read as `expected.tsv` says, but for what `deviations.tsv` lists with a reason. A key
/// `lines_covered` there is the figure `linesCovered`; a key `declared_…` is what the file says of itself.
class CorpusTest {
    private static final String DECLARED = "declared_";
    /// Keys of `expected.tsv` that only some formats have among their figures: compared where they are.
    private static final Set<String> OPTIONAL = Set.of(
            "classesCovered",
            "classesTotal",
            "complexityCovered",
            "complexityTotal",
            "passed",
            "suites",
            "packages",
            "warnings",
            "notes",
            "fixes",
            "services",
            "relationships",
            "rules",
            "checks",
            "vulnerableDependencies");

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
        Figures figures;
        try {
            figures = Samples.read(Samples.corpus(file), Declared.NOTHING).figures();
        } catch (ReportRefused e) {
            boolean right = expected.getOrDefault("outcome", "accept").startsWith("reject");
            return right ? deviations : Set.of("outcome=refused");
        }
        if (expected.getOrDefault("outcome", "accept").equals("reject")) {
            deviations.add("outcome=accepted");
        }
        expected.forEach((key, value) -> {
            boolean declared = key.startsWith(DECLARED);
            String name = camelCase(declared ? key.substring(DECLARED.length()) : key);
            Long ours = (declared ? figures.declared() : figures.counted()).get(name);
            boolean compared = FigureNames.MEANINGS.containsKey(name) && (ours != null || !OPTIONAL.contains(name));
            if (compared && !value.equals(String.valueOf(ours))) {
                deviations.add(key + "=" + ours);
            }
        });
        return deviations;
    }

    private static String camelCase(String key) {
        return Pattern.compile("_([a-z])")
                .matcher(key)
                .replaceAll(match -> match.group(1).toUpperCase(Locale.ROOT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void everyFigureHasADocumentedName(String file, Map<String, String> expected) {
        Figures figures;
        try {
            figures = Samples.read(Samples.corpus(file), Declared.NOTHING).figures();
        } catch (ReportRefused e) {
            assertThat(e.fix()).isNotBlank();
            return;
        }
        assertThat(FigureNames.MEANINGS.keySet()).containsAll(figures.counted().keySet());
        assertThat(FigureNames.MEANINGS.keySet()).containsAll(figures.declared().keySet());
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
