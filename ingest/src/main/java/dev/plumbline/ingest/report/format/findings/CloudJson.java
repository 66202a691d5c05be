package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.model.evidence.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JSON reports on accounts in clouds, on running sites and gateways, and on models of threats. Of what
/// they tried, that which passed is no finding.
final class CloudJson {
    private static final Set<String> SETTLED = Set.of("mitigated", "false-positive", "accepted");

    private CloudJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                prowler(),
                prowlerLines(),
                cloudsploit(),
                threagile(),
                netsparker(),
                stackHawk(),
                drHeader(),
                dawnscanner(),
                krakend());
    }

    /// Prowler's own JSON of version 3; since version 4 it writes OCSF.
    private static JsonDialect prowler() {
        return JsonDialect.of("prowler-json", Tool.findings("prowler"))
                .list("CheckID", "Status", "StatusExtended", "Severity")
                .findings("/*")
                .columns("CheckID", "StatusExtended", "", "", "Severity")
                .values("Status", "ResourceId")
                .adjust((row, entry) -> prowled(row.text("Status"), entry))
                .page(
                        "prowler -M json, version 3",
                        "checks that failed with id and severity; muted ones as suppressed; passed and manual ones are left out",
                        "https://docs.prowler.com/projects/prowler-open-source/en/v3/tutorials/reporting/");
    }

    /// Of version 2: lines, with Info for what is neither.
    private static JsonDialect prowlerLines() {
        return JsonDialect.of("prowler-jsonl", Tool.findings("prowler"))
                .sequence("Control", "Message", "Status", "Control ID")
                .columns("Control ID", "Message|Control", "", "", "Severity")
                .values("Status")
                .adjust((row, entry) -> prowled(row.text("Status"), entry))
                .page(
                        "prowler -M json, version 2",
                        "controls that failed with id and severity; passed ones are left out",
                        "https://github.com/prowler-cloud/prowler/tree/2.12.1#readme");
    }

    private static @Nullable Entry prowled(String status, Entry entry) {
        return switch (status.toUpperCase(Locale.ROOT)) {
            case "FAIL", "FAILED" -> entry;
            case "MUTED", "WARNING" -> entry.suppressed(true);
            default -> null;
        };
    }

    /// CloudSploit's output.js. It knows no severities: what is WARN is less than FAIL.
    private static JsonDialect cloudsploit() {
        return JsonDialect.of("cloudsploit-json", Tool.findings("cloudsploit"))
                .list("plugin", "category", "status", "message", "region")
                .findings("/*")
                .columns("plugin", "message", "", "", "status")
                .values("status", "title")
                .level(status -> status.equals("FAIL") ? Severity.HIGH : Severity.MEDIUM)
                .adjust((row, entry) -> switch (row.text("status")) {
                    case "FAIL", "WARN" -> entry;
                    default -> null;
                })
                .page(
                        "cloudsploit --json",
                        "checks that failed or warn; passed ones, and those of which nothing is known, are left out",
                        "https://github.com/aquasecurity/cloudsploit#readme");
    }

    /// Threagile's risks.json.
    private static JsonDialect threagile() {
        return JsonDialect.of("threagile-json", Tool.findings("threagile"))
                .list("category", "risk_status|exploitation_likelihood", "severity", "synthetic_id")
                .findings("/*")
                .columns("category", "title", "", "", "severity")
                .values("risk_status")
                .level(word -> word.equals("elevated") ? Severity.MEDIUM : Levels.of(word))
                .adjust((row, entry) -> entry.suppressed(SETTLED.contains(row.text("risk_status"))))
                .page(
                        "threagile: risks.json",
                        "risks with category and severity; accepted, mitigated and false ones as suppressed",
                        "https://threagile.io/");
    }

    /// Invicti's report, once Netsparker's.
    private static JsonDialect netsparker() {
        return JsonDialect.of("netsparker-json", Tool.findings("invicti"))
                .object("Target", "Vulnerabilities")
                .findings("/Vulnerabilities/*")
                .columns("Type|LookupId|Name", "Name", "", "", "Severity")
                .values("State", "Url")
                .level(word -> word.equalsIgnoreCase("BestPractice") ? Severity.INFO : Levels.of(word))
                .adjust((row, entry) -> {
                    String state = row.text("State");
                    boolean settled = state.contains("FalsePositive") || state.contains("AcceptedRisk");
                    return entry.suppressed(settled).message(row.text("Name") + " (" + row.text("Url") + ")");
                })
                .page(
                        "Invicti, Netsparker, Acunetix 360",
                        "vulnerabilities with type, severity, address; accepted and false ones as suppressed",
                        "https://www.invicti.com/support/report-templates/");
    }

    /// StackHawk's message of a scan that is complete.
    private static JsonDialect stackHawk() {
        return JsonDialect.of("stackhawk-json", Tool.findings("stackhawk"))
                .object("service", "scanCompleted")
                .findings("/scanCompleted/findings/*")
                .columns("pluginId", "pluginName", "", "", "severity")
                .page(
                        "StackHawk's webhook on a completed scan",
                        "findings with plug-in and severity; their paths are not told apart",
                        "https://docs.stackhawk.com/workflow-integrations/webhook.html");
    }

    /// drHEADer's report of rules that a response breaks.
    private static JsonDialect drHeader() {
        return JsonDialect.of("drheader-json", Tool.findings("drheader"))
                .list("rule", "severity", "message")
                .without("file", "filename", "line", "path", "code", "ruleId")
                .findings("/*")
                .columns("rule", "message", "", "", "severity")
                .page(
                        "drheader scan … --output json",
                        "rules that are broken, with severity",
                        "https://github.com/Santander-UK/drHEADer#readme");
    }

    /// Dawnscanner's reporter.rb.
    private static JsonDialect dawnscanner() {
        return JsonDialect.of("dawnscanner-json", Tool.findings("dawnscanner"))
                .object("vulnerabilities", "vulnerabilities_count", "dawn_version|mvc")
                .findings("/vulnerabilities/*")
                .columns("name", "message|name", "", "", "severity")
                .declares("vulnerabilities_count", "findings")
                .version("dawn_version")
                .page(
                        "dawn --json",
                        "vulnerabilities with name and severity; version; the tool's own count",
                        "https://github.com/thesp0nge/dawnscanner#readme");
    }

    /// KrakenD's `audit -f` with `{{ marshal . }}`.
    private static JsonDialect krakend() {
        return JsonDialect.of("krakend-audit-json", Tool.findings("krakend"))
                .object("recommendations", "stats")
                .findings("/recommendations/*")
                .columns("rule", "message", "", "", "severity")
                .nulls()
                .page(
                        "krakend audit -f '{{ marshal . }}'",
                        "recommendations with rule and severity",
                        "https://www.krakend.io/docs/configuration/audit/");
    }
}
