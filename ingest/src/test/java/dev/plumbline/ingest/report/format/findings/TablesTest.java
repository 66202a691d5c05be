package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Samples;
import dev.plumbline.model.evidence.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TablesTest {
    /// The findings behind the cut would be missing, and nobody would know.
    @ParameterizedTest
    @CsvSource({"bandit.csv, 140", "flawfinder.csv, 60", "pmd.csv, 3", "pmd.csv, 60"})
    void tableThatEndsInTheMiddleOfARowIsRefused(String file, int missing) {
        byte[] whole = Samples.resource("findings/" + file);
        byte[] cut = Arrays.copyOf(whole, whole.length - missing);

        assertThat(Samples.refusal(cut, Declared.NOTHING).what()).startsWith("The last row ");
    }

    /// Any formatter's list could be empty: the kind alone does not say that rustfmt ran.
    @Test
    void emptyListIsNoFormattersByItsKindAlone() {
        byte[] list = "[]".getBytes(StandardCharsets.UTF_8);

        assertThat(Samples.refusal(list, Declared.kind(new Kind("format"))).what())
                .startsWith("The report is an empty list");
    }
}
