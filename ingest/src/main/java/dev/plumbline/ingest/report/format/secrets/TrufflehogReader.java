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
import dev.plumbline.model.evidence.Severity;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/// TruffleHog's JSON, an object a line: of version 3 (definition:
/// [pkg/output/json.go](https://github.com/trufflesecurity/trufflehog/blob/main/pkg/output/json.go)) with a detector
/// and a place in one of many sources, of version 2 (definition: `print_results` in its `truffleHog.py`)
/// with a reason and a path. The tool's own log lines may stand between them. It writes nothing where it
/// finds nothing; then the sender must name the tool. Severity: critical where the tool verified the
/// secret, else unstated.
final class TrufflehogReader implements SecretsReader {
    private static final String TOOL = "trufflehog";
    private static final Set<String> VERSION_2 = Set.of("stringsFound", "reason");
    private static final Set<String> LOG = Set.of("level", "logger", "msg");

    @Override
    public Format format() {
        return new Format("trufflehog-json");
    }

    @Override
    public String title() {
        return "a TruffleHog report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "TruffleHog --json",
                "2 and 3",
                "detectors, files, lines, what was verified",
                "the secrets, commits, authors, differences",
                "https://github.com/trufflesecurity/trufflehog/blob/main/pkg/output/json.go");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonObject object -> fields(object.fields(), head);
            // a list of reasons and strings is of trufflehog3
            case Shape.JsonArray list
            when !list.empty() && !list.itemFields().containsAll(VERSION_2) -> fields(list.itemFields(), head);
            case Shape.Empty _ when TOOL.equalsIgnoreCase(declared.tool().name()) -> Recognition.MATCH;
            case Shape.JsonArray _ -> Recognition.alike("it has an object for each secret, here is none");
            case Shape.Empty _ -> Recognition.alike("an empty file is this tool's when the sender names the tool");
            case Shape.Xml _, Shape.Text _, Shape.Binary _ -> Recognition.apart("it is JSON, an object a line");
        };
    }

    private static Recognition fields(Set<String> fields, Head head) {
        boolean current = fields.contains("DetectorName") || fields.contains("DetectorType");
        boolean result = current && (fields.contains("SourceMetadata") || fields.contains("Raw"));
        boolean log = fields.containsAll(LOG) && head.has("\"logger\":\"trufflehog\"");
        return result || fields.containsAll(VERSION_2) || log
                ? Recognition.MATCH
                : Recognition.alike(
                        "its objects have DetectorName and SourceMetadata, or reason and stringsFound, here they have not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet(TOOL, allowance);
        sheet.verifies();
        if (!(head.shape() instanceof Shape.Empty)) {
            try (var json = Json.open(input.content(), allowance)) {
                json.values("the results", () -> result(json, sheet));
                sheet.notes().replaced(json.replacedCharacters());
            }
        }
        return sheet.reading(this, input);
    }

    private static void result(JsonCursor json, SecretSheet sheet) {
        var secret = new Secret();
        var names = new HashSet<String>();
        json.object("a result", name -> {
            names.add(name);
            switch (name) {
                case "DetectorName", "reason" -> secret.rule = json.text("a detector", RULE_CHARS);
                case "DetectorDescription" -> secret.description = json.textOrNothing(RULE_CHARS);
                case "Verified" -> secret.verified = Boolean.TRUE.equals(json.flag(name));
                case "SourceMetadata" -> source(json, secret);
                case "path" -> secret.path = json.text("a path", PATH_CHARS);
                default -> {
                    // the secrets, and what was written around them
                }
            }
        });
        if (names.containsAll(LOG)) {
            return;
        }
        if (names.contains("Raw") || names.contains("stringsFound")) {
            sheet.plainText();
        }
        secret.description = secret.description == null || secret.description.isBlank() ? null : secret.description;
        secret.severity = secret.verified ? Severity.CRITICAL : Severity.UNSTATED;
        sheet.add(secret, json::where);
    }

    /// `{"Data": {"Git": {"file": …, "line": …}}}`: each source has its own name and its own fields.
    private static void source(JsonCursor json, Secret secret) {
        if (!json.isObject()) {
            return;
        }
        json.object("a source", data -> {
            if (data.equals("Data") && json.isObject()) {
                json.object(data, kind -> {
                    if (json.isObject()) {
                        json.object(kind, name -> place(json, name, secret));
                    }
                });
            }
        });
    }

    private static void place(JsonCursor json, String name, Secret secret) {
        switch (name) {
            case "file" -> secret.path = json.textOrNothing(PATH_CHARS);
            case "link" -> {
                String link = secret.path == null ? json.textOrNothing(PATH_CHARS) : secret.path;
                secret.path = link;
            }
            case "line" -> secret.line(json);
            default -> {
                // commits, addresses, names of people
            }
        }
    }
}
