package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.function.Function;

/// Reads the JSON of a tool whose findings are about no file.
final class ScanReader implements ReportReader {
    private final Scan scan;

    ScanReader(Scan scan) {
        this.scan = scan;
    }

    /// @param tool which writes it, as the second half of a kind
    record Scan(String format, String tool, FormatPage page, Function<Head, Recognition> look, Body body) {
        /// Takes the value on which the cursor stands, the first of the file.
        @FunctionalInterface
        interface Body {
            void read(JsonCursor json, ScanSheet sheet);
        }
    }

    @Override
    public Format format() {
        return new Format(scan.format());
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a JSON document of " + scan.tool();
    }

    @Override
    public FormatPage page() {
        return scan.page();
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.findings(scan.tool()));
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return scan.look().apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new ScanSheet(scan.tool(), allowance);
        try (var json = Json.open(input.content(), allowance)) {
            scan.body().read(json, sheet);
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }
}
