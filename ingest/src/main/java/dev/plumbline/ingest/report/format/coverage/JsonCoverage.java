package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.function.Function;

/// Reads the JSON coverage of one tool.
///
/// @param tool which writes it, where the sender names none
/// @param look at the beginning of a file
record JsonCoverage(String name, String tool, FormatPage page, Function<Head, Recognition> look, Body body)
        implements CoverageReader {

    /// Takes the value on which the cursor stands, the whole file.
    @FunctionalInterface
    interface Body {
        void read(JsonCursor json, CoverageSheet sheet);
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a coverage report (" + name + ")";
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return look.apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            body.read(json, sheet);
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, tool), null));
    }

    static int number(JsonCursor json, String what) {
        Integer value = json.whole(what);
        if (value == null || value < 0) {
            throw json.wrong("The value of " + what + " is not a whole number from 0.");
        }
        return value;
    }

    /// {@return whether a count of hits, however large, is more than none}
    static boolean some(JsonCursor json, String what) {
        Double value = json.number(what);
        return value != null && value > 0;
    }

    static String text(JsonCursor json) {
        String text = json.textOrNothing(4_096);
        return text == null ? "" : text;
    }
}
