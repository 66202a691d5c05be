package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.model.evidence.Severity;
import java.util.List;
import java.util.Locale;

/// JSON of Checkmarx One's reports, Revapi, Phan, two linters of Dockerfiles, Anchore's policies and Jenkins' model of
/// warnings.
final class ReviewJson {
    private ReviewJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                checkmarxReport(),
                revapi(),
                dockerfileLint(),
                dockerLinter(),
                anchorePolicies(),
                jenkinsReport(),
                jenkinsIssues());
    }

    /// Rows whose lists others would take for theirs.
    static List<JsonDialect> first() {
        return List.of(phan());
    }

    /// Checkmarx One's «scan report»: SAST by language and query, since 2024 by query alone; infrastructure by
    /// technology and query; packages by category.
    private static JsonDialect checkmarxReport() {
        return JsonDialect.of("checkmarx-report-json", Tool.findings("checkmarx"))
                .object(
                        "scanResults|iacScanResults|scaScanResults",
                        "reportId|reportHeader|scanSummary|executiveSummary")
                .at("/scanResults/sast/languages/*/queries/*", JsonLayout.Role.GROUP)
                .findings("/scanResults/sast/languages/*/queries/*/vulnerabilities/*")
                .at("/scanResults/resultsList/*", JsonLayout.Role.GROUP)
                .findings("/scanResults/resultsList/*/vulnerabilities/*")
                .at("/iacScanResults/technology/*/queries/*", JsonLayout.Role.GROUP)
                .findings("/iacScanResults/technology/*/queries/*/resultsList/*")
                .findings("/scaScanResults/packages/*/packageCategory/*/categoryResults/*")
                .columns(
                        "queryName|cve|id",
                        "queryName|description|cve|id",
                        "destinationFileName|nodes/*/fileName|fileName",
                        "destinationLine|nodes/*/line",
                        "severity")
                .values("state")
                .nulls()
                .adjust((row, entry) -> entry.suppressed(row.text("state")
                        .replace(' ', '_')
                        .toUpperCase(Locale.ROOT)
                        .equals("NOT_EXPLOITABLE")))
                .declares("executiveSummary/totalVulnerabilities", "findings")
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "Checkmarx One: scan report in JSON, cx scan create --report-format summaryJSON's report",
                        "results with query, severity, place; not exploitable ones as suppressed; the declared total",
                        "https://docs.checkmarx.com/en/34965-68661-generating-scan-reports.html");
    }

    /// Revapi's JSON reporter: differences of two versions of an interface.
    private static JsonDialect revapi() {
        return JsonDialect.of("revapi-json", Tool.findings("revapi"))
                .list("code", "classification", "description")
                .findings("/*")
                .columns("code", "description|name", "", "", "criticality")
                .values("old", "new")
                .level(word -> switch (word) {
                    case "error" -> Severity.HIGH;
                    case "highlight" -> Severity.MEDIUM;
                    case "documented" -> Severity.LOW;
                    case "allowed" -> Severity.INFO;
                    default -> Severity.UNSTATED;
                })
                .adjust((row, entry) -> {
                    String element = row.text("new|old");
                    return element.isEmpty() ? entry : entry.message(entry.message() + " (" + element + ")");
                })
                .page(
                        "Revapi's reporter json",
                        "differences with code, criticality, element",
                        "https://revapi.org/revapi-reporter-json/0.5.0/index.html");
    }

    /// Phan's Output/Printer/JSONPrinter.php: severities 0, 5 and 10.
    private static JsonDialect phan() {
        return JsonDialect.of("phan-json", Tool.findings("phan"))
                .list("check_name", "description", "location")
                .only(JsonDialect.has("check_name").and(head -> head.has("\"Phan") || head.has("\"type_id\"")))
                .findings("/*")
                .columns("check_name", "description", "location/path", "location/lines/begin", "severity")
                .level(number -> switch (number) {
                    case "10" -> Severity.HIGH;
                    case "5" -> Severity.MEDIUM;
                    case "0" -> Severity.LOW;
                    default -> Severity.UNSTATED;
                })
                .page(
                        "phan --output-mode json",
                        "issues with type, severity, place",
                        "https://github.com/phan/phan/wiki/Issue-Types-Caught-by-Phan");
    }

    /// dockerfile_lint's reporters: lists by level, of which only some entries name a label.
    private static JsonDialect dockerfileLint() {
        var dialect = JsonDialect.of("dockerfile-lint-json", Tool.findings("dockerfile-lint"))
                .object("error", "warn", "info")
                .only(JsonDialect.has("data"));
        for (String level : List.of("error", "warn", "info")) {
            dialect.findings("/" + level + "/data/*");
        }
        return dialect.columns("label|instruction", "message|description", "", "line", "level")
                .level(Levels::of)
                .change(entry -> entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .page(
                        "dockerfile_lint -j",
                        "entries with label, level, line",
                        "https://github.com/projectatomic/dockerfile_lint#readme");
    }

    /// docker-linter's JSON: Hadolint's codes, with the line's text beside its number.
    private static JsonDialect dockerLinter() {
        return JsonDialect.of("docker-linter-json", Tool.findings("docker-linter"))
                .list("line_number", "code", "severity", "file")
                .findings("/*")
                .columns("code", "description|message", "file", "line_number", "severity")
                .page(
                        "opstree's docker-linter audit -o json",
                        "entries with code, severity, place",
                        "https://github.com/opstree/OT-Dockerlinter#readme");
    }

    /// What `anchorectl image check` says of an image: an entry for each trigger of a policy.
    private static JsonDialect anchorePolicies() {
        return JsonDialect.of("anchore-policies-json", Tool.findings("anchore"))
                .either("detail|evaluations", "policyId", "digest|imageDigest")
                .findings("/*/detail/*")
                .findings("/detail/*")
                .at("/evaluations/*", JsonLayout.Role.GROUP)
                .findings("/evaluations/*/details/*")
                .columns("triggerName|gate", "description|triggerName", "", "", "status")
                .level(word -> switch (word) {
                    case "stop" -> Severity.HIGH;
                    case "warn" -> Severity.MEDIUM;
                    case "go" -> Severity.INFO;
                    default -> Severity.UNSTATED;
                })
                .nulls()
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "anchorectl image check --detail -o json",
                        "triggers of policies with gate and action",
                        "https://docs.anchore.com/current/docs/integration/cicd/anchorectl/");
    }

    private static JsonDialect.Builder jenkins(String format) {
        return JsonDialect.of(format, Tool.shared("analysis-model"))
                .columns(
                        "type|category",
                        "message|description|type",
                        "fileName",
                        "lineStart|lineRanges/*/start",
                        "severity")
                .level(word -> switch (word.toUpperCase(Locale.ROOT)) {
                    case "ERROR", "HIGH" -> Severity.HIGH;
                    case "NORMAL" -> Severity.MEDIUM;
                    case "LOW" -> Severity.LOW;
                    default -> Severity.UNSTATED;
                })
                .change(entry -> entry.rule().isEmpty() || entry.rule().equals("-") ? entry.rule("unnamed") : entry);
    }

    /// The list of issues of Jenkins' plug-in «Warnings», as its remote interface has it.
    private static JsonDialect jenkinsReport() {
        return jenkins("analysis-model-json")
                .object("issues")
                .only(JsonDialect.has("fileName")
                        .and(JsonDialect.has("lineStart"))
                        .and(JsonDialect.has("packageName", "moduleName", "baseName")))
                .findings("/issues/*")
                .declares("size", "findings")
                .page(
                        "Jenkins' Warnings plug-in, api/json of a report",
                        "issues with type, severity, place",
                        "https://github.com/jenkinsci/warnings-ng-plugin/blob/main/doc/Documentation.md");
    }

    /// The same, an object a line, as tools write them for the plug-in's own format.
    private static JsonDialect jenkinsIssues() {
        return jenkins("analysis-model-jsonl")
                .sequence("fileName", "lineStart|lineRanges|fingerprint", "message|description|type")
                .without("ruleId", "rule", "ruleNames", "check_name")
                .page(
                        "tools that write Jenkins' own format of issues",
                        "issues with type, severity, place",
                        "https://github.com/jenkinsci/warnings-ng-plugin/blob/main/doc/Documentation.md#export-your-issues-into-a-supported-format");
    }
}
