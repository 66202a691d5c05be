package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.util.List;
import java.util.regex.Pattern;

/// JSON reports of scanners of infrastructure and of whatever language.
final class InfrastructureJson {
    private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){1,2}(?:-[a-z0-9.]{1,20})?");
    private static final Pattern OTHER_SCAN = Pattern.compile(
            "\"(?:type|category)\"\\s{0,20}:\\s{0,20}\"(?:dependency_scanning|container_scanning"
                    + "|cluster_image_scanning|secret_detection|dast|api_fuzzing|coverage_fuzzing)\""
                    + "|\"operating_system\"\\s{0,20}:|\"package\"\\s{0,20}:\\s{0,20}\\{\\s{0,40}\"name\"|\"gitleaks_rule_id\"|\"dependency_files\"\\s{0,20}:\\s{0,20}\\[\\s{0,40}\\{");
    private static final String[] OTHER_SCAN_WORDS = {
        "\"dependency_scanning\"",
        "\"container_scanning\"",
        "\"cluster_image_scanning\"",
        "\"secret_detection\"",
        "\"dast\"",
        "\"api_fuzzing\"",
        "\"coverage_fuzzing\"",
        "\"operating_system\"",
        "\"package\"",
        "\"gitleaks_rule_id\"",
        "\"dependency_files\""
    };

    private InfrastructureJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                hadolint(),
                actionlint(),
                kubeLinter(),
                checkov(),
                tflint(),
                semgrep(),
                supplyChain(),
                codeQuality(),
                sast());
    }

    /// hadolint's Formatter/Format.hs and Json.hs.
    private static JsonDialect hadolint() {
        return JsonDialect.of("hadolint-json", Tool.findings("hadolint"))
                .list("line", "code", "message", "file", "level")
                .without("endLine")
                .findings("/*")
                .columns("code", "message", "file", "line", "level")
                .page(
                        "hadolint -f json",
                        "findings with rule, level, place",
                        "https://github.com/hadolint/hadolint#cli");
    }

    /// actionlint's documentation of `-format '{{json .}}'`. It knows errors only.
    private static JsonDialect actionlint() {
        return JsonDialect.of("actionlint-json", Tool.findings("actionlint"))
                .list("message", "filepath", "line", "kind")
                .findings("/*")
                .columns("kind", "message", "filepath", "line", "")
                .always(Severity.HIGH)
                .page(
                        "actionlint -format '{{json .}}'",
                        "errors with kind and place",
                        "https://github.com/rhysd/actionlint/blob/main/docs/usage.md#format-error-messages");
    }

    /// KubeLinter's pkg/run/run.go and pkg/diagnostic. Reports are null where there are none; checks that
    /// ran are named, but by versions before 0.2.
    private static JsonDialect kubeLinter() {
        return JsonDialect.of("kube-linter-json", Tool.findings("kube-linter"))
                .object("Checks|Reports")
                .only(JsonDialect.has("Diagnostic", "template", "KubeLinterVersion"))
                .findings("/Reports/*")
                .at("/Checks/*", JsonLayout.Role.RULE)
                .columns("Check", "Diagnostic/Message", "Object/Metadata/FilePath", "", "")
                .values("name", "Name")
                .nulls()
                .errors(FindingsSheet.Errors.NONE)
                .version("Summary/KubeLinterVersion")
                .page(
                        "kube-linter lint --format json",
                        "findings with check and file; checks that ran; version",
                        "https://docs.kubelinter.io/#/using-kubelinter");
    }

    /// Checkov's runner report: one object, or a list of them with one for each kind of file. Without any
    /// resource it writes the counts alone.
    private static JsonDialect checkov() {
        var dialect = JsonDialect.of("checkov-json", Tool.findings("checkov"))
                .either("check_type|checkov_version", "results|checkov_version")
                .at("/*", JsonLayout.Role.ROOT);
        for (String root : List.of("", "/*")) {
            dialect.findings(root + "/results/failed_checks/*")
                    .at(root + "/results/skipped_checks/*", JsonLayout.Role.SUPPRESSED)
                    .at(root + "/results/parsing_errors/*", JsonLayout.Role.ERROR);
        }
        return dialect.columns("check_id", "check_name", "file_path|repo_file_path", "file_line_range/*", "severity")
                .change(entry -> entry.path(entry.path().replaceFirst("\\A/+", "")))
                .errors(FindingsSheet.Errors.OWN)
                .declares("summary/failed", "findings")
                .declares("summary/skipped", "suppressed")
                .declares("summary/parsing_errors", "errors")
                .version("checkov_version|summary/checkov_version")
                .cleanWith("checkov_version")
                .page(
                        "checkov -o json",
                        "failed checks with id and place; skipped checks as suppressed; files that could not be parsed; version",
                        "https://www.checkov.io/2.Basics/Reviewing%20Scan%20Results.html");
    }

    /// TFLint's formatter/json.go.
    private static JsonDialect tflint() {
        return JsonDialect.of("tflint-json", Tool.findings("tflint"))
                .object("issues")
                .only(JsonDialect.has("errors", "callers"))
                .findings("/issues/*")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .columns("rule/name", "message", "range/filename", "range/start/line", "rule/severity")
                .errors(FindingsSheet.Errors.OWN)
                .page(
                        "tflint --format json",
                        "issues with rule, severity, place; the tool's errors",
                        "https://github.com/terraform-linters/tflint/blob/master/formatter/json.go");
    }

    /// Semgrep's semgrep_output_v1.atd. A finding that `nosemgrep` ignores is listed with `is_ignored`.
    private static JsonDialect semgrep() {
        return JsonDialect.of("semgrep-json", Tool.findings("semgrep"))
                .object("results")
                .without("metrics", "generated_at", "check_type", "mobsfscan_version", "passes")
                .only(JsonDialect.has("errors", "check_id"))
                .findings("/results/*")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .columns("check_id", "extra/message", "path", "start/line", "extra/severity")
                .values("extra/is_ignored")
                .adjust((row, entry) -> entry.suppressed(row.flag("extra/is_ignored")))
                .errors(FindingsSheet.Errors.OWN)
                .version("version")
                .page(
                        "semgrep --json, opengrep",
                        "findings with rule, severity, place; ignored ones as suppressed; the tool's errors; version",
                        "https://github.com/semgrep/semgrep-interfaces/blob/main/semgrep_output_v1.atd");
    }

    /// What Semgrep's deployment API lists of dependencies, as people export it.
    private static JsonDialect supplyChain() {
        return JsonDialect.of("semgrep-supply-chain-json", Tool.findings("semgrep"))
                .object("vulns")
                .only(JsonDialect.has("advisory"))
                .findings("/vulns/*")
                .columns(
                        "advisory/ruleId",
                        "title|advisory/title",
                        "dependencyFileLocation/path",
                        "dependencyFileLocation/startLine",
                        "advisory/severity")
                .page(
                        "Semgrep Supply Chain, the deployment's list of vulnerabilities",
                        "findings with rule, severity, place in the lock file",
                        "https://semgrep.dev/api/v1/docs/");
    }

    /// GitLab's «Code Quality report format» and the Code Climate specification that it is a part of, whose
    /// engines write measurements too. Some tools leave the name of the check out.
    private static JsonDialect codeQuality() {
        return JsonDialect.of("gitlab-codequality", Tool.shared("code-quality"))
                .list("check_name|fingerprint", "description", "location")
                .findings("/*")
                .values("type")
                .adjust((row, entry) -> row.text("type").equals("measurement")
                        ? null
                        : entry.rule().isEmpty() ? entry.rule("unnamed") : entry)
                .columns(
                        "check_name",
                        "description",
                        "location/path",
                        "location/lines/begin|location/positions/begin/line",
                        "severity")
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "ruff, Code Climate engines, golangci-lint and others, for GitLab",
                        "findings with rule, severity, place; the tool where the sender names it in the kind",
                        "https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format");
    }

    /// GitLab's security report schemas, `sast-report-format.json`. Other scans of GitLab have the same
    /// envelope; older versions of it do not say which scan it was.
    private static JsonDialect sast() {
        return JsonDialect.of("gitlab-sast", Tool.shared("gitlab-sast"))
                .object("version", "vulnerabilities")
                .without("bomFormat", "metadata", "report_meta", "dependencyCount")
                .only(head -> head.shape() instanceof Shape.JsonObject object
                        && VERSION.matcher(object.texts().getOrDefault("version", ""))
                                .matches()
                        && !Looks.near(head, OTHER_SCAN, OTHER_SCAN_WORDS))
                .findings("/vulnerabilities/*")
                .columns(
                        "identifiers/*/value|name",
                        "message|name|description",
                        "location/file",
                        "location/start_line",
                        "severity")
                .errors(FindingsSheet.Errors.NONE)
                .version("scan/scanner/version")
                .facts(InfrastructureJson::scanned, "scan/status", "scan/scanner/id")
                .page(
                        "scanners of GitLab SAST",
                        "vulnerabilities with first identifier as rule, severity, place; scanner, version, status of the scan",
                        "https://gitlab.com/gitlab-org/security-products/security-report-schemas");
    }

    /// What the envelope of GitLab's scans says of the run.
    static void scanned(Row row, FindingsSheet sheet) {
        String status = row.find("scan/status");
        if (status != null) {
            Success success = status(status);
            sheet.success(success);
            if (success == Success.FAILED) {
                sheet.notes().add("The tool itself says that its run did not succeed.");
            }
        }
        String scanner = row.find("scan/scanner/id");
        if (scanner != null) {
            sheet.writtenBy(scanner);
        }
    }

    private static Success status(String word) {
        return switch (word) {
            case "success" -> Success.SUCCEEDED;
            case "failure" -> Success.FAILED;
            default -> Success.UNSTATED;
        };
    }
}
