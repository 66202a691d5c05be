package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.function.Function;

/// Reads the JSON in which one package manager, or a tool about licences, lists what is installed.
///
/// @param specification its name, as evidence says it
/// @param look at the beginning of a file
record PackagesReader(String name, String specification, FormatPage page, Function<Head, Recognition> look, Body body)
        implements InventoryReader {

    /// Takes the value on which the cursor stands, the whole file.
    @FunctionalInterface
    interface Body {
        void read(JsonCursor json, InventorySheet sheet);
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a list of packages by " + specification;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return look.apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new InventorySheet(specification, allowance);
        try (var json = Json.open(input.content(), allowance)) {
            body.read(json, sheet);
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        var source = sheet.source(this, input);
        return Reading.of(sheet.evidence(source), sheet.figures().build());
    }
}
