package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Gitleaks' JSON: a list of leaks (definition:
/// [report/finding.go](https://github.com/gitleaks/gitleaks/blob/master/report/finding.go); before version 8 with the
/// fields `rule`, `offender`, `file`). It is an empty list, or null, where nothing was found; that is no
/// sign of Gitleaks, so the sender must say that secrets were looked for.
final class GitleaksJsonReader implements SecretsReader {
    private static final String TOOL = "gitleaks";
    private static final Set<String> CURRENT = Set.of("RuleID", "File");
    private static final Set<String> LEGACY = Set.of("offender", "file");

    @Override
    public Format format() {
        return new Format("gitleaks-json");
    }

    @Override
    public String title() {
        return "a Gitleaks report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Gitleaks --report-format json",
                "up to 7, and 8",
                "rules, descriptions, files, lines",
                "the secrets, commits, authors, messages",
                "https://github.com/gitleaks/gitleaks/blob/master/report/finding.go");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonArray list when list.empty() -> nothing(declared);
            case Shape.Text text when nil(text) -> nothing(declared);
            case Shape.JsonArray list
            when list.itemFields().containsAll(CURRENT) || list.itemFields().containsAll(LEGACY) -> Recognition.MATCH;
            case Shape.JsonArray _ ->
                Recognition.alike(
                        "its entries have the fields RuleID and File, or offender and file, here they have not");
            case Shape.JsonObject _ -> Recognition.alike("it is a list, here it is an object");
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    private static boolean nil(Shape.Text text) {
        return text.lines().equals(List.of("null"));
    }

    private static Recognition nothing(Declared declared) {
        return SecretsReader.declared(declared, TOOL)
                ? Recognition.MATCH
                : Recognition.alike("an empty list or null is this tool's when the declared kind is secrets");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet(TOOL, allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.array("the report", () -> sheet.add(leak(json, sheet), json::where));
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static Secret leak(JsonCursor json, SecretSheet sheet) {
        var secret = new Secret();
        json.object("a leak", name -> {
            switch (name) {
                case "RuleID", "rule" -> secret.rule = json.text("a rule", RULE_CHARS);
                case "reason" -> secret.description = json.text("a reason", RULE_CHARS);
                case "Description" -> secret.description = json.text("a description", RULE_CHARS);
                case "File", "file" -> secret.path = json.text("a file", PATH_CHARS);
                case "StartLine", "lineNumber" -> secret.line(json);
                case "Secret", "offender" -> look(json, sheet);
                default -> {
                    // authors, messages and the lines around the secret are not taken
                }
            }
        });
        return secret;
    }

    /// With `--redact` the tool writes REDACTED in the place of a secret, or only its first characters and
    /// an ellipsis.
    private static void look(JsonCursor json, SecretSheet sheet) {
        if (sheet.isPlainText()) {
            return;
        }
        String text = json.textOrNothing(RULE_CHARS);
        if (text != null && !text.isEmpty() && !text.contains("REDACTED") && !text.endsWith("...")) {
            sheet.plainText();
        }
    }
}
