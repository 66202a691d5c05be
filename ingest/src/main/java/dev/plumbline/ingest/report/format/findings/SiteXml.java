package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// XML reports of scanners of running sites and machines, and of Checkmarx.
final class SiteXml {
    private static final int CHARS = 1_000;

    private SiteXml() {}

    static List<XmlDialect> dialects() {
        return List.of(burp(), wapiti(), nikto(), checkmarx(), xccdf());
    }

    /// Burp's report of issues: severities High, Medium, Low, Information, False positive.
    private static XmlDialect burp() {
        return new XmlDialect(
                "burp-xml",
                Tool.findings("burp"),
                page(
                        "Burp Scanner",
                        "issues with name, severity, address; false positives as suppressed; version",
                        "https://portswigger.net/burp/documentation/desktop/automated-scanning/results/reporting"),
                "issues",
                "burpVersion",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    sheet.version(xml.attribute("burpVersion"));
                    children(xml, "issue", () -> {
                        Map<String, String> texts =
                                texts(xml, Set.of("type", "name", "host", "path", "location", "severity"));
                        String severity = texts.getOrDefault("severity", "");
                        String address = texts.getOrDefault("host", "")
                                + texts.getOrDefault("location", texts.getOrDefault("path", ""));
                        sheet.add(new Entry(
                                texts.getOrDefault("type", texts.getOrDefault("name", "")),
                                Severities.ofWord(severity),
                                "",
                                0,
                                texts.getOrDefault("name", "") + " (" + address + ")",
                                severity.equalsIgnoreCase("False positive") ? State.SUPPRESSED : State.OPEN));
                    });
                });
    }

    /// Wapiti's report/xmlreportgenerator.py: as its JSON, see {@link SecurityJson}.
    private static XmlDialect wapiti() {
        return new XmlDialect(
                "wapiti-xml",
                Tool.findings("wapiti"),
                page(
                        "wapiti -f xml",
                        "vulnerabilities and anomalies with category, level, address; version",
                        "https://wapiti-scanner.github.io/"),
                "report",
                "type",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    boolean[] own = new boolean[1];
                    for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                        if (step == Step.START) {
                            switch (xml.name()) {
                                case "report_infos" ->
                                    children(xml, "info", () -> {
                                        boolean version =
                                                xml.attribute("name", "").equals("generatorVersion");
                                        String text = xml.text(CHARS).strip();
                                        sheet.version(version ? text : null);
                                    });
                                case "vulnerabilities" -> {
                                    own[0] = true;
                                    children(xml, "vulnerability", () -> category(xml, sheet));
                                }
                                case "anomalies" -> children(xml, "anomaly", () -> category(xml, sheet));
                                default -> xml.skip();
                            }
                        }
                    }
                    if (!own[0]) {
                        throw xml.wrong("The report has no list of vulnerabilities.");
                    }
                });
    }

    private static void category(XmlCursor xml, FindingsSheet sheet) {
        String category = xml.attribute("name", "");
        children(
                xml,
                "entries",
                () -> children(xml, "entry", () -> {
                    Map<String, String> texts = texts(xml, Set.of("method", "path", "level", "info"));
                    String address = texts.getOrDefault("method", "") + " " + texts.getOrDefault("path", "");
                    sheet.add(new Entry(
                            category,
                            level(texts.getOrDefault("level", "")),
                            "",
                            0,
                            texts.getOrDefault("info", "") + " (" + address.strip() + ")",
                            State.OPEN));
                }));
    }

    static Severity level(String level) {
        return switch (level) {
            case "4" -> Severity.CRITICAL;
            case "3" -> Severity.HIGH;
            case "2" -> Severity.MEDIUM;
            case "1" -> Severity.LOW;
            case "0" -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
    }

    /// Nikto's docs/nikto.dtd. It knows no levels.
    private static XmlDialect nikto() {
        return new XmlDialect(
                "nikto-xml",
                Tool.findings("nikto"),
                page(
                        "nikto -Format xml",
                        "items with id and address; version",
                        "https://github.com/sullo/nikto/wiki/Export-Formats"),
                "niktoscan",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    sheet.version(xml.attribute("version"));
                    int outside = xml.depth() - 1;
                    while (xml.depth() > outside) {
                        if (xml.next() == Step.START && xml.name().equals("item")) {
                            String rule = xml.attribute("id", "");
                            Map<String, String> texts = texts(xml, Set.of("description", "uri"));
                            sheet.add(new Entry(
                                    rule,
                                    Severity.UNSTATED,
                                    "",
                                    0,
                                    texts.getOrDefault("description", "") + " (" + texts.getOrDefault("uri", "") + ")",
                                    State.OPEN));
                        }
                    }
                });
    }

    /// Checkmarx SAST: results by query. What somebody marked as a false positive does not count.
    private static XmlDialect checkmarx() {
        return new XmlDialect(
                "checkmarx-xml",
                Tool.findings("checkmarx"),
                page(
                        "Checkmarx SAST",
                        "results with query, severity, place; false positives as suppressed; version",
                        "https://docs.checkmarx.com/en/34965-46521-generating-scan-results-reports.html"),
                "CxXMLResults",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    sheet.version(xml.attribute("CheckmarxVersion"));
                    children(xml, "Query", () -> {
                        String query = xml.attribute("name", "");
                        String severity = xml.attribute("Severity", "");
                        children(xml, "Result", () -> {
                            String line = xml.attribute("Line", "");
                            boolean excused = xml.attribute("FalsePositive", "").equalsIgnoreCase("true")
                                    || xml.attribute("state", "").equals("1");
                            sheet.add(new Entry(
                                    query,
                                    Severities.ofWord(xml.attribute("Severity", severity)),
                                    xml.attribute("FileName", ""),
                                    line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0,
                                    query.replace('_', ' '),
                                    excused ? State.SUPPRESSED : State.OPEN));
                            xml.skip();
                        });
                    });
                });
    }

    /// Results of XCCDF (NIST IR 7275), alone, in their benchmark or in an asset report: rules that failed,
    /// or that could not be tried for an error. A result of the same rule on several instances is several
    /// entries.
    private static XmlDialect xccdf() {
        return new XmlDialect(
                "xccdf-xml",
                Tool.shared("openscap"),
                page(
                        "oscap xccdf eval --results, --results-arf, and other SCAP scanners",
                        "rules that failed or broke, with severity; those that passed or do not apply are left out",
                        "https://csrc.nist.gov/pubs/ir/7275/r4/upd1/final"),
                "TestResult|Benchmark|asset-report-collection",
                "checklists.nist.gov/xccdf|scap.nist.gov/schema/asset-reporting-format",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    boolean[] tried = {xml.name().equals("TestResult")};
                    int outside = xml.depth() - 1;
                    while (xml.depth() > outside) {
                        if (xml.next() == Step.START) {
                            tried[0] |= xml.name().equals("TestResult");
                            if (xml.name().equals("rule-result")) {
                                result(xml, sheet);
                            }
                        }
                    }
                    if (!tried[0]) {
                        throw xml.wrong("The document has rules and no results of them.");
                    }
                });
    }

    private static void result(XmlCursor xml, FindingsSheet sheet) {
        String rule = xml.attribute("idref", "");
        String severity = xml.attribute("severity", "");
        String result = texts(xml, Set.of("result")).getOrDefault("result", "");
        if (result.equals("fail") || result.equals("error")) {
            sheet.add(new Entry(rule, Severities.ofWord(severity), "", 0, rule + ": " + result, State.OPEN));
        }
    }

    private static FormatPage page(String tools, String taken, String definition) {
        return new FormatPage(tools, "all", taken, "requests and responses, explanations, data flows", definition);
    }

    /// Visits the children of this name; the visitor leaves the cursor on their end.
    private static void children(XmlCursor xml, String name, Runnable child) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals(name)) {
                    child.run();
                } else {
                    xml.skip();
                }
            }
        }
    }

    /// {@return the texts of the children with these names, the first of each}
    private static Map<String, String> texts(XmlCursor xml, Set<String> names) {
        var texts = new HashMap<String, String>();
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                String name = xml.name();
                if (names.contains(name) && !texts.containsKey(name)) {
                    texts.put(name, xml.text(CHARS).strip());
                } else {
                    xml.skip();
                }
            }
        }
        return texts;
    }
}
