package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.format.audit.ListedAudit.Fate;
import dev.plumbline.ingest.report.format.findings.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What JFrog's Xray and its command line write. An issue is often about several CVE numbers, of which the
/// first names it; the number of the issue is its other name.
final class Xray {
    private static final String DOCUMENTS = "https://docs.jfrog.com/security/docs/xray";

    private Xray() {}

    static List<Audit> all() {
        return List.of(cli(), scans(), report(), issues(), artifacts());
    }

    /// `jf audit --format=simple-json`, `jf docker scan`, `jf scan`: rows of vulnerabilities, or of
    /// violations of a watch.
    private static Audit cli() {
        return ListedAudit.of(
                        "jfrog-simple-json",
                        "xray",
                        head -> Look.object(
                                head, "vulnerabilities", Set.of(), "\"impactedPackageName\"", "\"securityViolations\""))
                .entries("/vulnerabilities/*", "/securityViolations/*")
                .names("cves/*/id|issueId")
                .of("impactedPackageName", "impactedPackageVersion")
                .severity("severity", "cves/*/cvssV3|cves/*/cvssV2", "")
                .fixedIn("fixedVersions/*")
                .judge((row, flaw) -> issue(row, flaw, "issueId"))
                .page(
                        "jf audit, jf scan, jf docker scan --format=simple-json",
                        "2",
                        "vulnerabilities and security violations with package, version, severity, first fix",
                        "licences, secrets, findings in code, paths",
                        DOCUMENTS);
    }

    /// The same with `--format=json`: what Xray answered, a scan an entry.
    private static Audit scans() {
        return xray("jfrog-scan-json", Xray::scanned)
                .entries("/*/vulnerabilities/*", "/*/violations/*")
                .around("/*")
                .names("cves/*/cve|issue_id")
                .of("component_id", "")
                .severity("severity", "cves/*/cvss_v3_score|cves/*/cvss_v2_score", "cves/*/cvss_v3_vector")
                .judge(
                        (row, flaw) -> {
                            component(flaw, flaw.packageName());
                            return row.text("type").equals("license") ? Fate.APART : issue(row, flaw, "issue_id");
                        },
                        "type")
                .page(
                        "jf audit, jf scan, jf docker scan --format=json",
                        "2",
                        "vulnerabilities and violations with severity; what was scanned",
                        "licences, the components between, fixes",
                        DOCUMENTS);
    }

    private static Recognition scanned(Head head) {
        boolean own = head.shape() instanceof Shape.JsonArray list
                && list.itemFields().contains("scan_id")
                && (list.itemFields().contains("vulnerabilities")
                        || list.itemFields().contains("violations")
                        || list.itemFields().contains("component_id"));
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("its entries have the fields scan_id and vulnerabilities", 2);
    }

    /// A report of vulnerabilities that Xray exports.
    private static Audit report() {
        return xray(
                        "xray-report-json",
                        head -> Look.object(head, "rows", Set.of("total_rows"), "\"vulnerable_component\""))
                .entries("/rows/*")
                .names("cves/*/cve|issue_id")
                .severity("severity", "cvss3_max_score|cvss2_max_score", "")
                .fixedIn("fixed_versions/*")
                .judge(
                        (row, flaw) -> {
                            component(flaw, row.text("vulnerable_component"));
                            return issue(row, flaw, "issue_id");
                        },
                        "vulnerable_component")
                .page(
                        "Xray's report of vulnerabilities",
                        "all",
                        "vulnerabilities with component, version, severity, first fix",
                        "paths, descriptions, further CVE numbers of an issue",
                        DOCUMENTS);
    }

    /// Xray's issues by component.
    private static Audit issues() {
        return xray(
                        "xray-issues-json",
                        head -> Look.object(head, "data", Set.of("total_count"), "\"component_versions\""))
                .entries("/data/*")
                .names("component_versions/more_details/cves/*/cve|id")
                .severity("severity", "", "")
                .fixedIn("component_versions/fixed_versions/*")
                .judge(
                        (row, flaw) -> {
                            component(flaw, row.text("source_comp_id|component"));
                            if (flaw.nameless()) {
                                flaw.named(row.text("summary"));
                            }
                            return row.text("issue_type").equals("license") ? Fate.APART : Fate.STANDS;
                        },
                        "source_comp_id",
                        "component",
                        "issue_type",
                        "summary")
                .page(
                        "Xray's export of issues",
                        "all",
                        "issues of security with component, version, severity, first fix",
                        "issues of licences, descriptions, further CVE numbers of an issue",
                        DOCUMENTS);
    }

    /// Xray's API `summary/artifact` and `summary/build`.
    private static Audit artifacts() {
        return xray("xray-summary-json", head -> Look.object(head, "artifacts", Set.of("errors"), "\"issues\""))
                .entries("/artifacts/*/issues/*")
                .around("/artifacts/*")
                .names("cves/*/cve|issue_id")
                .of("components/*/component_id|general/component_id", "")
                .severity("severity", "", "")
                .fixedIn("components/*/fixed_versions/*")
                .judge(
                        (row, flaw) -> {
                            component(flaw, flaw.packageName());
                            if (flaw.nameless()) {
                                flaw.named(row.text("summary"));
                            }
                            return row.text("issue_type").equals("license") ? Fate.APART : issue(row, flaw, "issue_id");
                        },
                        "issue_type",
                        "summary")
                .page(
                        "Xray's API: summary/artifact",
                        "1",
                        "issues of security by artifact with first component, severity",
                        "licences, paths, further CVE numbers of an issue",
                        DOCUMENTS);
    }

    private static ListedAudit xray(String format, Function<Head, Recognition> look) {
        return ListedAudit.of(format, "xray", look);
    }

    private static Fate issue(Row row, Flaw flaw, String column) {
        flaw.named(row.text(column));
        return Fate.STANDS;
    }

    /// `pypi://Jinja2:2.11.2`, `gav://group:name:1.0`; packages of a distribution stand behind its name and
    /// release: `deb://debian:bookworm:libx11:2:1.8.4`.
    private static void component(Flaw flaw, String component) {
        int from = component.indexOf("://");
        String named = from < 0 ? component : component.substring(from + 3);
        int parts = distribution(from < 0 ? "" : component.substring(0, from));
        for (int part = 0; part < parts; part++) {
            named = named.substring(named.indexOf(':') + 1);
        }
        int colon = parts > 0 ? named.indexOf(':') : named.lastIndexOf(':');
        flaw.in(colon < 0 ? named : named.substring(0, colon), colon < 0 ? "" : named.substring(colon + 1));
    }

    private static int distribution(String type) {
        return switch (type) {
            case "deb" -> 2;
            case "rpm", "alpine" -> 1;
            default -> 0;
        };
    }
}
