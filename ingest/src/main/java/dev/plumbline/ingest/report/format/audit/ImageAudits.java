package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Texts;
import java.util.List;
import java.util.Set;

/// Audits of container images by scanners other than Trivy and Grype.
final class ImageAudits {
    private static final String FIXED = "fixed in ";

    private ImageAudits() {}

    static List<Audit> all() {
        return List.of(
                twistcli(),
                anchore(),
                Clair.audit(),
                harbor(),
                aqua(),
                trivyOperator(),
                Ecr.audit(),
                googleArtifacts());
    }

    /// `twistcli images scan --output-file` of Prisma Cloud: results by image. Its checks of compliance are
    /// counted.
    private static Audit twistcli() {
        return ListedAudit.of(
                        "twistcli-json",
                        "twistcli",
                        head -> Look.object(
                                head,
                                "results",
                                Set.of("consoleURL"),
                                "\"vulnerabilityDistribution\"",
                                "\"complianceDistribution\""))
                .entries("/results/*/vulnerabilities/*")
                .around("/results/*")
                .looked("/results/*/packages/*")
                .beside("/results/*/compliances/*", (row, sheet) -> sheet.count("misconfFail", 1))
                .names("id|cve")
                .of("packageName|package", "packageVersion")
                .severity("severity", "cvss", "vector")
                .judge(
                        (row, flaw) -> {
                            String status = row.text("status");
                            if (status.startsWith(FIXED)) {
                                flaw.fixed(Texts.shown(status.substring(FIXED.length()), Values.CHARS));
                            }
                            return ListedAudit.Fate.STANDS;
                        },
                        "status")
                .run("", "scanTime")
                .page(
                        "twistcli images scan, twistcli coderepo scan",
                        "all",
                        "vulnerabilities with package, version, severity, fix; checks of compliance are counted",
                        "descriptions, layers, risk factors",
                        "https://docs.prismacloud.io/en/compute-edition/30/admin-guide/tools/twistcli-scan-images");
    }

    /// Anchore Engine's API `images/by_id/{id}/vuln/{type}`, what anchorectl writes, and its report of an
    /// evaluation.
    private static Audit anchore() {
        return ListedAudit.of("anchore-json", "anchore", ImageAudits::anchore)
                .entries("/vulnerabilities/*", "/*", "/securityEvaluation/*")
                .names("vuln|vulnerabilityId", "cves")
                .of("package_name|packageName|package", "package_version|packageVersion")
                .severity("severity", "nvdCvssBaseScore", "")
                .fixedIn("fix|fixAvailable|fixVersions/*")
                .run("", "metadata/timestamp")
                .page(
                        "Anchore Engine, Anchore Enterprise, anchorectl image vulnerabilities -o json",
                        "all",
                        "vulnerabilities with package, version, severity, fix",
                        "scores by source, feeds, paths",
                        "https://docs.anchore.com/current/docs/vulnerability_management/images/");
    }

    private static Recognition anchore(Head head) {
        boolean own = switch (head.shape()) {
            case Shape.JsonObject object ->
                object.fields().contains("imageDigest") && object.fields().contains("vulnerabilities")
                        || object.fields().containsAll(Set.of("metadata", "securityEvaluation"));
            case Shape.JsonArray list ->
                list.itemFields().containsAll(Set.of("vuln", "feed", "package"))
                        || list.itemFields().containsAll(Set.of("vulnerabilityId", "packageName", "packageVersion"));
            case Shape.Text _, Shape.Xml _, Shape.Empty _, Shape.Binary _ -> false;
        };
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("it has the fields imageDigest and vulnerabilities, here it has not", 2);
    }

    /// Harbor's `additions/vulnerabilities`, and the scanner adapters' report in it.
    private static Audit harbor() {
        return ListedAudit.of("harbor-json", "harbor", ImageAudits::harbor)
                .entries("/{}/vulnerabilities/*", "/vulnerabilities/*")
                .around("/{}")
                .names("id")
                .of("package", "version")
                .severity("severity", "preferred_cvss/score_v3", "preferred_cvss/vector_v3")
                .fixedIn("fix_version")
                .run("", "generated_at")
                .page(
                        "Harbor",
                        "reports of scanner adapters 1.0 and 1.1",
                        "vulnerabilities with package, version, severity, fix; time",
                        "descriptions, links, layers",
                        "https://github.com/goharbor/pluggable-scanner-spec");
    }

    private static Recognition harbor(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && (object.fields().stream()
                                .anyMatch(field -> field.startsWith("application/vnd.security.vulnerability.report")
                                        || field.startsWith("application/vnd.scanner.adapter.vuln.report"))
                        || object.fields().containsAll(Set.of("generated_at", "scanner", "vulnerabilities")));
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("its field is a media type of vulnerability reports, here it is not", 2);
    }

    /// Aqua's scanner: resources with their vulnerabilities, the older list `cves`, or a page of its API's
    /// `risks/vulnerabilities`. Acknowledged ones do not count.
    private static Audit aqua() {
        return ListedAudit.of("aqua-json", "aqua", ImageAudits::aqua)
                .entries("/resources/*/vulnerabilities/*", "/cves/*", "/result/*")
                .looked("/resources/*")
                .names("name")
                .of("resource/name|file", "resource/version")
                .severity(
                        "aqua_severity|vendor_severity|nvd_severity|severity",
                        "aqua_score|score",
                        "aqua_vectors|nvd_vectors_v3")
                .fixedIn("fix_version")
                .judge(
                        (row, flaw) -> row.flag("acknowledged") || acknowledged(row.text("acknowledged_date"))
                                ? ListedAudit.Fate.SUPPRESSED
                                : ListedAudit.Fate.STANDS,
                        "acknowledged",
                        "acknowledged_date")
                .page(
                        "Aqua's scanner",
                        "all",
                        "vulnerabilities with package, version, severity, fix; acknowledged ones as suppressed",
                        "policies, malware, sensitive data",
                        "https://docs.aquasec.com/saas/image-scanning/");
    }

    private static Recognition aqua(Head head) {
        Set<String> fields = head.shape() instanceof Shape.JsonObject object ? object.fields() : Set.of();
        if (fields.containsAll(Set.of("count", "page", "pagesize", "result"))) {
            return Looks.object(
                    head,
                    head.has("\"aqua_") || head.has("\"image_name\""),
                    "its entries have fields that begin with aqua_, here they have not");
        }
        return fields.contains("cves")
                ? Look.object(head, "cves", Set.of("cves_counts", "image_name"))
                : Look.object(
                        head, "resources", Set.of("image_assurance_results", "vulnerability_summary", "scan_started"));
    }

    /// The API writes the beginning of Unix's time where nobody acknowledged anything.
    private static boolean acknowledged(String date) {
        return !date.isEmpty() && !date.startsWith("1970-01-01T00:00:00") && !date.startsWith("0001-");
    }

    /// The custom resource `VulnerabilityReport` of trivy-operator, one or a list of them.
    private static Audit trivyOperator() {
        return ListedAudit.of("trivy-operator-json", "trivy-operator", ImageAudits::operator)
                .entries("/report/vulnerabilities/*", "/items/*/report/vulnerabilities/*")
                .around("/items/*")
                .names("vulnerabilityID")
                .of("resource", "installedVersion")
                .severity("severity", "score", "")
                .fixedIn("fixedVersion")
                .run("report/scanner/version", "report/updateTimestamp")
                .page(
                        "trivy-operator: kubectl get vulnerabilityreports -o json",
                        "v1alpha1",
                        "vulnerabilities with package, version, severity, fix; version and time",
                        "links, owners, resources of other kinds",
                        "https://aquasecurity.github.io/trivy-operator/latest/docs/crds/vulnerability-report/");
    }

    private static Recognition operator(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("apiVersion")
                && (object.texts().getOrDefault("kind", "").equals("VulnerabilityReport")
                        || object.fields().contains("items") && head.has("\"VulnerabilityReport\""));
        return own ? Recognition.MATCH : new Recognition.Mismatch("its kind is VulnerabilityReport, here it is not", 2);
    }

    /// What Google's Artifact Analysis found, an occurrence an entry.
    private static Audit googleArtifacts() {
        return ListedAudit.of(
                        "google-artifact-analysis-json",
                        "artifact-analysis",
                        head -> Look.objects(head, "vulnerability", Set.of("noteName")))
                .entries("/*")
                .of(
                        "vulnerability/packageIssue/*/affectedPackage",
                        "vulnerability/packageIssue/*/affectedVersion/fullName")
                .severity("vulnerability/effectiveSeverity|vulnerability/severity", "vulnerability/cvssScore", "")
                .fixedIn("vulnerability/packageIssue/*/fixedVersion/fullName")
                .run("", "updateTime")
                .judge(
                        (row, flaw) -> {
                            String note = row.text("vulnerability/shortDescription|noteName");
                            flaw.named(note.substring(note.lastIndexOf('/') + 1));
                            return ListedAudit.Fate.STANDS;
                        },
                        "vulnerability/shortDescription",
                        "noteName")
                .page(
                        "gcloud artifacts docker images list-vulnerabilities --format=json",
                        "v1",
                        "occurrences with note, first package, version, severity, fix",
                        "further packages of an occurrence, addresses, other sources' severities",
                        "https://cloud.google.com/artifact-analysis/docs/reference/rest/v1/projects.occurrences");
    }
}
