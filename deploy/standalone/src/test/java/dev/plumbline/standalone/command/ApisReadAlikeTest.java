package dev.plumbline.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.collect.Collector;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A description of an API says the same whether it is sent or found in the tree.
class ApisReadAlikeTest {
    @TempDir
    Path tree;

    @ParameterizedTest
    @MethodSource("descriptions")
    void aDescriptionSaysTheSameSentOrFound(Path description) throws IOException {
        Files.copy(description, tree.resolve(description.getFileName()));
        var facts = new ByteArrayOutputStream();
        Collector.collect(tree, 1).write(facts, "1");

        assertThat(totals(facts.toByteArray())).isEqualTo(totals(Files.readAllBytes(description)));
    }

    private static ApiTotals totals(byte[] file) {
        var reading = Formats.readers()
                .read(
                        ReportInput.of("sample", file, Declared.NOTHING, Instant.EPOCH),
                        Allowance.untimed(Integer.MAX_VALUE));
        return reading.evidence().stream()
                .filter(ApiEvidence.class::isInstance)
                .map(evidence -> ((ApiEvidence) evidence).totals())
                .findFirst()
                .orElseThrow();
    }

    static List<Path> descriptions() throws IOException {
        var all = Path.of("../..");
        try (var standards = Files.walk(all.resolve("standards"));
                var samples = Files.walk(all.resolve("ingest/src/test/resources/report/inventory"))) {
            var found = Stream.concat(
                            standards.filter(file -> file.toString().contains("/reports/api/")),
                            samples.filter(file -> file.toString().matches(".*\\.(openapi|swagger)\\.(json|yaml)")))
                    .sorted()
                    .toList();
            assertThat(found).hasSizeGreaterThan(15);
            return found;
        }
    }
}
