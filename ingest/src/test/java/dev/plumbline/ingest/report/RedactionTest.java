package dev.plumbline.ingest.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.Content;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String LEAKS = """
            [{"RuleID": "aws-key", "Description": "AWS AKIA1 found", "StartLine": 7, "Entropy": 3.5, "Match": "key=AKIA1",
              "Secret": "AKIA1", "File": "a/b.py", "Commit": "cafe", "Message": "add AKIA1", "Tags": ["AKIA1"], "Fingerprint": "x"}]
            """;

    @Test
    void rulesAndPlacesAreKeptAndNothingElse() throws IOException {
        String kept = redacted(LEAKS.getBytes(StandardCharsets.UTF_8));

        assertThat(kept).isEqualToIgnoringWhitespace("""
                        [{"RuleID":"aws-key","Description":"[redacted]","StartLine":7,"Entropy":"[redacted]",
                        "Match":"[redacted]","Secret":"[redacted]","File":"a/b.py","Commit":"[redacted]",
                        "Message":"[redacted]","Tags":["[redacted]"],"Fingerprint":"[redacted]"}]
                        """);
    }

    @Test
    void packedReportIsRedactedToo() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(LEAKS.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(redacted(packed.toByteArray())).contains("aws-key").doesNotContain("AKIA1");
    }

    @Test
    void sourceLineOfAnOldReportIsNoPlace() throws IOException {
        String old =
                "[{\"line\": \"password = 12345\", \"lineNumber\": 3, \"offender\": \"12345\", \"rule\": \"pw\", \"file\": \"a.py\"}]";

        assertThat(redacted(old.getBytes(StandardCharsets.UTF_8)))
                .contains("\"lineNumber\":3")
                .doesNotContain("12345");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"RuleID,Secret\naws,AKIA1\n", "<a secret='AKIA1'/>", "{\"a\": \"AKIA1\"", "[\"AKIA1\", tru"})
    void ofWhatCannotBeLookedThroughNothingIsKept(String report) throws IOException {
        assertThat(redacted(report.getBytes(StandardCharsets.UTF_8))).doesNotContain("AKIA1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trufflehog-v3.jsonl",
                "trufflehog-v2.jsonl",
                "trufflehog3.json",
                "ggshield.json",
                "gitlab-secrets.json",
                "whispers.json",
                "github-secret-alerts.json"
            })
    void redactedReportStillSaysWhatRulesFoundSomething(String file) throws IOException {
        byte[] report = Samples.resource("report/secrets/" + file);
        Reading before = Samples.read(report, Declared.NOTHING);

        Reading after = Samples.read(redacted(report), Declared.NOTHING);

        assertThat(Redaction.needed(before)).isTrue();
        assertThat(after.findings()).hasSameSizeAs(before.findings());
        assertThat(after.findings().stream().map(Finding::line))
                .containsExactlyInAnyOrderElementsOf(
                        before.findings().stream().map(Finding::line).toList());
    }

    @Test
    void reportsOfOtherToolsAreKeptAsTheyAre() {
        assertThat(Redaction.needed(Samples.read("[]", Samples.as("findings:eslint"))))
                .isFalse();
        assertThat(Redaction.needed(Samples.read("[]", Samples.as("secrets")))).isTrue();
    }

    private static String redacted(byte[] report) throws IOException {
        var out = new ByteArrayOutputStream();
        Redaction.write(Content.of(report), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
