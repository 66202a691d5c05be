package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportRefused;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.Evidence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `samples.tsv` says of every file beside it what it is and what it holds. The files are written after the
/// documentation and
/// sources of the tools.
class FindingsSamplesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sampleIsReadAsItsRowSays(String file, String format, String kind, String figures) {
        sampleIsReadAsItsRowSays(sample(file), format, kind, figures);
    }

    private static void sampleIsReadAsItsRowSays(byte[] bytes, String format, String kind, String figures) {
        Reading reading = Samples.read(bytes, Declared.NOTHING);
        Evidence evidence = reading.evidence().getFirst();

        assertThat(evidence.source().format().id()).isEqualTo(format);
        assertThat(evidence.kind().value()).isEqualTo(kind);
        assertThat(text(reading.figures().counted())).isEqualTo(figures);
    }

    /// As tools write it on Windows: with a byte order mark and both line ends, or as PowerShell redirects
    /// it.
    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sampleFromWindowsIsReadAsItsRowSays(String file, String format, String kind, String figures) {
        String marked = "\uFEFF" + text(file).replace("\r\n", "\n").replace("\n", "\r\n");
        byte[] wide = marked.replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"")
                .replace("encoding=\"utf-8\"", "encoding=\"UTF-16\"")
                .getBytes(StandardCharsets.UTF_16LE);

        sampleIsReadAsItsRowSays(marked.getBytes(StandardCharsets.UTF_8), format, kind, figures);
        sampleIsReadAsItsRowSays(wide, format, kind, figures);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void sampleThatIsCutOffOrDamagedIsReadOrRefusedAndNothingElse(String file) {
        byte[] bytes = sample(file);
        var random = new Random(file.hashCode());

        for (int i = 0; i < 40; i++) {
            byte[] damaged = java.util.Arrays.copyOf(bytes, i % 2 == 0 ? bytes.length : random.nextInt(bytes.length));
            if (i % 2 == 0) {
                IntStream.range(0, 1 + i / 4)
                        .forEach(_ -> damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256));
            }
            assertThat(outcome(damaged)).as("variant %s", i).isIn("read", "refused");
        }
    }

    private static String outcome(byte[] bytes) {
        try {
            Samples.read(bytes, Declared.NOTHING);
            return "read";
        } catch (ReportRefused e) {
            return "refused";
        }
    }

    private static String text(Map<String, Long> figures) {
        return figures.entrySet().stream()
                .map(it -> it.getKey() + "=" + it.getValue())
                .collect(Collectors.joining(";"));
    }

    static byte[] sample(String file) {
        try (var in = FindingsSamplesTest.class.getResourceAsStream("/findings/" + file)) {
            return Objects.requireNonNull(in, file).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String file) {
        return new String(sample(file), StandardCharsets.UTF_8);
    }

    static Stream<Arguments> samples() {
        return text("samples.tsv").lines().skip(1).map(row -> arguments((Object[]) row.split("\t", -1)));
    }
}
