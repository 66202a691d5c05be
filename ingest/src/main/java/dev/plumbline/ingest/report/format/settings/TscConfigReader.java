package dev.plumbline.ingest.report.format.settings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
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

/// `tsc --showConfig` (definition: the TypeScript handbook). Comments, as `tsconfig.json` may hold them, are not in it:
/// the compiler writes what is in force, with what the file extends.
final class TscConfigReader implements ReportReader {
    private static final String TOOL = "tsc";
    private static final Kind KIND = Kind.settings(TOOL);
    private static final String OPTIONS = "compilerOptions";

    @Override
    public Format format() {
        return new Format("tsc-config");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "the configuration of the TypeScript compiler";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "tsc --showConfig",
                "3.2 and later",
                "compiler options that are texts, numbers, true or false",
                "files, references, lists",
                "https://www.typescriptlang.org/docs/handbook/compiler-options.html");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(KIND);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, OPTIONS);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SettingsSheet(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the configuration", name -> {
                if (name.equals(OPTIONS)) {
                    json.object(name, option -> option(json, option, sheet));
                }
            });
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, TOOL);
    }

    private static void option(JsonCursor json, String name, SettingsSheet sheet) {
        if (json.isObject() || json.isArray() || json.isNull()) {
            return;
        }
        String text = json.textOrNothing(200);
        if (text != null) {
            sheet.set(name, text);
        } else if (json.isNumber()) {
            sheet.set(name, String.valueOf(json.number(name)));
        } else {
            sheet.set(name, String.valueOf(json.flag(name)));
        }
    }
}
