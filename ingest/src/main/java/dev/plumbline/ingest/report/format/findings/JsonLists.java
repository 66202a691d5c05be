package dev.plumbline.ingest.report.format.findings;

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
import java.util.function.BiConsumer;
import java.util.function.Function;

/// Reads the JSON of one linter whose lists say by their names what their entries are, which no row of a table can.
///
/// @param look at the beginning of a file
/// @param body takes the whole value on which the cursor stands
record JsonLists(
        String name,
        Tool tool,
        FormatPage page,
        Function<Head, Recognition> look,
        BiConsumer<JsonCursor, FindingsSheet> body)
        implements ReportReader {

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a JSON report of " + tool.name();
    }

    @Override
    public boolean canBe(Kind kind) {
        return tool.canBe(kind);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return look.apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            body.accept(json, sheet);
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool, FindingsSheet.Errors.LEVEL);
    }
}
