package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Issues as an engine writes them for Code Climate (definition: [its
/// specification](https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md#output)): one after
/// another, each with a null character behind it. GitLab's list of the same is another format.
final class CodeClimateReader implements ReportReader {
    private final JsonDialectReader issues = new JsonDialectReader(dialect());

    private static JsonDialect dialect() {
        return JsonDialect.of("codeclimate-json", Tool.shared("code-quality"))
                .sequence("check_name", "description", "location")
                .values("type")
                .columns(
                        "check_name",
                        "description",
                        "location/path",
                        "location/lines/begin|location/positions/begin/line",
                        "severity")
                .adjust((row, entry) -> row.text("type").equals("measurement") ? null : entry)
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "PMD -f codeclimate, Code Climate's engines",
                        "issues with rule, severity, place; the tool where the sender names it in the kind",
                        "https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md#output");
    }

    @Override
    public Format format() {
        return issues.format();
    }

    @Override
    public int version() {
        return issues.version();
    }

    @Override
    public String title() {
        return "issues of a Code Climate engine";
    }

    @Override
    public FormatPage page() {
        return issues.page();
    }

    @Override
    public boolean canBe(Kind kind) {
        return issues.canBe(kind);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return issues.recognise(head, declared);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var lines = new ReportInput(
                input.part(),
                () -> separated(input.content().open()),
                input.digest(),
                input.declared(),
                input.receivedAt());
        return issues.read(lines, head, allowance);
    }

    /// In UTF-16, which no engine writes but a shell may, half of the bytes are null: it stays as it is.
    private static InputStream separated(InputStream in) throws IOException {
        var whole = new BufferedInputStream(in);
        whole.mark(2);
        byte[] first = whole.readNBytes(2);
        whole.reset();
        boolean wide = first.length == 2 && (first[0] <= 0 && first[0] >= -2 || first[1] == 0);
        return wide ? whole : new Separated(whole);
    }

    /// The null characters as line ends.
    private static final class Separated extends FilterInputStream {
        Separated(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            return one == 0 ? '\n' : one;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            for (int i = from; i < from + count; i++) {
                bytes[i] = bytes[i] == 0 ? (byte) '\n' : bytes[i];
            }
            return count;
        }
    }
}
