package dev.plumbline.ingest.report.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonValuesTest {
    @Test
    void linesOfTextAreTakenOutAndValuesPassAsTheyAre() throws IOException {
        String values = "{\"a\":\"} \\\"not the end\\\" {\",\"b\":[1,\n2]}";
        var all = opened("# pkg\n" + values + "\nFAIL\tpkg [build failed]\n" + values + "\n2 issues:\n");

        assertThat(text(all).lines().filter(line -> !line.isBlank()).toList())
                .isEqualTo((values + "\n" + values).lines().toList());
        assertThat(all.lines()).isEqualTo(3);
        assertThat(all.said()).containsExactly("# pkg", "FAIL\tpkg [build failed]", "2 issues:");
    }

    @Test
    void lastLineOfTextNeedsNoEnd() throws IOException {
        var all = opened("{}\nexit status 1");

        assertThat(text(all)).isEqualTo("{}\n");
        assertThat(all.said()).containsExactly("exit status 1");
    }

    @Test
    void valuesInUtf16ArePassedAsUtf8() throws IOException {
        var all = JsonValues.open(Content.of("\uFEFF{\"a\":\"ü\"}\r\nü done\r\n".getBytes(StandardCharsets.UTF_16LE)));

        assertThat(text(all).strip()).isEqualTo("{\"a\":\"ü\"}");
        assertThat(all.said()).containsExactly("ü done");
    }

    @Test
    void valueThatIsNotClosedKeepsWhatFollows() throws IOException {
        var all = opened("{\"a\":1\nexit status 1\n");

        assertThat(text(all)).isEqualTo("{\"a\":1\nexit status 1\n");
        assertThat(all.lines()).isZero();
    }

    @Test
    void whatIsWrongBehindLinesOfTextHasItsPlace() throws IOException {
        Content file = Content.of("ok\n{\"n\":\"a\\\"b\"}\n{\"n\":".getBytes(StandardCharsets.UTF_8));
        try (var values = JsonValues.open(file);
                var json = Json.open(values.of(file), Allowance.untimed(1 << 20))) {
            assertThatThrownBy(() -> json.values("a value", () -> {}))
                    .isInstanceOfSatisfying(
                            MalformedReport.class, e -> assertThat(e.where()).isEqualTo(new Where.Place(3, 6)));
            assertThat(values.lines()).isEqualTo(1);
        }
    }

    private static JsonValues opened(String text) throws IOException {
        return JsonValues.open(Content.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String text(JsonValues values) throws IOException {
        return new String(values.readAllBytes(), StandardCharsets.UTF_8);
    }
}
