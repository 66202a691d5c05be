package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A reader that is not asked about files of a shape would have said no.
class SortsTest {
    static Stream<String> files() {
        return new String(Samples.corpus("expected.tsv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(row -> row.substring(0, row.indexOf('\t')));
    }

    private static List<Declared> everyDeclaration() {
        return Stream.concat(
                        Stream.of(Declared.NOTHING),
                        Stream.of("findings:ruff", "findings:flake8", "types:mypy", "audit", "tests:unit", "secrets")
                                .map(Samples::as))
                .toList();
    }

    private static void noReaderIsLeftOut(byte[] file) throws IOException {
        Head head;
        try {
            head = Heads.of(Content.of(file));
        } catch (MalformedReport e) {
            // no reader is asked about it
            return;
        }
        for (ReportReader reader : Formats.readers().all()) {
            if (!reader.sorts().contains(head.shape().sort())) {
                for (Declared declared : everyDeclaration()) {
                    assertThat(reader.recognise(head, declared))
                            .as(reader.id())
                            .isNotInstanceOf(Recognition.Match.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void noReaderOfTheFileIsLeftOut(String file) throws IOException {
        noReaderIsLeftOut(Samples.corpus(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "[]", "{}", "null", "{\"results\": null}", "<a/>", "ok"})
    void noReaderOfNothingIsLeftOut(String file) throws IOException {
        noReaderIsLeftOut(file.getBytes(StandardCharsets.UTF_8));
    }
}
