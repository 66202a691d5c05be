package dev.plumbline.ingest.report.format.settings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `eslint --print-config FILE` (definition: ESLint's page on its command line). It is about one file of the project
/// and
/// lists every rule with its severity, alone or first in a list: 0 or `off`, 1 or `warn`, 2 or `error`.
final class EslintConfigReader implements ReportReader {
    private static final String TOOL = "eslint";
    private static final Kind KIND = Kind.settings(TOOL);

    /// Of these, each version writes some beside `rules`.
    private static final Set<String> OWN =
            Set.of("languageOptions", "linterOptions", "parserOptions", "ignorePatterns");
    /// Other files have fields of these names too, such as a run of Newman.
    private static final Set<String> SHARED = Set.of("globals", "env");

    @Override
    public Format format() {
        return new Format("eslint-config");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "ESLint's configuration of a file";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "eslint --print-config",
                "all",
                "rules that warn or fail",
                "options of rules, languages, plugins",
                "https://eslint.org/docs/latest/use/command-line-interface#--print-config");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(KIND);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean own = object.fields().stream().anyMatch(OWN::contains);
        boolean perhaps =
                KIND.equals(declared.kind()) || object.fields().stream().anyMatch(SHARED::contains);
        return own || perhaps && object.fields().contains("rules")
                ? Recognition.MATCH
                : Recognition.alike("it has a field such as languageOptions or parserOptions, here there is none");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SettingsSheet(allowance);
        boolean[] seen = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the configuration", name -> {
                if (name.equals("rules")) {
                    seen[0] = true;
                    json.object(name, rule -> {
                        if (works(json)) {
                            sheet.enable(rule);
                        }
                    });
                }
            });
            json.end();
            if (!seen[0]) {
                throw json.wrong("The configuration has no rules.");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, TOOL);
    }

    private static boolean works(JsonCursor json) {
        if (!json.isArray()) {
            return severity(json);
        }
        @Nullable Boolean[] first = new @Nullable Boolean[1];
        json.array("a rule", () -> first[0] = first[0] == null ? severity(json) : first[0]);
        return Boolean.TRUE.equals(first[0]);
    }

    private static boolean severity(JsonCursor json) {
        if (json.isNumber()) {
            Double level = json.number("a severity");
            return level != null && level > 0;
        }
        String word = json.textOrNothing(10);
        return "warn".equals(word) || "error".equals(word);
    }
}
