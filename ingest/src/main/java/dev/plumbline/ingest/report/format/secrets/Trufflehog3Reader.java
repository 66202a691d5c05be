package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.Set;

/// The JSON of trufflehog3, another program than TruffleHog 3 (definition: `Issue` in its
/// [models.py](https://github.com/feeltheajf/trufflehog3/blob/master/trufflehog3/models.py)): a list of issues, each
/// with its rule; before version 3 with a `reason` and the strings that were found. Severity: the rule's
/// own word.
final class Trufflehog3Reader implements SecretsReader {
    private static final Set<String> CURRENT = Set.of("rule", "path", "secret");
    private static final Set<String> LEGACY = Set.of("reason", "path", "stringsFound");

    @Override
    public Format format() {
        return new Format("trufflehog3-json");
    }

    @Override
    public String title() {
        return "a trufflehog3 report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "trufflehog3 --format json",
                "2 and 3",
                "rules, severities, paths, lines",
                "the secrets, contexts, commits, authors",
                "https://github.com/feeltheajf/trufflehog3/blob/master/trufflehog3/models.py");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonArray list
            when list.itemFields().containsAll(CURRENT) || list.itemFields().containsAll(LEGACY) -> Recognition.MATCH;
            case Shape.JsonArray _ ->
                Recognition.alike("its issues have the fields rule, path and secret, here they have not");
            case Shape.JsonObject _ -> Recognition.alike("it is a list, here it is an object");
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet("trufflehog3", allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.array("the report", () -> sheet.add(issue(json, sheet), json::where));
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static Secret issue(JsonCursor json, SecretSheet sheet) {
        var secret = new Secret();
        json.object("an issue", name -> {
            switch (name) {
                case "rule" -> rule(json, secret);
                case "reason" -> secret.rule = json.text("a reason", RULE_CHARS);
                case "path" -> secret.path = json.text("a path", PATH_CHARS);
                case "line" -> secret.line(json);
                case "secret", "stringsFound" -> sheet.plainText();
                default -> {
                    // contexts, commits, people
                }
            }
        });
        return secret;
    }

    private static void rule(JsonCursor json, Secret secret) {
        json.object("a rule", name -> {
            switch (name) {
                case "id" -> secret.rule = json.textOrNothing(RULE_CHARS);
                case "message" -> secret.description = json.textOrNothing(RULE_CHARS);
                case "severity" -> {
                    String word = json.textOrNothing(20);
                    secret.severity = Severities.ofWord(word == null ? "" : word);
                }
                default -> {
                    // its pattern
                }
            }
        });
    }
}
