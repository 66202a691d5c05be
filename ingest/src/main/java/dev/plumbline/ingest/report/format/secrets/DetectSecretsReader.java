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
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Severity;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/// A baseline of detect-secrets (definition:
/// [core/baseline.py](https://github.com/Yelp/detect-secrets/blob/master/detect_secrets/core/baseline.py)): under
/// `results` the entries of each file. What somebody marked as no secret when auditing the baseline
/// (`is_secret: false`) counts as suppressed. Severity: critical where the tool verified the secret, else
/// unstated.
final class DetectSecretsReader implements SecretsReader {
    private static final String TOOL = "detect-secrets";

    @Override
    public Format format() {
        return new Format("detect-secrets-json");
    }

    @Override
    public String title() {
        return "a detect-secrets baseline";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "detect-secrets scan",
                "0.9 and later",
                "types of secrets, files, lines, what was verified, what was audited as no secret",
                "hashes of the secrets, plugins, filters",
                "https://github.com/Yelp/detect-secrets/blob/master/detect_secrets/core/baseline.py");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, "plugins_used", "results");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SecretSheet(TOOL, allowance);
        sheet.verifies();
        boolean[] seen = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the baseline", name -> {
                switch (name) {
                    case "version" -> sheet.version(json.text(name, 60));
                    case "generated_at" -> sheet.ran(null, moment(json.textOrNothing(60)));
                    case "results" -> {
                        seen[0] = true;
                        json.object(
                                name,
                                file -> json.array("the entries of a file", () -> {
                                    sheet.add(entry(json, file), json::where);
                                }));
                    }
                    default -> {
                        // plugins and filters are the tool's settings
                    }
                }
            });
            json.end();
            if (!seen[0]) {
                throw json.wrong("The baseline has no results.");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static Secret entry(JsonCursor json, String file) {
        var secret = new Secret();
        secret.path = file.length() > PATH_CHARS ? file.substring(0, PATH_CHARS) : file;
        json.object("an entry", name -> {
            switch (name) {
                case "type" -> secret.rule = json.text("a type", RULE_CHARS);
                case "line_number" -> secret.line(json);
                case "is_verified" -> secret.verified = Boolean.TRUE.equals(json.flag(name));
                case "is_secret" ->
                    secret.state = Boolean.FALSE.equals(json.flag(name)) ? State.SUPPRESSED : State.OPEN;
                default -> {
                    // the hash of a secret is not taken: short ones can be guessed from it
                }
            }
        });
        secret.severity = secret.verified ? Severity.CRITICAL : Severity.UNSTATED;
        return secret;
    }

    private static @Nullable Instant moment(@Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
