package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Secret scanners whose report is a plain list, as rows of a table. What was found is never taken over.
///
/// @param tool which writes it
/// @param signs fields of an entry by which the list is recognised
/// @param columns what the fields are called
record SecretRows(String name, String tool, FormatPage page, Set<String> signs, Columns columns)
        implements SecretsReader {

    /// @param secret the field that holds the secret itself
    record Columns(String rule, String description, String path, String line, String severity, String secret) {}

    static List<SecretRows> all() {
        return List.of(whispers(), githubAlerts(), rustyHog());
    }

    /// Whispers' models/pair.py.
    private static SecretRows whispers() {
        return new SecretRows(
                "whispers-json",
                "whispers",
                new FormatPage(
                        "whispers --output, Skyscanner's and its successor",
                        "1 and 2",
                        "rules, severities, files, lines",
                        "keys and values",
                        "https://github.com/adeptex/whispers#readme"),
                Set.of("key", "value", "file", "severity"),
                new Columns("rule_id", "message", "file", "line", "severity", "value"));
    }

    /// GitHub's REST API, «list secret scanning alerts». It names no files; resolved alerts are suppressed.
    private static SecretRows githubAlerts() {
        return new SecretRows(
                "github-secret-scanning-json",
                "secret-scanning",
                new FormatPage(
                        "GitHub's API of secret scanning",
                        "2022-11-28",
                        "kinds of secrets; resolved alerts as suppressed",
                        "the secrets, people, dates; places are not in the answer",
                        "https://docs.github.com/en/rest/secret-scanning/secret-scanning"),
                Set.of("number", "secret_type", "state"),
                new Columns("secret_type", "secret_type_display_name", "", "", "", "secret"));
    }

    /// Rusty Hog's scanners of Confluence, Jira, files and others; that of Git writes what trufflehog3
    /// wrote.
    private static SecretRows rustyHog() {
        return new SecretRows(
                "rusty-hog-json",
                "rusty-hog",
                new FormatPage(
                        "berkshire_hog, duroc_hog, essex_hog, gottingen_hog, ankamali_hog",
                        "1",
                        "reasons, files or addresses",
                        "the strings that were found",
                        "https://github.com/newrelic/rusty-hog#readme"),
                Set.of("stringsFound", "reason"),
                new Columns("reason", "", "path", "linenum", "", "stringsFound"));
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a list of secrets of " + tool;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonArray list)) {
            return Recognition.apart("it is a JSON list");
        }
        boolean own = list.empty()
                ? tool.equalsIgnoreCase(declared.tool().name()) && SecretsReader.declared(declared, tool)
                : list.itemFields().containsAll(signs);
        return own
                ? Recognition.MATCH
                : Recognition.alike(() -> "its entries have the fields "
                        + String.join(", ", signs.stream().sorted().toList()) + ", here they have not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet(tool, allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.array("the report", () -> sheet.add(entry(json, sheet), json::where));
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private Secret entry(JsonCursor json, SecretSheet sheet) {
        var secret = new Secret();
        json.object("an entry", field -> {
            if (field.equals(columns.rule())) {
                secret.rule = json.textOrNothing(RULE_CHARS);
            } else if (field.equals(columns.description())) {
                secret.description = json.textOrNothing(RULE_CHARS);
            } else if (field.equals(columns.path())) {
                secret.path = json.textOrNothing(PATH_CHARS);
            } else if (field.equals(columns.line())) {
                secret.line(json);
            } else if (field.equals(columns.severity())) {
                String word = json.textOrNothing(40);
                secret.severity = Severities.ofWord(word == null ? "" : word);
            } else if (field.equals(columns.secret())) {
                found(json, sheet);
            } else if (field.equals("state")) {
                secret.state = "resolved".equals(json.textOrNothing(40)) ? State.SUPPRESSED : State.OPEN;
            }
        });
        return secret;
    }

    private static void found(JsonCursor json, SecretSheet sheet) {
        if (json.isArray()) {
            json.array("what was found", () -> look(json.textOrNothing(RULE_CHARS), sheet));
        } else {
            look(json.textOrNothing(RULE_CHARS), sheet);
        }
    }

    private static void look(@Nullable String text, SecretSheet sheet) {
        if (text != null && !text.isBlank() && text.chars().anyMatch(c -> c != '*')) {
            sheet.plainText();
        }
    }
}
