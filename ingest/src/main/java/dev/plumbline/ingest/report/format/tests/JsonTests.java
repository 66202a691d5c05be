package dev.plumbline.ingest.report.format.tests;

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
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the JSON of one test tool.
///
/// @param tool which writes it
/// @param look at the beginning of a file
record JsonTests(String name, String tool, FormatPage page, Function<Head, Recognition> look, Body body)
        implements TestsReader {

    /// Takes the first value of the file, on which the cursor stands, up to the end of the file.
    @FunctionalInterface
    interface Body {
        /// {@return the tool's version; null where the report does not say}
        @Nullable
        String read(JsonCursor json, TestSheet sheet);
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a JSON test report of " + tool;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return look.apply(head);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        String version;
        try (var json = Json.open(input.content(), allowance)) {
            version = body.read(json, sheet);
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, tool, version));
    }

    /// {@return the text; empty for everything else}
    static String text(JsonCursor json) {
        String text = json.textOrNothing(MESSAGE_CHARS);
        return text == null ? "" : text;
    }

    /// {@return the number; null for everything else}
    static @Nullable Double number(JsonCursor json) {
        return json.isNumber() ? json.number("a number") : null;
    }

    /// {@return the number from 0 to what fits; null for everything else}
    static @Nullable Integer count(JsonCursor json) {
        Double number = number(json);
        return number == null || number < 0 || number > Integer.MAX_VALUE ? null : Integer.valueOf(number.intValue());
    }

    static boolean flag(JsonCursor json) {
        boolean other = json.isNull() || json.isText() || json.isNumber() || json.isObject() || json.isArray();
        return !other && Boolean.TRUE.equals(json.flag("a truth value"));
    }

    /// Visits the fields where there is an object.
    static void object(JsonCursor json, Consumer<String> field) {
        if (json.isObject()) {
            json.object("an object", field);
        }
    }

    /// Visits the items where there is a list.
    static void list(JsonCursor json, Runnable item) {
        if (json.isArray()) {
            json.array("a list", item);
        }
    }
}
