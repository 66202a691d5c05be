package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.format.Formats;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// `PLUMBLINE_WRITE_DOCS=1 mvn -pl ingest -am test -Dtest=FormatsPageTest -Dsurefire.failIfNoSpecifiedTests=false`
/// writes
/// docs/formats.md anew.
class FormatsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "formats.md");

    @Test
    void pageInTheDocumentationIsThatOfTheReaders() throws IOException {
        String page = FormatsPage.of(Formats.readers().all());

        if ("1".equals(System.getenv("PLUMBLINE_WRITE_DOCS"))) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE)
                .as(
                        "docs/formats.md is stale: run `PLUMBLINE_WRITE_DOCS=1 mvn -pl ingest -am test -Dtest=FormatsPageTest "
                                + "-Dsurefire.failIfNoSpecifiedTests=false` and commit it")
                .hasContent(page);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("readers")
    void everyReaderSaysWhatItTakes(String format, ReportReader reader) {
        FormatPage page = reader.page();

        assertThat(page.tools()).as(format).isNotBlank();
        assertThat(page.versions()).as(format).isNotBlank();
        assertThat(page.taken()).as(format).isNotBlank().doesNotEndWith(".");
        assertThat(page.left()).as(format).isNotBlank().doesNotEndWith(".");
        assertThat(URI.create(page.definition()).getScheme()).as(format).isEqualTo("https");
    }

    @Test
    void formatsHaveDifferentNames() {
        assertThat(Formats.readers().all()).extracting(ReportReader::format).doesNotHaveDuplicates();
    }

    static Stream<Arguments> readers() {
        List<ReportReader> readers = Formats.readers().all();
        return readers.stream().map(it -> Arguments.arguments(it.format().id(), it));
    }
}
