package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// GitGuardian's `ggshield secret scan --json` (definition:
/// [output/schemas.py](https://github.com/GitGuardian/ggshield/blob/main/ggshield/verticals/secret/output/schemas.py)):
/// scans inside one another, with entities that have incidents. An incident counts once, at its first
/// occurrence. The tool hides the secrets unless asked to show them. Severity: critical where the secret is
/// valid, else unstated; an incident that somebody ignored counts as suppressed.
final class GgshieldReader implements SecretsReader {
    @Override
    public Format format() {
        return new Format("ggshield-json");
    }

    @Override
    public String title() {
        return "a ggshield report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "ggshield secret scan --json",
                "all",
                "detectors, files, lines, what is valid, errors of the scan",
                "the secrets, commits, people, further occurrences",
                "https://github.com/GitGuardian/ggshield/blob/main/ggshield/verticals/secret/output/schemas.py");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, "total_incidents", "total_occurrences");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet("ggshield", allowance);
        sheet.verifies();
        try (var json = Json.open(input.content(), allowance)) {
            boolean total = scan(json, sheet);
            json.end();
            if (!total) {
                throw json.wrong("The report does not say how many incidents there are.");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    /// {@return whether the scan says how many incidents it has}
    private static boolean scan(JsonCursor json, SecretSheet sheet) {
        @Nullable Integer[] total = new @Nullable Integer[1];
        json.object("a scan", name -> {
            switch (name) {
                case "scans" -> json.array(name, () -> scan(json, sheet));
                case "entities_with_incidents" -> json.array(name, () -> entity(json, sheet));
                case "errors" -> json.array(name, () -> error(json, sheet));
                case "total_incidents" -> total[0] = json.whole(name);
                default -> {
                    // what was scanned
                }
            }
        });
        // the outermost scan ends last, and its total is that of all
        sheet.declared(total[0]);
        return total[0] != null;
    }

    private static void error(JsonCursor json, SecretSheet sheet) {
        sheet.success(Success.FAILED);
        json.object("an error", name -> {
            String text = name.equals("description") ? json.textOrNothing(RULE_CHARS) : null;
            if (text != null) {
                sheet.notes().add("The tool reports an error of its own: «" + Texts.shown(text, 100) + "».");
            }
        });
    }

    private static void entity(JsonCursor json, SecretSheet sheet) {
        @Nullable String[] file = new @Nullable String[1];
        json.object("an entity", name -> {
            switch (name) {
                case "filename" -> file[0] = json.text(name, PATH_CHARS);
                case "incidents" -> json.array(name, () -> sheet.add(incident(json, file[0]), json::where));
                default -> {
                    // totals
                }
            }
        });
    }

    private static Secret incident(JsonCursor json, @Nullable String file) {
        var secret = new Secret();
        secret.path = file;
        json.object("an incident", name -> {
            switch (name) {
                case "type" -> secret.rule = json.textOrNothing(RULE_CHARS);
                case "detector" -> secret.description = json.textOrNothing(RULE_CHARS);
                case "validity" -> secret.verified = "valid".equals(json.textOrNothing(20));
                case "ignore_reason" -> secret.state = json.isNull() ? State.OPEN : State.SUPPRESSED;
                case "occurrences" -> json.array(name, () -> occurrence(json, secret));
                default -> {
                    // digests of secrets
                }
            }
        });
        secret.severity = secret.verified ? Severity.CRITICAL : Severity.UNSTATED;
        return secret;
    }

    private static void occurrence(JsonCursor json, Secret secret) {
        json.object("an occurrence", name -> {
            if (name.equals("line_start") && secret.line == 0) {
                secret.line(json);
            }
        });
    }
}
