package dev.plumbline.ingest.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Writes multipart forms as curl does.
final class Form {
    static final String CONTENT_TYPE = "multipart/form-data; boundary=----plumbline";
    static final String COMMIT = "9f2c".repeat(10);
    static final String BUILD = "{\"repository\": {\"name\": \"acme/payments\"}, \"commit\": \"" + COMMIT
            + "\", \"run\": \"1\", \"complete\": true}";
    static final String COVERAGE = """
            <?xml version="1.0" ?>
            <coverage version="7.6.1" timestamp="1730455200000" lines-valid="4" lines-covered="3" line-rate="0.75"
              branches-covered="0" branches-valid="0" branch-rate="0" complexity="0">
              <sources><source>/src</source></sources>
              <packages><package name="." line-rate="0.75" branch-rate="0" complexity="0"><classes>
                <class name="a.py" filename="a.py" complexity="0" line-rate="0.75" branch-rate="0"><methods/><lines>
                  <line number="1" hits="1"/><line number="2" hits="1"/><line number="3" hits="1"/><line number="4" hits="0"/>
                </lines></class></classes></package></packages>
            </coverage>
            """;
    static final String RUFF = """
            [{"cell": null, "code": "E501", "end_location": {"column": 99, "row": 3}, "filename": "/repo/a.py", "fix": null,
              "location": {"column": 89, "row": 3}, "message": "Line too long (98 > 88)", "noqa_row": 3,
              "url": "https://docs.astral.sh/ruff/rules/line-too-long"}]
            """;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    static Form build(String json) {
        return new Form().part("build", null, json);
    }

    Form part(String name, @Nullable String fileName, String content) {
        return raw(
                "Content-Disposition: form-data; name=\"" + name + "\""
                        + (fileName == null
                                ? ""
                                : "; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream"),
                content);
    }

    Form raw(String headers, String content) {
        write("------plumbline\r\n" + headers + "\r\n\r\n" + content + "\r\n");
        return this;
    }

    byte[] bytes() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes("------plumbline--\r\n".getBytes(StandardCharsets.UTF_8));
        return whole.toByteArray();
    }

    /// Without the closing boundary.
    byte[] cutOff() {
        return bytes.toByteArray();
    }

    private void write(String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
