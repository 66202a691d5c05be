package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.format.audit.ListedAudit.Fate;
import dev.plumbline.ingest.report.format.findings.JsonLayout;
import dev.plumbline.ingest.report.format.findings.Row;
import java.util.List;
import java.util.Set;

/// Audits of dependencies whose reports are lists of entries.
final class PackageAudits {
    private PackageAudits() {}

    static List<Audit> all() {
        return List.of(
                bun(),
                symfony(),
                ossIndex(),
                dependencyReview(),
                githubAlerts(),
                sonatype(),
                mend(),
                meterian(),
                blackDuck(),
                yocto());
    }

    /// `bun audit --json`: what npm's bulk advisory API answers, advisories by package. The installed
    /// version is not in it.
    private static Audit bun() {
        return ListedAudit.of("bun-audit-json", "bun", PackageAudits::bun)
                .entries("/{}/*")
                .around("/{}")
                .of(JsonLayout.FIELD_NAME, "")
                .severity("severity", "cvss/score", "cvss/vectorString")
                .judge(
                        (row, flaw) -> {
                            flaw.address(row.text("url"));
                            if (flaw.nameless()) {
                                flaw.named(row.text("id"));
                            }
                            return Fate.STANDS;
                        },
                        "id",
                        "url")
                .page(
                        "bun audit --json",
                        "1.2.15 and later",
                        "advisories by package with GitHub's name, severity",
                        "titles, vulnerable ranges, weaknesses; installed versions are not in the report",
                        "https://bun.sh/docs/install/audit");
    }

    private static Recognition bun(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && Set.of("advisories", "vulnerabilities", "metadata", "actions", "auditReportVersion", "type").stream()
                        .noneMatch(object.fields()::contains)
                && head.has("\"vulnerable_versions\"")
                && head.has("github.com/advisories/")
                && !head.has("\"module_name\"");
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("it lists advisories with vulnerable_versions by package", 2);
    }

    /// `local-php-security-checker --format=json` and `symfony check:security`: advisories by package.
    private static Audit symfony() {
        return ListedAudit.of("symfony-security-json", "local-php-security-checker", PackageAudits::symfony)
                .entries("/{}/advisories/*", "/{}/advisories/{}")
                .around("/{}")
                .names("cve|link|title")
                .of("", "version")
                .judge((row, flaw) -> {
                    Row around = row.around();
                    flaw.in(around == null ? "" : around.text(JsonLayout.FIELD_NAME), "");
                    return Fate.STANDS;
                })
                .page(
                        "local-php-security-checker --format=json, symfony security:check --format=json",
                        "all",
                        "advisories by package with CVE, or their address; version of the package",
                        "titles; severities are not in the report",
                        "https://github.com/fabpot/local-php-security-checker#readme");
    }

    private static Recognition symfony(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && !object.fields().isEmpty()
                && object.fields().stream().allMatch(field -> field.indexOf('/') > 0)
                && head.has("\"advisories\"")
                && head.has("\"version\"");
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("its fields are packages with advisories, here they are not", 2);
    }

    /// What Sonatype's OSS Index answers, as auditjs writes it: one object a package.
    private static Audit ossIndex() {
        return ListedAudit.of(
                        "oss-index-json",
                        "oss-index",
                        head -> Look.objects(head, "coordinates", Set.of("vulnerabilities")))
                .entries("/*/vulnerabilities/*")
                .looked("/*")
                .names("cve|id", "displayName")
                .severity("", "cvssScore", "cvssVector")
                .judge(
                        (row, flaw) -> {
                            Purl purl = Purl.of(row.text("coordinates"));
                            flaw.perhapsNamed(title(row.text("title")));
                            flaw.in(purl.name(), purl.version());
                            return Fate.STANDS;
                        },
                        "coordinates",
                        "title")
                .page(
                        "auditjs ossi --json, Sonatype's OSS Index",
                        "all",
                        "vulnerabilities by package with name, score; packages looked at",
                        "descriptions, references",
                        "https://ossindex.sonatype.org/rest");
    }

    /// `[CVE-2020-1] CWE-22: …`
    private static String title(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        return end < 0 ? "" : text.substring(1, end);
    }

    /// GitHub's API «compare of dependencies», which its dependency review is made of. What a change
    /// removes is gone.
    private static Audit dependencyReview() {
        return ListedAudit.of(
                        "github-dependency-review-json",
                        "dependency-review",
                        head -> Look.objects(head, "change_type", Set.of("vulnerabilities", "package_url")))
                .entries("/*/vulnerabilities/*")
                .looked("/*")
                .names("advisory_ghsa_id")
                .of("name", "version")
                .severity("severity", "", "")
                .judge(
                        (row, flaw) -> row.text("change_type").equals("removed") ? Fate.APART : Fate.STANDS,
                        "change_type")
                .page(
                        "GitHub's API: dependency-graph/compare",
                        "2022-11-28",
                        "vulnerabilities of dependencies that a change adds, with severity",
                        "licences; what a change removes is counted as looked at and does not stand",
                        "https://docs.github.com/en/rest/dependency-graph/dependency-review");
    }

    /// What GitHub's GraphQL API answers on `vulnerabilityAlerts` of a repository, or of several that a
    /// search finds.
    private static Audit githubAlerts() {
        return ListedAudit.of(
                        "github-vulnerability-alerts-json",
                        "dependabot",
                        head -> head.has("\"vulnerabilityAlerts\"")
                                ? Look.object(head, "data", Set.of(), "\"vulnerabilityAlerts\"")
                                : new Recognition.Mismatch("it lists vulnerabilityAlerts, here it does not", 2))
                .entries(
                        "/data/repository/vulnerabilityAlerts/nodes/*",
                        "/data/search/nodes/*/vulnerabilityAlerts/nodes/*")
                .names(
                        "securityVulnerability/advisory/ghsaId|securityAdvisory/ghsaId|securityVulnerability/advisory/identifiers/*/value|securityAdvisory/identifiers/*/value")
                .of("securityVulnerability/package/name", "")
                .severity(
                        "securityVulnerability/severity|securityVulnerability/advisory/severity|securityAdvisory/severity",
                        "securityVulnerability/advisory/cvss/score",
                        "")
                .fixedIn("securityVulnerability/firstPatchedVersion/identifier")
                .judge(
                        (row, flaw) -> {
                            String required = row.text("vulnerableRequirements");
                            flaw.in("", required.startsWith("= ") ? required.substring(2) : "");
                            return switch (row.text("state")) {
                                case "DISMISSED", "AUTO_DISMISSED" -> Fate.SUPPRESSED;
                                case "FIXED" -> Fate.APART;
                                default -> row.find("dismissedAt") == null ? Fate.STANDS : Fate.SUPPRESSED;
                            };
                        },
                        "state",
                        "dismissedAt",
                        "vulnerableRequirements")
                .page(
                        "GitHub's GraphQL API: vulnerabilityAlerts",
                        "all",
                        "alerts with name, package, severity, fix; dismissed ones as suppressed, fixed ones apart",
                        "descriptions, references; further pages of the answer",
                        "https://docs.github.com/en/graphql/reference/objects#repositoryvulnerabilityalert");
    }

    /// Sonatype's Lifecycle (Nexus IQ), the raw data of a report.
    private static Audit sonatype() {
        return ListedAudit.of(
                        "sonatype-iq-json",
                        "sonatype-iq",
                        head -> Look.object(head, "components", Set.of("matchSummary"), "\"securityData\""))
                .entries("/components/*/securityData/securityIssues/*")
                .looked("/components/*")
                .names("reference")
                .of(
                        "componentIdentifier/coordinates/packageId|componentIdentifier/coordinates/name|componentIdentifier/coordinates/artifactId|displayName",
                        "componentIdentifier/coordinates/version")
                .severity("", "severity", "")
                .judge(
                        (row, flaw) -> {
                            String group = row.text("componentIdentifier/coordinates/groupId");
                            flaw.in(group.isEmpty() ? "" : group + ":" + flaw.packageName(), "");
                            return row.text("status").equals("Not Applicable") ? Fate.SUPPRESSED : Fate.STANDS;
                        },
                        "status",
                        "componentIdentifier/coordinates/groupId")
                .page(
                        "Sonatype Lifecycle: api/v2/applications/…/reports/…/raw",
                        "all",
                        "security issues by component with score; not applicable ones as suppressed; components looked at",
                        "licences, policies",
                        "https://help.sonatype.com/en/report-related-rest-apis.html");
    }

    /// Mend (WhiteSource), its report of vulnerabilities.
    private static Audit mend() {
        return ListedAudit.of(
                        "mend-json",
                        "mend",
                        head -> head.has("\"library\"")
                                ? Look.object(
                                        head,
                                        "vulnerabilities",
                                        Set.of(),
                                        "\"keyUuid\"",
                                        "\"topFix\"",
                                        "\"cvss3_severity\"")
                                : new Recognition.Mismatch("its vulnerabilities have a library, here they have not", 2))
                .entries("/vulnerabilities/*")
                .names("name")
                .of("library/name|library/artifactId|library/filename", "library/version")
                .severity("cvss3_severity|severity", "cvss3_score|score", "scoreMetadataVector")
                .fixedIn("topFix/fixResolution")
                .page(
                        "Mend (WhiteSource)",
                        "all",
                        "vulnerabilities with library, version, severity, fix",
                        "descriptions, other fixes; a report without vulnerabilities is known only where the format is declared",
                        "https://docs.mend.io/");
    }

    private static Audit meterian() {
        return ListedAudit.of(
                        "meterian-json",
                        "meterian",
                        head -> Look.object(head, "reports", Set.of("scores"), "\"advices\""))
                .entries("/reports/security/reports/*/reports/*/advices/*")
                .around("/reports/security/reports/*/reports/*")
                .names("cve|id")
                .of("dependency/name", "dependency/version")
                .severity("severity", "cvss", "")
                .fixedIn("safeVersions/latestPatch|safeVersions/latestMinor|safeVersions/latestMajor")
                .run("", "timestamp")
                .page(
                        "meterian --report-json",
                        "all",
                        "advices on security with package, version, severity, the next safe version",
                        "stability, licences",
                        "https://docs.meterian.io/");
    }

    /// Black Duck's version report. What people decided not to count stands with its decision.
    private static Audit blackDuck() {
        return ListedAudit.of(
                        "blackduck-json",
                        "blackduck",
                        head -> Look.object(
                                head,
                                "detailedVulnerabilities",
                                Set.of("aggregateBomViewEntries", "detailedReleaseSummary")))
                .entries("/detailedVulnerabilities/*")
                .names("vulnerabilityId")
                .of("producerProjectName", "producerVersion|producerChannelVersionName")
                .severity("severity", "overallScore|baseScore", "")
                .judge(
                        (row, flaw) -> switch (row.text("remediationStatus")) {
                            case "IGNORED",
                                    "NOT_AFFECTED",
                                    "MITIGATED",
                                    "PATCHED",
                                    "REMEDIATION_COMPLETE",
                                    "DUPLICATE" -> Fate.SUPPRESSED;
                            default -> Fate.STANDS;
                        },
                        "remediationStatus")
                .page(
                        "Black Duck's version report",
                        "all",
                        "vulnerabilities by component with severity; those that are ignored, patched or mitigated as suppressed",
                        "licences, files, guidance",
                        "https://documentation.blackduck.com/");
    }

    /// Yocto's cve-check.bbclass: packages with what concerns them. What is patched is no vulnerability,
    /// what was ruled out is suppressed.
    private static Audit yocto() {
        return ListedAudit.of("yocto-cve-json", "cve-check", PackageAudits::yocto)
                .entries("/package/*/issue/*")
                .looked("/package/*")
                .names("id")
                .of("", "")
                .severity("", "scorev4|scorev3|scorev2", "")
                .judge(
                        (row, flaw) -> {
                            Row around = row.around();
                            if (around != null) {
                                flaw.in(around.text("name"), around.text("version"));
                            }
                            return switch (row.text("status")) {
                                case "Patched" -> Fate.APART;
                                case "Ignored" -> Fate.SUPPRESSED;
                                default -> Fate.STANDS;
                            };
                        },
                        "status",
                        "name",
                        "version")
                .page(
                        "Yocto's and OpenEmbedded's cve-check, vex: cve-summary.json",
                        "1",
                        "issues by package with name, score; ignored ones as suppressed, patched ones apart",
                        "summaries, layers, vectors",
                        "https://docs.yoctoproject.org/dev-manual/vulnerabilities.html");
    }

    private static Recognition yocto(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("package")
                && head.has("\"issue\"")
                && head.has("\"layer\"");
        return own ? Recognition.MATCH : new Recognition.Mismatch("it lists packages with layer and issue", 2);
    }
}
