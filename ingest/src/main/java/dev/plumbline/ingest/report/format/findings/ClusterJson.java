package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.model.evidence.Severity;
import java.util.Arrays;
import java.util.List;

/// JSON reports of scanners of clusters and of whatever is deployed to them. Of the checks that they list,
/// those that were passed are no findings.
final class ClusterJson {
    private ClusterJson() {}

    static List<JsonDialect> dialects() {
        return List.of(
                kubeBench(),
                kubeHunter(),
                kubeaudit(),
                kubesec(),
                polaris(),
                popeye(),
                dockerBench(),
                trivyOperator(),
                snykIac());
    }

    /// kube-bench's check/controls.go: `Controls` and `Totals`, before version 0.4 the controls alone.
    private static JsonDialect kubeBench() {
        return JsonDialect.of("kube-bench-json", Tool.findings("kube-bench"))
                .either("Controls|node_type", "Totals|tests")
                .findings("/Controls/*/tests/*/results/*")
                .findings("/tests/*/results/*")
                .findings("/*/tests/*/results/*")
                .columns("test_number", "test_desc", "", "", "status")
                .nulls()
                .level(Levels::of)
                .adjust((row, entry) -> switch (row.text("status")) {
                    case "FAIL", "WARN" -> entry;
                    default -> null;
                })
                .page(
                        "kube-bench --json",
                        "checks that failed or need somebody to look, with number; passed ones are left out",
                        "https://github.com/aquasecurity/kube-bench/blob/main/docs/flags-and-commands.md");
    }

    /// kube-hunter's modules/report/base.py.
    private static JsonDialect kubeHunter() {
        return JsonDialect.of("kube-hunter-json", Tool.findings("kube-hunter"))
                .object("nodes", "services", "vulnerabilities")
                .findings("/vulnerabilities/*")
                .columns("vid|vulnerability", "vulnerability|description", "", "", "severity")
                .values("location")
                .adjust((row, entry) -> {
                    String place = row.text("location");
                    String rule = entry.rule().equals("None") ? row.text("vulnerability") : entry.rule();
                    return entry.rule(rule)
                            .message(place.isEmpty() ? entry.message() : entry.message() + " (" + place + ")");
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "kube-hunter --report json",
                        "vulnerabilities with id, severity, address",
                        "https://aquasecurity.github.io/kube-hunter/");
    }

    /// kubeaudit's printer: one result a line.
    private static JsonDialect kubeaudit() {
        return JsonDialect.of("kubeaudit-json", Tool.findings("kubeaudit"))
                .sequence("AuditResultName", "level", "msg")
                .silence(JsonDialect.Silence.IN_THIS_FORMAT)
                .columns("AuditResultName", "msg", "FilePath", "", "level")
                .values("ResourceKind", "ResourceNamespace", "ResourceName", "Container")
                .adjust((row, entry) -> entry.message(
                        entry.message() + named(row, "ResourceKind", "ResourceNamespace", "ResourceName", "Container")))
                .page(
                        "kubeaudit all --format json",
                        "results with name, level, resource",
                        "https://github.com/Shopify/kubeaudit#readme");
    }

    /// kubesec's report.go. Rules are named by what they would do to the score: `critical` takes from it,
    /// `advise` would add to it.
    private static JsonDialect kubesec() {
        return JsonDialect.of("kubesec-json", Tool.findings("kubesec"))
                .list("object", "valid", "score")
                .at("/*", JsonLayout.Role.GROUP)
                .at("/*/scoring/{}", JsonLayout.Role.GROUP)
                .findings("/*/scoring/{}/*")
                .columns("id|selector", "reason|selector", "fileName", "", JsonLayout.FIELD_NAME)
                .values("object")
                .level(list -> list.equals("critical") ? Severity.HIGH : Severity.INFO)
                .adjust((row, entry) -> row.text(JsonLayout.FIELD_NAME).equals("passed")
                        ? null
                        : entry.message(entry.message() + named(row, "object")))
                .page(
                        "kubesec scan -f json",
                        "critical rules and advice with id, resource; passed ones are left out",
                        "https://kubesec.io/");
    }

    /// Polaris' pkg/validator/output.go: checks of a workload, of its pods and of their containers.
    private static JsonDialect polaris() {
        return JsonDialect.of("polaris-json", Tool.findings("polaris"))
                .object("PolarisOutputVersion", "Results")
                .at("/Results/*", JsonLayout.Role.GROUP)
                .findings("/Results/*/Results/{}")
                .findings("/Results/*/PodResult/Results/{}")
                .findings("/Results/*/PodResult/ContainerResults/*/Results/{}")
                .columns("ID", "Message", "", "", "Severity")
                .values("Success", "Kind", "Namespace", "Name")
                .level(Levels::of)
                .nulls()
                .adjust((row, entry) -> row.text("Success").equals("false")
                        ? entry.message(entry.message() + named(row, "Kind", "Namespace", "Name"))
                        : null)
                .page(
                        "polaris audit --format json",
                        "checks that failed with id, severity, resource; passed ones are left out",
                        "https://polaris.docs.fairwinds.com/infrastructure-as-code/");
    }

    /// Popeye's internal/report/builder.go: levels 1 to 3 are info, warning and error.
    private static JsonDialect popeye() {
        var dialect = JsonDialect.of("popeye-json", Tool.findings("popeye")).object("popeye");
        for (String sections : List.of("sanitizers", "sections")) {
            dialect.at("/popeye/" + sections + "/*", JsonLayout.Role.GROUP)
                    .at("/popeye/" + sections + "/*/issues/{}", JsonLayout.Role.GROUP)
                    .findings("/popeye/" + sections + "/*/issues/{}/*");
        }
        return dialect.columns("", "message", "", "", "level")
                .values("sanitizer", "linter")
                .level(level -> switch (level) {
                    case "3" -> Severity.HIGH;
                    case "2" -> Severity.MEDIUM;
                    default -> Severity.INFO;
                })
                .nulls()
                .adjust((row, entry) -> {
                    if (row.text("level").equals("0")) {
                        return null;
                    }
                    String message = entry.message();
                    int end = message.startsWith("[") ? message.indexOf(']') : -1;
                    String rule = end < 0 ? row.text("sanitizer|linter") : message.substring(1, end);
                    return entry.rule(rule)
                            .message(message.substring(end + 1).strip() + named(row, JsonLayout.FIELD_NAME));
                })
                .page(
                        "popeye -o json",
                        "issues with code, level, resource; what is in order is left out",
                        "https://popeyecli.io/");
    }

    /// docker-bench-security's functions/output_lib.sh.
    private static JsonDialect dockerBench() {
        return JsonDialect.of("docker-bench-json", Tool.findings("docker-bench-security"))
                .object("dockerbenchsecurity", "tests")
                .findings("/tests/*/results/*")
                .columns("id", "desc", "", "", "result")
                .values("details")
                .version("dockerbenchsecurity")
                .level(Levels::of)
                .adjust((row, entry) -> switch (row.text("result")) {
                    case "PASS" -> null;
                    case "WARN" -> entry;
                    default -> entry.severity(Severity.INFO).state(State.INFORMATIONAL);
                })
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "docker-bench-security.sh, its log.json",
                        "checks with a warning; notes apart; passed ones are left out",
                        "https://github.com/docker/docker-bench-security#readme");
    }

    /// trivy-operator's reports of configuration, roles and infrastructure, one or a list of them.
    private static JsonDialect trivyOperator() {
        return JsonDialect.of("trivy-operator-checks-json", Tool.findings("trivy"))
                .object("apiVersion", "kind", "report|items")
                .only(JsonDialect.has("ConfigAuditReport", "RbacAssessmentReport", "InfraAssessmentReport")
                        .and(head -> head.has("aquasecurity.github.io/") && !head.has("\"VulnerabilityReport\"")))
                .at("/items/*", JsonLayout.Role.GROUP)
                .findings("/report/checks/*")
                .findings("/items/*/report/checks/*")
                .columns("checkID", "messages/*|title", "", "", "severity")
                .values("success")
                .version("report/scanner/version")
                .adjust((row, entry) -> row.flag("success") ? null : entry)
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "trivy-operator: kubectl get configauditreports -o json",
                        "checks that failed with id, severity; passed ones are left out",
                        "https://aquasecurity.github.io/trivy-operator/latest/docs/crds/configaudit-report/");
    }

    /// `snyk iac test --json`: one object for a file, or a list of such.
    private static JsonDialect snykIac() {
        return JsonDialect.of("snyk-iac-json", Tool.findings("snyk-iac"))
                .either("infrastructureAsCodeIssues")
                .at("/*", JsonLayout.Role.FILE)
                .findings("/infrastructureAsCodeIssues/*")
                .findings("/*/infrastructureAsCodeIssues/*")
                .columns("id|publicId", "title|issue", "targetFile", "lineNumber", "severity")
                .values("isIgnored")
                .level(Severities::ofWord)
                .adjust((row, entry) -> entry.suppressed(row.flag("isIgnored")))
                .errors(FindingsSheet.Errors.NONE)
                .page(
                        "snyk iac test --json",
                        "issues with id, severity, place; ignored ones as suppressed",
                        "https://docs.snyk.io/developer-tools/snyk-cli/commands/iac-test");
    }

    /// ` (Deployment default web)`; empty where nothing is named.
    private static String named(Row row, String... columns) {
        String names = String.join(
                " ",
                Arrays.stream(columns)
                        .map(row::text)
                        .filter(it -> !it.isEmpty())
                        .toList());
        return names.isEmpty() ? "" : " (" + names + ")";
    }
}
