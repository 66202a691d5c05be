package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// JSON reports of checks of configuration against policies. Of what they tried, that which passed is no
/// finding.
final class PolicyJson {
    private PolicyJson() {}

    static List<JsonDialect> dialects() {
        return List.of(terraform(), policyReport(), inspec(), pluto(), legitify());
    }

    /// Terraform's and OpenTofu's `validate -json`.
    private static JsonDialect terraform() {
        return JsonDialect.of("terraform-validate-json", Tool.findings("terraform"))
                .object("valid", "error_count", "warning_count", "diagnostics")
                .findings("/diagnostics/*")
                .columns("summary", "detail|summary", "range/filename", "range/start/line", "severity")
                .declares("error_count", "errors")
                .declares("warning_count", "warnings")
                .page(
                        "terraform validate -json, tofu validate -json",
                        "diagnostics with summary as rule, severity, place; the tool's own counts",
                        "https://developer.hashicorp.com/terraform/cli/commands/validate#json-output-format");
    }

    /// `PolicyReport` of the Kubernetes policy working group, as Kyverno and others write it; one, or a
    /// list of them.
    private static JsonDialect policyReport() {
        return JsonDialect.of("policy-report-json", Tool.shared("kyverno"))
                .object("apiVersion", "kind", "results|items")
                .only(JsonDialect.has("PolicyReport", "ClusterPolicyReport"))
                .findings("/results/*")
                .findings("/items/*/results/*")
                .columns("rule|policy", "message|policy", "", "", "severity")
                .values("policy", "result|status", "source")
                .nulls()
                .adjust((row, entry) -> switch (row.text("result|status")) {
                    case "fail", "error" -> entry;
                    case "warn" -> entry.severity() == Severity.UNSTATED ? entry.severity(Severity.MEDIUM) : entry;
                    default -> null;
                })
                .facts((row, sheet) -> {
                    String source = row.find("source");
                    if (source != null) {
                        sheet.writtenBy(source);
                    }
                })
                .page(
                        "kyverno apply --policy-report, kubectl get policyreports -o json",
                        "results that failed, warn or broke, with rule, severity; passed and skipped ones are left out",
                        "https://github.com/kubernetes-sigs/wg-policy-prototypes/tree/master/policy-report");
    }

    /// InSpec's reporter `json`, which Heimdall's data format keeps to: profiles with controls, those with
    /// results.
    private static JsonDialect inspec() {
        return JsonDialect.of("inspec-json", Tool.findings("inspec"))
                .object("profiles", "statistics|platform|version")
                .only(JsonDialect.has("controls"))
                .at("/profiles/*", JsonLayout.Role.GROUP)
                .at("/profiles/*/controls/*", JsonLayout.Role.GROUP)
                .findings("/profiles/*/controls/*/results/*")
                .columns("id", "code_desc|message", "", "", "impact")
                .values("status", "title", "waiver_data/skipped_due_to_waiver")
                .version("version")
                .level(PolicyJson::impact)
                .adjust((row, entry) -> switch (row.text("status")) {
                    case "failed", "error" ->
                        row.find("waiver_data/skipped_due_to_waiver") != null
                                        && row.flag("waiver_data/skipped_due_to_waiver")
                                ? entry.state(State.SUPPRESSED)
                                : entry;
                    default -> null;
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "inspec exec --reporter json, cinc-auditor, Heimdall's data format",
                        "results that failed with control, impact as severity; version; passed and skipped ones are left out",
                        "https://docs.chef.io/inspec/reporters/");
    }

    /// InSpec's words for an impact from 0 to 1, by its documentation of severities.
    private static Severity impact(String impact) {
        if (!impact.matches("\\d(?:\\.\\d{1,9})?")) {
            return Severity.UNSTATED;
        }
        double value = Double.parseDouble(impact);
        if (value >= 0.9) {
            return Severity.CRITICAL;
        }
        if (value >= 0.7) {
            return Severity.HIGH;
        }
        if (value >= 0.4) {
            return Severity.MEDIUM;
        }
        return value > 0 ? Severity.LOW : Severity.INFO;
    }

    /// Fairwinds' Pluto: APIs that are deprecated or removed.
    private static JsonDialect pluto() {
        return JsonDialect.of("pluto-json", Tool.findings("pluto"))
                .object("items", "target-versions")
                .findings("/items/*")
                .columns("api/version", "name", "filePath", "", "removed")
                .values("api/kind", "deprecated", "replacement", "api/replacement-api")
                .level(removed -> removed.equals("true") ? Severity.HIGH : Severity.MEDIUM)
                .nulls()
                .adjust((row, entry) -> row.flag("deprecated") || row.flag("removed")
                        ? entry.rule(row.text("api/version") + " " + row.text("api/kind"))
                        : null)
                .page(
                        "pluto detect-files -o json, pluto detect-helm -o json",
                        "objects of APIs that are deprecated or removed",
                        "https://pluto.docs.fairwinds.com/");
    }

    /// Legitify's flattened output: the violations of a policy, of which those with the status FAILED
    /// count.
    private static JsonDialect legitify() {
        return JsonDialect.of("legitify-json", Tool.findings("legitify"))
                .object("type", "content")
                .only(JsonDialect.has("policyInfo").or(head -> head.has("\"flattened\"")))
                .at("/content/{}", JsonLayout.Role.GROUP)
                .findings("/content/{}/violations/*")
                .columns("policyInfo/policyName", "policyInfo/title", "", "", "policyInfo/severity")
                .values("status", "canonicalLink")
                .nulls()
                .adjust((row, entry) -> row.text("status").equals("FAILED")
                        ? entry.message(entry.message() + " (" + row.text("canonicalLink") + ")")
                        : null)
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "legitify analyze --output-format json",
                        "violations that failed, with policy, severity, address; passed and skipped ones are left out",
                        "https://github.com/Legit-Labs/legitify#readme");
    }
}
