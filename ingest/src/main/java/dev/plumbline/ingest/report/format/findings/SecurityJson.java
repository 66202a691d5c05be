package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Severity;
import java.util.List;
import java.util.Set;

/// JSON reports of scanners of source code and of running sites that whole organisations use.
final class SecurityJson {
    private static final Set<String> BEARER = Set.of("critical", "high", "medium", "low", "warning");

    private SecurityJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                bearer(),
                bearer2(),
                codeChecker(),
                checkmarx(),
                veracode(),
                arachni(),
                wapiti(),
                testssl(),
                ocsf(),
                defectDojo(),
                progpilot(),
                wpscan());
    }

    /// Bearer's JSON: lists by severity.
    private static JsonDialect bearer() {
        return JsonDialect.of("bearer-json", Tool.findings("bearer"))
                .object()
                .only(SecurityJson::bearer)
                .at("/{}", JsonLayout.Role.GROUP)
                .findings("/{}/*")
                .columns("id", "title", "filename|full_filename", "line_number", JsonLayout.FIELD_NAME)
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "bearer scan --format json",
                        "findings with rule, severity, place",
                        "https://docs.bearer.com/reference/commands/");
    }

    private static boolean bearer(Head head) {
        return head.shape() instanceof Shape.JsonObject object
                && !object.fields().isEmpty()
                && BEARER.containsAll(object.fields())
                && head.has("\"line_number\"")
                && head.has("\"filename\"");
    }

    private static JsonDialect bearer2() {
        return JsonDialect.of("bearer-json-v2", Tool.findings("bearer"))
                .object("source", "findings")
                .only(head -> head.shape() instanceof Shape.JsonObject object
                        && object.texts().getOrDefault("source", "").equals("Bearer"))
                .findings("/findings/*")
                .columns("id", "title", "filename|full_filename", "line_number", "severity")
                .version("version")
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "bearer scan --format jsonv2",
                        "findings with rule, severity, place; version",
                        "https://docs.bearer.com/reference/commands/");
    }

    /// CodeChecker's report-converter, output/json.py. What a review or a comment in the code excuses does
    /// not count.
    private static JsonDialect codeChecker() {
        return JsonDialect.of("codechecker-json", Tool.findings("codechecker"))
                .object("version", "reports")
                .only(head -> head.has("\"checker_name\"")
                        || head.shape() instanceof Shape.JsonObject object
                                && object.fields().size() == 2)
                .findings("/reports/*")
                .columns("checker_name", "message", "file/path|file/original_path", "line", "severity")
                .values("review_status")
                .adjust((row, entry) -> switch (row.text("review_status")) {
                    case "false_positive", "intentional", "suppress" -> entry.state(State.SUPPRESSED);
                    default -> entry;
                })
                .page(
                        "CodeChecker parse -e json",
                        "reports with checker, severity, place; false positives and intentional ones as suppressed",
                        "https://codechecker.readthedocs.io/en/latest/analyzer/user_guide/");
    }

    /// Checkmarx One's command line: results of all its engines.
    private static JsonDialect checkmarx() {
        return JsonDialect.of("checkmarx-json", Tool.findings("checkmarx"))
                .object("results", "totalCount", "scanID")
                .findings("/results/*")
                .columns(
                        "data/queryName|data/ruleName|id",
                        "description|data/queryName|id",
                        "data/nodes/*/fileName|data/filename|data/fileName",
                        "data/nodes/*/line|data/line",
                        "severity")
                .values("state", "status", "type")
                .nulls()
                .adjust((row, entry) -> {
                    if (row.text("status").equals("FIXED")) {
                        return entry.state(State.ABSENT);
                    }
                    return entry.suppressed(row.text("state").equals("NOT_EXPLOITABLE"));
                })
                .declares("totalCount", "findings")
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "cx results show --report-format json",
                        "results of all engines with query, severity, first place; not exploitable ones as suppressed",
                        "https://docs.checkmarx.com/en/34965-68643-results.html");
    }

    /// Veracode's pipeline scan, results.json. Severities are 0 to 5.
    private static JsonDialect veracode() {
        return JsonDialect.of("veracode-pipeline-json", Tool.findings("veracode"))
                .object("findings")
                .only(head -> JsonDialect.has("issue_type", "issue_type_id").test(head)
                                && JsonDialect.has("cwe_id").test(head)
                        || JsonDialect.has("scan_status").test(head)
                                && JsonDialect.has("modules", "pipeline_scan").test(head))
                .findings("/findings/*")
                .columns("cwe_id", "issue_type|title", "files/source_file/file", "files/source_file/line", "severity")
                .values("title")
                .version("pipeline_scan")
                .level(severity -> switch (severity) {
                    case "5" -> Severity.CRITICAL;
                    case "4" -> Severity.HIGH;
                    case "3" -> Severity.MEDIUM;
                    case "2", "1" -> Severity.LOW;
                    case "0" -> Severity.INFO;
                    default -> Severity.UNSTATED;
                })
                .change(entry -> entry.rule("CWE-" + entry.rule()))
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "Veracode's pipeline scan, results.json",
                        "findings with CWE, severity, place; version",
                        "https://docs.veracode.com/r/Example_Pipeline_Scan_JSON_Output");
    }

    /// Arachni's reporter json.
    private static JsonDialect arachni() {
        return JsonDialect.of("arachni-json", Tool.findings("arachni"))
                .object("issues", "sitemap|seed|plugins")
                .only(JsonDialect.has("seed", "sitemap", "start_datetime"))
                .findings("/issues/*")
                .columns("check/shortname|check/name|name", "name", "", "", "severity")
                .values("vector/action", "trusted")
                .version("version")
                .adjust((row, entry) -> {
                    String place = row.text("vector/action");
                    return place.isEmpty() ? entry : entry.message(entry.message() + " (" + place + ")");
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "arachni_reporter --reporter=json",
                        "issues with check, severity, address; version",
                        "https://github.com/Arachni/arachni/wiki/Command-line-reporter");
    }

    /// Wapiti's report/jsonreportgenerator.py: entries by category. Levels are 0 to 4; what it lists as
    /// additional is no fault.
    private static JsonDialect wapiti() {
        var dialect =
                JsonDialect.of("wapiti-json", Tool.findings("wapiti")).object("vulnerabilities", "anomalies", "infos");
        for (String list : List.of("vulnerabilities", "anomalies")) {
            dialect.at("/" + list + "/{}", JsonLayout.Role.GROUP).findings("/" + list + "/{}/*");
        }
        return dialect.columns(JsonLayout.FIELD_NAME, "info", "", "", "level")
                .values("path", "method")
                .version("infos/version")
                .level(SiteXml::level)
                .adjust((row, entry) -> entry.message(
                        entry.message() + " (" + (row.text("method") + " " + row.text("path")).strip() + ")"))
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "wapiti -f json",
                        "vulnerabilities and anomalies with category, level, address; version",
                        "https://wapiti-scanner.github.io/");
    }

    /// testssl.sh's flat JSON. What is in order, and what only informs, is no finding.
    private static JsonDialect testssl() {
        return JsonDialect.of("testssl-json", Tool.findings("testssl"))
                .list("id", "ip", "port", "severity", "finding")
                .findings("/*")
                .columns("id", "finding", "", "", "severity")
                .level(Levels::of)
                .adjust((row, entry) -> switch (row.text("severity")) {
                    case "OK", "INFO", "DEBUG" -> null;
                    default -> entry;
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "testssl.sh --jsonfile",
                        "entries from LOW on with id, severity; what is in order or informs is left out",
                        "https://testssl.sh/");
    }

    /// The Open Cybersecurity Schema Framework's class «finding», as Prowler writes it. Passed checks are
    /// left out.
    private static JsonDialect ocsf() {
        return JsonDialect.of("ocsf-json", Tool.shared("ocsf"))
                .list("metadata", "finding_info")
                .findings("/*")
                .columns(
                        "metadata/event_code|finding_info/analytic/uid|finding_info/uid",
                        "message|status_detail|finding_info/title",
                        "",
                        "",
                        "severity")
                .values("status_code", "status", "metadata/product/name")
                .version("metadata/product/version")
                .facts((row, sheet) -> {
                    String product = row.find("metadata/product/name");
                    if (product != null) {
                        sheet.writtenBy(product);
                    }
                })
                .adjust((row, entry) -> switch (row.text("status_code")) {
                    case "PASS" -> null;
                    default -> entry.suppressed(row.text("status").equals("Suppressed"));
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "Prowler's json-ocsf, and others that write OCSF",
                        "findings with check, severity; suppressed ones; passed checks are left out",
                        "https://schema.ocsf.io/classes/detection_finding");
    }

    /// DefectDojo's «generic findings import». What people ruled out does not count.
    private static JsonDialect defectDojo() {
        return JsonDialect.of("defectdojo-json", Tool.shared("generic"))
                .object("findings")
                .without("source", "meta", "project", "summary", "scan_id", "document")
                .only(JsonDialect.has("title")
                        .and(JsonDialect.has("severity"))
                        .and(JsonDialect.has("description"))
                        .and(JsonDialect.has("cwe", "cve", "file_path", "date", "active", "mitigation", "references")))
                .findings("/findings/*")
                .columns("vuln_id_from_tool|cve|title", "title", "file_path", "line", "severity")
                .values("active", "false_p", "out_of_scope", "risk_accepted", "is_mitigated", "type", "name")
                .adjust((row, entry) -> {
                    boolean ruledOut = row.flag("false_p") || row.flag("out_of_scope") || row.flag("risk_accepted");
                    return row.flag("is_mitigated") ? entry.state(State.ABSENT) : entry.suppressed(ruledOut);
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "tools that write DefectDojo's generic findings",
                        "findings with name, severity, place; what people ruled out as suppressed, mitigated ones apart",
                        "https://docs.defectdojo.com/supported_tools/parsers/generic_findings_import/");
    }

    /// Progpilot's results: taint flows with the line of their sink, and violations of rules.
    private static JsonDialect progpilot() {
        return JsonDialect.of("progpilot-json", Tool.findings("progpilot"))
                .list("vuln_name", "vuln_id", "vuln_type")
                .findings("/*")
                .columns(
                        "vuln_rule|vuln_name",
                        "vuln_description|vuln_name",
                        "sink_file|vuln_file",
                        "sink_line|vuln_line",
                        "")
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "progpilot",
                        "vulnerabilities with rule or name, place of the sink; it knows no levels",
                        "https://github.com/designsecurity/progpilot#readme");
    }

    /// WPScan's views/json: vulnerabilities of WordPress, its themes and plugins, and what else it noticed.
    /// Without a token it knows of no vulnerabilities, and says so.
    private static JsonDialect wpscan() {
        return JsonDialect.of("wpscan-json", Tool.findings("wpscan"))
                .object("target_url", "interesting_findings|plugins|main_theme|version|scan_aborted")
                .findings("/version/vulnerabilities/*")
                .findings("/main_theme/vulnerabilities/*")
                .findings("/plugins/{}/vulnerabilities/*")
                .findings("/themes/{}/vulnerabilities/*")
                .findings("/interesting_findings/*")
                .columns("references/wpvulndb/*|type|title", "title|to_s", "", "", "cvss/score")
                .values("url", "vuln_api/error", "scan_aborted")
                .level(SecurityJson::scored)
                .adjust((row, entry) -> row.text("to_s").isEmpty()
                        ? entry
                        : entry.severity(Severity.INFO).state(State.INFORMATIONAL))
                .facts((row, sheet) -> {
                    if (!row.text("scan_aborted").isEmpty()) {
                        throw new MalformedReport(
                                Where.WHOLE,
                                "WPScan gave up: «" + Texts.shown(row.text("scan_aborted"), 300) + "».",
                                "Mend what the tool complains of, run it again and send what it writes then.");
                    }
                    if (!row.text("vuln_api/error").isEmpty()) {
                        sheet.notes()
                                .add("The scan knew of no vulnerabilities: «"
                                        + Texts.shown(row.text("vuln_api/error"), 120) + "».");
                    }
                })
                .version("banner/version")
                .errors(FindingsSheet.Errors.NONE)
                .nulls()
                .page(
                        "wpscan --format json",
                        "vulnerabilities of WordPress, themes and plugins with score; what else was noticed apart; version",
                        "https://github.com/wpscanteam/wpscan/wiki/WPScan-User-Documentation");
    }

    private static Severity scored(String score) {
        if (!score.matches("\\d{1,2}(?:\\.\\d{1,3})?")) {
            return Severity.UNSTATED;
        }
        double value = Double.parseDouble(score);
        return value >= 9
                ? Severity.CRITICAL
                : value >= 7 ? Severity.HIGH : value >= 4 ? Severity.MEDIUM : Severity.LOW;
    }
}
