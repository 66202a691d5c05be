package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files whose telling fields stand behind a long list, past what is looked at first.
class FarFieldsTest {
    private static final int MANY = 2_000;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String list(String item) {
        return "[" + String.join(",", Collections.nCopies(MANY, item)) + "]";
    }

    @Test
    void summaryBehindLongListTellsTheTool() {
        String finding = "{\"type\":\"unused-binding\",\"filename\":\"src/core.clj\",\"row\":1,\"level\":\"warning\","
                + "\"message\":\"unused binding x\"}";
        var reading = Samples.read(
                bytes("{\"findings\":" + list(finding) + ",\"summary\":{\"error\":0,\"warning\":" + MANY + "}}"),
                Declared.NOTHING);

        assertThat(reading.evidence().getFirst().source().format().id()).isEqualTo("clj-kondo-json");
        assertThat(reading.figures().counted()).containsEntry("findings", (long) MANY);
    }

    @Test
    void callsOfGovulncheckBeforeVersionOneComeBeforeItsVulnerabilities() {
        String functions = IntStream.range(0, MANY)
                .mapToObj(i -> "\"" + i + "\":{\"ID\":" + i + ",\"Name\":\"main\",\"PkgPath\":\"example.com/shop\"}")
                .collect(Collectors.joining(","));
        var reading = Samples.read(
                bytes("{\"Calls\":{\"Functions\":{" + functions + "}},\"Imports\":{},\"Requires\":{},\"Vulns\":null,"
                        + "\"Modules\":[{\"Path\":\"stdlib\"},{\"Path\":\"example.com/shop\"}]}"),
                Declared.NOTHING);

        assertThat(reading.figures().counted())
                .containsEntry("findings", 0L)
                .containsEntry("vulnerabilities", 0L)
                .containsEntry("dependencies", 2L);
    }

    @Test
    void longFileOfUnknownFieldsIsRefusedAsUnknown() {
        String fields = IntStream.range(0, 10 * MANY)
                .mapToObj(i -> "\"field " + i + "\":[" + i + "]")
                .collect(Collectors.joining(","));

        assertThat(Samples.refusal(bytes("{" + fields + "}"), Declared.NOTHING).what())
                .startsWith("The report's format is not known.");
    }

    @Test
    void longUnknownFileThatBreaksOffIsRefused() {
        assertThat(Samples.refusal(bytes("{\"findings\":" + list("{\"type\":\"x\"}")), Declared.NOTHING)
                        .fix())
                .isNotBlank();
    }
}
