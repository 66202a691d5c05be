package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.model.evidence.Severity;
import java.util.List;
import java.util.function.Predicate;

/// JSON reports of scanners of infrastructure, images, workflows and running sites.
final class ScannerJson {
    private ScannerJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                kics(),
                terrascan(),
                tfsec(),
                cfnLint(),
                cfnNag(),
                kubeScore(),
                kubeconform(),
                dockle(),
                zizmor(),
                infer(),
                horusec(),
                njsscan(),
                mobsfscan(),
                nuclei(),
                nikto(),
                asff());
    }

    /// KICS' pkg/model/summary.go: files by query; a query without any is not listed.
    private static JsonDialect kics() {
        return JsonDialect.of("kics-json", Tool.findings("kics"))
                .object("queries")
                .only(head -> JsonDialect.has("kics_version", "files_scanned", "severity_counters")
                                .test(head)
                        || JsonDialect.has("query_name").test(head)
                                && JsonDialect.has("issue_type").test(head))
                .at("/queries/*", JsonLayout.Role.GROUP)
                .findings("/queries/*/files/*")
                .columns("query_id", "query_name|description", "file_name", "line", "severity")
                .values("search_value")
                .errors(FindingsSheet.Errors.NONE)
                .nulls()
                .version("kics_version")
                .declares("total_counter", "findings")
                .declares("files_scanned", "files")
                .page(
                        "kics scan --report-formats json",
                        "results with query, severity, place; version; the tool's own counts",
                        "https://github.com/Checkmarx/kics/blob/master/docs/results.md");
    }

    /// Terrascan's pkg/results/types.go.
    private static JsonDialect terrascan() {
        return JsonDialect.of("terrascan-json", Tool.findings("terrascan"))
                .object("results")
                .only(all("scan_summary", "violations"))
                .findings("/results/violations/*")
                .at("/results/skipped_violations/*", JsonLayout.Role.SUPPRESSED)
                .at("/results/scan_errors/*", JsonLayout.Role.ERROR)
                .columns("rule_id|rule_name", "description", "file", "line", "severity")
                .values("errMsg")
                .nulls()
                .errors(FindingsSheet.Errors.OWN)
                .declares("results/scan_summary/violated_policies", "findings")
                .page(
                        "terrascan scan -o json",
                        "violations with rule, severity, place; skipped ones as suppressed; the tool's errors",
                        "https://runterrascan.io/docs/usage/command_line_mode/");
    }

    /// tfsec's internal/pkg/formatters of its last versions: status 0 is failed, 1 passed, 2 ignored. Before
    /// version 0.58 it said `passed` alone.
    private static JsonDialect tfsec() {
        return JsonDialect.of("tfsec-json", Tool.findings("tfsec"))
                .object("results")
                .only(all("long_id", "rule_description").or(all("rule_id", "rule_provider", "rule_description")))
                .findings("/results/*")
                .columns(
                        "long_id|rule_id",
                        "description|rule_description",
                        "location/filename",
                        "location/start_line",
                        "severity")
                .values("status", "passed")
                .nulls()
                .adjust((row, entry) -> switch (row.text("status")) {
                    case "" -> row.flag("passed") ? entry.state(State.INFORMATIONAL) : entry;
                    case "1" -> entry.state(State.INFORMATIONAL);
                    case "2" -> entry.state(State.SUPPRESSED);
                    default -> entry;
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "tfsec --format json",
                        "results with rule, severity, place; ignored ones as suppressed, passed ones apart",
                        "https://aquasecurity.github.io/tfsec/latest/guides/usage/");
    }

    /// cfn-lint's formatters/__init__.py, JsonFormatter.
    private static JsonDialect cfnLint() {
        return JsonDialect.of("cfn-lint-json", Tool.findings("cfn-lint"))
                .list("Filename", "Level", "Location", "Message", "Rule")
                .findings("/*")
                .columns("Rule/Id", "Message", "Filename", "Location/Start/LineNumber", "Level")
                .page(
                        "cfn-lint --format json",
                        "matches with rule, level, place",
                        "https://github.com/aws-cloudformation/cfn-lint#parameters");
    }

    /// cfn_nag's result_view/json_results.rb: the types FAIL and WARN.
    private static JsonDialect cfnNag() {
        return JsonDialect.of("cfn-nag-json", Tool.findings("cfn-nag"))
                .list("filename", "file_results")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/*/file_results/violations/*")
                .columns("id", "message", "filename", "line_numbers/*", "type")
                .level(Levels::of)
                .page(
                        "cfn_nag_scan --output-format=json",
                        "violations with id, type as severity, first place",
                        "https://github.com/stelligent/cfn_nag#results");
    }

    /// kube-score's renderer/json_v2: grades 1 critical, 5 warning, 7 almost good, 10 good.
    private static JsonDialect kubeScore() {
        return JsonDialect.of("kube-score-json", Tool.findings("kube-score"))
                .list("object_name", "type_meta", "checks")
                .at("/*", JsonLayout.Role.GROUP)
                .findings("/*/checks/*")
                .columns("check/id", "comments/*/summary|check/name", "file_name", "file_row", "grade")
                .values("skipped", "object_name")
                .level(grade -> switch (grade) {
                    case "1" -> Severity.HIGH;
                    case "5" -> Severity.MEDIUM;
                    case "7" -> Severity.LOW;
                    default -> Severity.UNSTATED;
                })
                .adjust((row, entry) -> {
                    if (row.flag("skipped")) {
                        return entry.state(State.SUPPRESSED);
                    }
                    return row.text("grade").equals("10") ? null : entry;
                })
                .page(
                        "kube-score score --output-format json",
                        "checks that were not passed, with grade as severity and place; skipped ones as suppressed",
                        "https://github.com/zegl/kube-score#readme");
    }

    /// kubeconform's pkg/output/json.go. Valid resources are listed on demand only.
    private static JsonDialect kubeconform() {
        return JsonDialect.of("kubeconform-json", Tool.findings("kubeconform"))
                .object("resources")
                .only(JsonDialect.has("statusInvalid", "statusError", "statusSkipped", "statusValid", "invalid"))
                .findings("/resources/*")
                .columns("kind", "msg", "filename", "", "status")
                .values("name", "version")
                .adjust((row, entry) -> switch (row.text("status")) {
                    case "statusInvalid", "statusError" ->
                        entry.severity(Severity.HIGH)
                                .rule(row.text("status")
                                        .substring("status".length())
                                        .toLowerCase(java.util.Locale.ROOT))
                                .message(row.text("kind") + " " + row.text("name") + ": " + entry.message());
                    default -> null;
                })
                .errors(FindingsSheet.Errors.NONE)
                .declares("summary/invalid", "findings")
                .page(
                        "kubeconform -output json",
                        "resources that are invalid or could not be read, with file",
                        "https://github.com/yannh/kubeconform#usage");
    }

    /// Dockle's pkg/report/json.go: levels FATAL, WARN, INFO; SKIP and IGNORE are what people switched off.
    private static JsonDialect dockle() {
        return JsonDialect.of("dockle-json", Tool.findings("dockle"))
                .object("summary", "details")
                .only(JsonDialect.has("fatal"))
                .findings("/details/*")
                .columns("code", "title", "", "", "level")
                .values("alerts/*")
                .level(Levels::of)
                .nulls()
                .adjust((row, entry) -> {
                    String alert = row.text("alerts/*");
                    return switch (row.text("level")) {
                        case "SKIP", "IGNORE" -> entry.state(State.SUPPRESSED);
                        case "PASS" -> null;
                        default -> alert.isEmpty() ? entry : entry.message(entry.message() + ": " + alert);
                    };
                })
                .page(
                        "dockle --format json",
                        "assessments with code and level; skipped ones as suppressed",
                        "https://github.com/goodwithtech/dockle#output");
    }

    /// zizmor's output/json/v1.rs. Rows begin at 0 there.
    private static JsonDialect zizmor() {
        return JsonDialect.of("zizmor-json", Tool.findings("zizmor"))
                .list("ident", "desc", "determinations", "locations")
                .findings("/*")
                .columns(
                        "ident",
                        "desc",
                        "locations/*/symbolic/key/Local/given_path|locations/*/symbolic/key/Remote/path",
                        "locations/*/concrete/location/start_point/row",
                        "determinations/severity")
                .values("ignored")
                .adjust((row, entry) -> {
                    boolean placed = row.find("locations/*/concrete/location/start_point/row") != null;
                    return (placed ? entry.line(entry.line() + 1) : entry).suppressed(row.flag("ignored"));
                })
                .page(
                        "zizmor --format json",
                        "findings with audit, severity, first place; ignored ones as suppressed",
                        "https://docs.zizmor.sh/usage/#json");
    }

    /// Infer's report.json (infer/src/atd/jsonbug.atd).
    private static JsonDialect infer() {
        return JsonDialect.of("infer-json", Tool.findings("infer"))
                .list("bug_type", "qualifier", "file", "line")
                .findings("/*")
                .columns("bug_type", "qualifier", "file", "line", "severity")
                .values("suppressed", "censored_reason")
                .level(Levels::of)
                .adjust((row, entry) -> entry.suppressed(row.flag("suppressed") || row.find("censored_reason") != null))
                .page(
                        "infer, report.json",
                        "bugs with type, severity, place; suppressed ones",
                        "https://fbinfer.com/docs/man-infer-report");
    }

    /// Horusec's analysis of devkit/pkg/entities: false positives and accepted risks do not count.
    private static JsonDialect horusec() {
        return JsonDialect.of("horusec-json", Tool.findings("horusec"))
                .object("analysisVulnerabilities")
                .findings("/analysisVulnerabilities/*")
                .columns(
                        "vulnerabilities/rule_id|vulnerabilities/securityTool",
                        "vulnerabilities/details",
                        "vulnerabilities/file",
                        "vulnerabilities/line",
                        "vulnerabilities/severity")
                .values("vulnerabilities/type")
                .nulls()
                .adjust((row, entry) -> {
                    String type = row.text("vulnerabilities/type");
                    return entry.suppressed(type.equals("False Positive") || type.equals("Risk Accepted"));
                })
                .errors(FindingsSheet.Errors.NONE)
                .version("version")
                .page(
                        "horusec start -o json",
                        "vulnerabilities with rule, severity, place; false positives and accepted risks as suppressed",
                        "https://github.com/ZupIT/horusec#readme");
    }

    /// njsscan's formatters/json_out.py: places by rule, the rule's metadata behind them.
    private static JsonDialect njsscan() {
        return byRule("njsscan", "/nodejs/{}", "/templates/{}")
                .object("njsscan_version|nodejs", "templates|nodejs")
                .only(JsonDialect.has("njsscan_version", "templates"))
                .version("njsscan_version")
                .page(
                        "njsscan --json",
                        "places by rule with severity; files that could not be read",
                        "https://github.com/ajinabraham/njsscan#readme");
    }

    private static JsonDialect mobsfscan() {
        return byRule("mobsfscan", "/results/{}")
                .object("results")
                .only(JsonDialect.has("mobsfscan_version"))
                .version("mobsfscan_version")
                .page(
                        "mobsfscan --json",
                        "places by rule with severity; rules without a place are left out",
                        "https://github.com/MobSF/mobsfscan#readme");
    }

    private static JsonDialect.Builder byRule(String tool, String... rules) {
        var dialect = JsonDialect.of(tool + "-json", Tool.findings(tool));
        for (String rule : rules) {
            dialect.at(rule, JsonLayout.Role.GROUP).findings(rule + "/files/*");
        }
        return dialect.columns(
                        JsonLayout.FIELD_NAME,
                        "metadata/description",
                        "file_path",
                        "match_lines/*",
                        "metadata/severity")
                .at("/errors/*", JsonLayout.Role.ERROR)
                .errors(FindingsSheet.Errors.OWN);
    }

    /// Nuclei's `-jsonl` and `-json-export` (pkg/output/output.go). Findings are about addresses, not
    /// files.
    private static JsonDialect nuclei() {
        return JsonDialect.of("nuclei-json", Tool.findings("nuclei"))
                .sequence("template-id|templateID", "info", "type", "host|matched-at|matched")
                .silence(JsonDialect.Silence.IN_THIS_FORMAT)
                .columns("template-id|templateID", "info/name", "", "", "info/severity")
                .values("matched-at|matched", "host")
                .adjust((row, entry) -> {
                    String place = row.text("matched-at|matched|host");
                    return place.isEmpty() ? entry : entry.message(entry.message() + " (" + place + ")");
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "nuclei -jsonl, -json-export",
                        "findings with template, severity, address",
                        "https://docs.projectdiscovery.io/tools/nuclei/running");
    }

    /// Nikto's plugins/nikto_report_json.plugin: one object for a host, or a list of such. It knows no
    /// levels.
    private static JsonDialect nikto() {
        return JsonDialect.of("nikto-json", Tool.findings("nikto"))
                .either("host", "port", "vulnerabilities")
                .findings("/vulnerabilities/*")
                .findings("/*/vulnerabilities/*")
                .columns("id|OSVDB", "msg", "", "", "")
                .values("url")
                .adjust((row, entry) -> entry.message(entry.message() + " (" + row.text("url") + ")"))
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "nikto -Format json",
                        "findings with id and address",
                        "https://github.com/sullo/nikto/wiki/Export-Formats");
    }

    /// AWS Security Finding Format: an object with a list, or the list alone.
    private static JsonDialect asff() {
        var dialect = JsonDialect.of("asff-json", Tool.shared("security-hub"))
                .either("Findings|SchemaVersion")
                .only(all("SchemaVersion", "ProductArn"));
        for (String list : List.of("/Findings/*", "/*")) {
            dialect.findings(list);
        }
        return dialect.columns("GeneratorId|Types/*", "Title|Description", "", "", "Severity/Label|Severity/Original")
                .values("Workflow/Status", "RecordState", "Compliance/Status", "ProductName")
                .facts((row, sheet) -> {
                    String product = row.find("ProductName");
                    if (product != null) {
                        sheet.writtenBy(product);
                    }
                })
                .adjust((row, entry) -> {
                    if (row.text("Compliance/Status").equals("PASSED")) {
                        return entry.state(State.INFORMATIONAL);
                    }
                    if (row.text("RecordState").equals("ARCHIVED")) {
                        return entry.state(State.ABSENT);
                    }
                    return entry.suppressed(row.text("Workflow/Status").equals("SUPPRESSED"));
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "AWS Security Hub, Prowler, kube-bench, Trivy's template",
                        "findings with generator, severity; suppressed ones; passed checks and archived records apart",
                        "https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format-syntax.html");
    }

    /// Text among the first characters that only this tool writes.
    private static Predicate<Head> all(String... names) {
        return head -> !(head.shape() instanceof Shape.Text)
                && List.of(names).stream().allMatch(name -> head.has("\"" + name + "\""));
    }
}
