package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.io.IOException;
import java.util.regex.Pattern;

/// GitLab's secret detection report (definition:
/// [secret-detection-report-format.json](https://gitlab.com/gitlab-org/security-products/security-report-schemas)).
/// Before version 14 it names the scan in the `category` of its entries only. Severities: GitLab's own
/// words.
final class GitlabSecretsReader implements SecretsReader {
    private static final Pattern SECRETS =
            Pattern.compile("\"(?:type|category)\"\\s{0,20}:\\s{0,20}\"secret_detection\"|\"gitleaks_rule_id\"");

    @Override
    public Format format() {
        return new Format("gitlab-secret-detection");
    }

    @Override
    public String title() {
        return "a GitLab secret detection report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "GitLab secret detection",
                "schemas 2 to 15",
                "rules, severities, files, lines, analyzer, status of the scan",
                "the secrets, commits, remediations",
                "https://gitlab.com/gitlab-org/security-products/security-report-schemas");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "version", "vulnerabilities");
        return look instanceof Recognition.Match
                        && !SecretsReader.declared(declared, "gitlab")
                        && !Looks.near(head, SECRETS, "\"secret_detection\"", "\"gitleaks_rule_id\"")
                ? Recognition.alike("its scan is of the type secret_detection, here that cannot be seen")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        boolean[] seen = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            var sheet = new SecretSheet("gitlab-secret-detection", allowance);
            json.object("the report", name -> {
                switch (name) {
                    case "vulnerabilities" -> {
                        seen[0] = json.isArray();
                        json.array(name, () -> sheet.add(vulnerability(json, sheet), json::where));
                    }
                    case "scan" -> scan(json, sheet);
                    default -> {
                        // remediations, and the version of the schema
                    }
                }
            });
            json.end();
            if (!seen[0]) {
                throw json.wrong("The report has no list of vulnerabilities.");
            }
            sheet.notes().replaced(json.replacedCharacters());
            return sheet.reading(this, input);
        }
    }

    private static Secret vulnerability(JsonCursor json, SecretSheet sheet) {
        var secret = new Secret();
        json.object("a vulnerability", name -> {
            switch (name) {
                case "name" -> secret.description = json.textOrNothing(RULE_CHARS);
                case "severity" -> {
                    String word = json.textOrNothing(20);
                    secret.severity = Severities.ofWord(word == null ? "" : word);
                }
                case "location" -> location(json, secret);
                case "identifiers" -> json.array(name, () -> identifier(json, secret));
                case "raw_source_code_extract" -> {
                    if (json.isText()) {
                        sheet.plainText();
                    }
                }
                default -> {
                    // descriptions and links
                }
            }
        });
        return secret;
    }

    private static void location(JsonCursor json, Secret secret) {
        json.object("a location", name -> {
            switch (name) {
                case "file" -> secret.path = json.textOrNothing(PATH_CHARS);
                case "start_line" -> secret.line(json);
                default -> {
                    // commits and people
                }
            }
        });
    }

    private static void identifier(JsonCursor json, Secret secret) {
        json.object("an identifier", name -> {
            if (name.equals("value") && secret.rule == null) {
                secret.rule = json.textOrNothing(RULE_CHARS);
            }
        });
    }

    private static void scan(JsonCursor json, SecretSheet sheet) {
        json.object("the scan", name -> {
            switch (name) {
                case "status" ->
                    sheet.success("failure".equals(json.textOrNothing(20)) ? Success.FAILED : Success.SUCCEEDED);
                case "analyzer", "scanner" ->
                    json.object(name, field -> {
                        if (field.equals("version")) {
                            sheet.version(json.textOrNothing(60));
                        }
                    });
                default -> {
                    // the scan's times have no zone
                }
            }
        });
    }
}
