package dev.plumbline.ingest.report.format.findings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTest {
    private static final String LINE = "line";

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 42, 999_999_999, 1_000_000_000, 123_456_789_012_345L, -123_456_789_012_345L})
    void aNumberSaysWhatItsTextSays(long number) {
        var row = new Row(null);
        row.put(LINE, number);
        var written = new Row(null);
        written.put(LINE, Long.toString(number));

        int before = row.number(LINE);
        String text = row.text(LINE);

        assertThat(before).isEqualTo(written.number(LINE));
        assertThat(text).isEqualTo(Long.toString(number));
        assertThat(row.number(LINE)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"column|line", "line", "line|column"})
    void theRowAroundIsAskedForANumberThatIsNotThere(String paths) {
        var around = new Row(null);
        around.put(LINE, 7);
        var row = new Row(around);
        row.put("end", 9);

        assertThat(row.number(paths)).isEqualTo(7);
        assertThat(row.number("end|line")).isEqualTo(9);
        assertThat(row.text(paths)).isEqualTo("7");
    }
}
