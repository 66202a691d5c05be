package dev.plumbline.ingest.report.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FigureNames;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.Source;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every sample of our own is recognised by its content and has the figures of its table.
class SampleFiguresTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void sampleHasItsFormatAndItsFigures(
            String file, String format, Map<String, Long> counted, Map<String, Long> declared) {
        var reading = Samples.read(Samples.resource(file), Declared.NOTHING);

        Aside aside = reading.aside();
        Source source = aside == null ? reading.evidence().getFirst().source() : aside.source();
        assertThat(source.format().id()).isEqualTo(format);
        assertThat(reading.figures().counted()).containsAllEntriesOf(counted);
        assertThat(reading.figures().declared()).containsAllEntriesOf(declared);
        assertThat(FigureNames.MEANINGS.keySet())
                .containsAll(reading.figures().counted().keySet());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("structured")
    void cutOffSampleIsRefused(String file) {
        byte[] whole = Samples.resource(file);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        assertThat(Samples.refusal(half, Declared.NOTHING).fix()).isNotBlank();
    }

    /// Files of which a part is not well-formed; of lines, every part is.
    static Stream<String> structured() {
        return files().map(row -> String.valueOf(row.get()[0]))
                .filter(file -> file.endsWith("xml") || file.endsWith("json"));
    }

    static Stream<Arguments> files() {
        return Stream.of("coverage", "tests", "audit", "secrets", "inventory", "forge", "facts")
                .flatMap(SampleFiguresTest::table);
    }

    private static Stream<Arguments> table(String folder) {
        return new String(Samples.resource("report/" + folder + "/figures.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(row -> arguments("report/" + folder + "/" + row[0], row[1], figures(row[2]), figures(row[3])));
    }

    private static Map<String, Long> figures(String text) {
        var figures = new TreeMap<String, Long>();
        for (String figure : text.isBlank() ? new String[0] : text.split(" ")) {
            String[] pair = figure.split("=", 2);
            figures.put(pair[0], Long.valueOf(pair[1]));
        }
        return figures;
    }
}
