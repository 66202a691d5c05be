package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON in which tools hand findings on: reviewdog, SonarQube, GitHub's alerts, the first version of SARIF,
/// and GitLab's scans other than those of source code.
final class ExchangeJson {
    private ExchangeJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                rdjson(),
                rdjsonl(),
                sonarGeneric(),
                sonarIssues(),
                githubAlerts(),
                sarif1(),
                gitlabDast(),
                gitlabFuzzing());
    }

    /// reviewdog's proto/rdf/reviewdog.proto, DiagnosticResult.
    private static JsonDialect rdjson() {
        return reviewdog("rdjson")
                .object("diagnostics")
                .without("number_of_files", "summary", "errors", "version", "generalDiagnostics", "command")
                .only(JsonDialect.has("source", "location"))
                .findings("/diagnostics/*")
                .page(
                        "tools that write for reviewdog",
                        "diagnostics with code, severity, place; the tool by its name in `source`",
                        "https://github.com/reviewdog/reviewdog/tree/master/proto/rdf");
    }

    /// The same, Diagnostic: one a line.
    private static JsonDialect rdjsonl() {
        return reviewdog("rdjsonl")
                .sequence("message", "location")
                .without("end", "reason", "filename", "check_name", "kind", "rule", "locations")
                .only(JsonDialect.has("path"))
                .silence(JsonDialect.Silence.IN_THIS_FORMAT)
                .page(
                        "tools that write for reviewdog",
                        "diagnostics with code, severity, place; the tool by its name in `source`",
                        "https://github.com/reviewdog/reviewdog/tree/master/proto/rdf");
    }

    private static JsonDialect.Builder reviewdog(String format) {
        return JsonDialect.of(format, Tool.shared("reviewdog"))
                .columns("code/value", "message", "location/path", "location/range/start/line", "severity")
                .values("source/name")
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .facts((row, sheet) -> {
                    String source = row.find("source/name");
                    if (source != null) {
                        sheet.writtenBy(source);
                    }
                });
    }

    /// SonarQube's «generic formatted issue reports», with the rules apart since 10.3. Words as in {@link
    /// dev.plumbline.ingest.report.finding.Severities}.
    private static JsonDialect sonarGeneric() {
        return JsonDialect.of("sonar-generic-json", Tool.shared("sonar"))
                .object("issues")
                .only(JsonDialect.has("primaryLocation"))
                .findings("/issues/*")
                .columns(
                        "ruleId",
                        "primaryLocation/message",
                        "primaryLocation/filePath",
                        "primaryLocation/textRange/startLine",
                        "severity")
                .values("engineId")
                .facts((row, sheet) -> {
                    String engine = row.find("engineId");
                    if (engine != null) {
                        sheet.writtenBy(engine);
                    }
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "tools that write generic issues for SonarQube, gosec -fmt=sonarqube",
                        "issues with rule, severity, first place; the tool by `engineId`",
                        "https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/importing-external-issues/generic-issue-import-format/");
    }

    /// What SonarQube's api/issues/search answers. Resolved issues do not count.
    private static JsonDialect sonarIssues() {
        return JsonDialect.of("sonarqube-issues-json", Tool.findings("sonarqube"))
                .object("issues", "paging|total|sonarBaseURL")
                .only(JsonDialect.has("component", "effortTotal"))
                .findings("/issues/*")
                .columns("rule", "message", "component", "line|textRange/startLine", "severity")
                .values("status", "resolution")
                .adjust((row, entry) -> {
                    int colon = entry.path().lastIndexOf(':');
                    Entry placed = colon < 0 ? entry : entry.path(entry.path().substring(colon + 1));
                    return switch (row.text("resolution")) {
                        case "FIXED", "REMOVED" -> placed.state(State.ABSENT);
                        case "" -> placed;
                        default -> placed.state(State.SUPPRESSED);
                    };
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "SonarQube, SonarCloud: api/issues/search",
                        "issues with rule, severity, place; those that people resolved as suppressed, fixed ones apart",
                        "https://docs.sonarsource.com/sonarqube-server/extension-guide/web-api/");
    }

    /// GitHub's REST API, «list code scanning alerts». Dismissed alerts do not count.
    private static JsonDialect githubAlerts() {
        return JsonDialect.of("github-code-scanning-json", Tool.shared("code-scanning"))
                .list("number", "rule", "tool", "most_recent_instance")
                .findings("/*")
                .columns(
                        "rule/id",
                        "most_recent_instance/message/text|rule/description",
                        "most_recent_instance/location/path",
                        "most_recent_instance/location/start_line",
                        "rule/security_severity_level|rule/severity")
                .values("state", "tool/name")
                .facts((row, sheet) -> {
                    String tool = row.find("tool/name");
                    if (tool != null) {
                        sheet.writtenBy(tool);
                    }
                })
                .adjust((row, entry) -> switch (row.text("state")) {
                    case "fixed" -> entry.state(State.ABSENT);
                    case "dismissed" -> entry.state(State.SUPPRESSED);
                    default -> entry;
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "GitHub's API of code scanning",
                        "alerts with rule, severity, place; dismissed ones as suppressed, fixed ones apart",
                        "https://docs.github.com/en/rest/code-scanning/code-scanning");
    }

    /// SARIF before it was a standard, as Roslyn writes it unless it is told otherwise.
    private static JsonDialect sarif1() {
        var dialect = JsonDialect.of("sarif-1", Tool.shared("sarif"))
                .object("runs", "version|$schema")
                .only(head -> head.shape() instanceof Shape.JsonObject object
                        && object.texts().getOrDefault("version", "").startsWith("1.0"))
                .at("/runs/*", JsonLayout.Role.GROUP)
                .findings("/runs/*/results/*");
        return dialect.columns(
                        "ruleId|ruleKey",
                        "message|formattedRuleMessage/arguments/*|fullMessage|shortMessage",
                        "locations/*/resultFile/uri|locations/*/analysisTarget/uri",
                        "locations/*/resultFile/region/startLine|locations/*/analysisTarget/region/startLine",
                        "level")
                .values("tool/name", "suppressionStates/*")
                .level(word -> word.isEmpty() ? Severity.MEDIUM : Levels.of(word))
                .facts((row, sheet) -> {
                    String tool = row.find("tool/name");
                    if (tool != null) {
                        sheet.writtenBy(tool.startsWith("Microsoft (R) Visual ") ? "roslyn" : tool);
                    }
                })
                .adjust((row, entry) -> switch (row.text("level")) {
                    case "pass", "notApplicable" -> entry.state(State.INFORMATIONAL);
                    default -> entry.suppressed(row.find("suppressionStates/*") != null);
                })
                .page(
                        "Roslyn's /errorlog and others",
                        "results with rule, level, first place; suppressed ones",
                        "https://github.com/dotnet/roslyn/blob/main/docs/compilers/Error%20Log%20Format.md");
    }

    /// GitLab's schema `dast-report-format.json`. Findings are about addresses.
    private static JsonDialect gitlabDast() {
        return scan("gitlab-dast", "dast", "api_fuzzing")
                .values("location/hostname", "location/path", "location/method")
                .adjust((row, entry) -> {
                    String place = row.text("location/method") + " " + row.text("location/hostname")
                            + row.text("location/path");
                    return place.isBlank() ? entry : entry.message(entry.message() + " (" + place.strip() + ")");
                })
                .page(
                        "GitLab DAST, API security, API fuzzing",
                        "vulnerabilities with first identifier as rule, severity, address; scanner and version",
                        "https://gitlab.com/gitlab-org/security-products/security-report-schemas");
    }

    /// The schema `coverage-fuzzing-report-format.json`.
    private static JsonDialect gitlabFuzzing() {
        return scan("gitlab-coverage-fuzzing", "coverage_fuzzing")
                .page(
                        "GitLab coverage fuzzing",
                        "crashes with severity; scanner and version",
                        "https://gitlab.com/gitlab-org/security-products/security-report-schemas");
    }

    private static JsonDialect.Builder scan(String format, String... types) {
        return JsonDialect.of(format, Tool.shared(format))
                .object("version", "vulnerabilities")
                .without("bomFormat", "report_meta")
                .only(head -> List.of(types).stream().anyMatch(type -> head.has("\"" + type + "\"")))
                .findings("/vulnerabilities/*")
                .columns("identifiers/*/value|name|category", "name|message|description|category", "", "", "severity")
                .errors(FindingsSheet.Errors.NONE)
                .version("scan/scanner/version")
                .facts(InfrastructureJson::scanned, "scan/status", "scan/scanner/id");
    }
}
