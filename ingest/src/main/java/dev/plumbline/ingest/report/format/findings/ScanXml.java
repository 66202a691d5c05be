package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.CodeXml.page;
import static dev.plumbline.ingest.report.format.findings.CodeXml.text;
import static dev.plumbline.ingest.report.format.findings.LinterXml.deep;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// XML reports of OpenVAS, Acunetix, VisualCodeGrepper and Psalm: entries of which each field is an
/// element.
final class ScanXml {
    private ScanXml() {}

    static List<XmlDialect> dialects() {
        return List.of(openvas(), acunetix(), codeGrepper(), psalm());
    }

    /// The texts of the elements directly below the one on which the cursor stands; it then stands on its
    /// end.
    private static Map<String, String> texts(XmlCursor xml, Set<String> names) {
        var texts = new HashMap<String, String>();
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() == XmlCursor.Step.START) {
                if (names.contains(xml.name()) && xml.depth() == outside + 2) {
                    String oid = xml.attribute("oid");
                    texts.put(xml.name(), oid == null ? text(xml) : oid);
                } else if (xml.depth() == outside + 2) {
                    xml.skip();
                }
            }
        }
        return texts;
    }

    /// Greenbone's report of GMP: results with a severity from 0 to 10, of which 0 is what it logs.
    private static XmlDialect openvas() {
        return new XmlDialect(
                "openvas-xml",
                Tool.findings("openvas"),
                page(
                        "OpenVAS, Greenbone: report format XML",
                        "results with the test's OID, severity, host; what is logged as INFO",
                        "https://docs.greenbone.net/API/GMP/gmp-22.5.html"),
                "report",
                "format_id",
                FindingsSheet.Errors.NONE,
                ScanXml::openvas);
    }

    /// A report without its details counts results and lists none.
    private static void openvas(XmlCursor xml, FindingsSheet sheet) {
        int[] counts = {0, 0};
        deep(xml, () -> {
            switch (xml.name()) {
                case "result_count" -> {
                    Map<String, String> texts = texts(xml, Set.of("filtered", "full"));
                    String stated = texts.getOrDefault("filtered", texts.getOrDefault("full", ""));
                    counts[0] = stated.matches("\\d{1,9}") ? Integer.parseInt(stated) : 0;
                }
                case "result" -> {
                    counts[1]++;
                    sheet.add(result(texts(xml, Set.of("name", "host", "port", "nvt", "severity", "threat"))));
                }
                default -> {
                    // hosts, ports, the task
                }
            }
        });
        if (counts[0] > 0 && counts[1] == 0) {
            throw xml.wrong("The report counts " + counts[0] + " results and lists none of them.");
        }
    }

    private static Entry result(Map<String, String> texts) {
        String name = texts.getOrDefault("name", "");
        String place = texts.getOrDefault("host", "") + " " + texts.getOrDefault("port", "");
        return new Entry(texts.getOrDefault("nvt", name), score(texts), "", 0, name + " (" + place + ")", State.OPEN);
    }

    private static Severity score(Map<String, String> texts) {
        String score = texts.getOrDefault("severity", "");
        if (score.matches("\\d{1,2}(?:\\.\\d{1,5})?")) {
            return Severities.ofScore(Double.parseDouble(score));
        }
        String threat = texts.getOrDefault("threat", "");
        return threat.equals("Log") || threat.equals("Debug") ? Severity.INFO : Severities.ofWord(threat);
    }

    /// Acunetix' export, whose items lie in scans.
    private static XmlDialect acunetix() {
        return CodeXml.of(
                "acunetix-xml",
                Tool.findings("acunetix"),
                "ScanGroup",
                page(
                        "Acunetix: export XML",
                        "items with name, severity, what they affect",
                        "https://www.acunetix.com/support/docs/"),
                (xml, sheet) -> deep(xml, () -> {
                    if (xml.name().equals("ReportItem")) {
                        Map<String, String> texts = texts(xml, Set.of("Name", "Severity", "Affects"));
                        sheet.add(new Entry(
                                texts.getOrDefault("Name", ""),
                                Levels.of(texts.getOrDefault("Severity", "")),
                                "",
                                0,
                                texts.getOrDefault("Name", "") + " (" + texts.getOrDefault("Affects", "") + ")",
                                State.OPEN));
                    }
                }));
    }

    /// VisualCodeGrepper's frmMain.vb: priorities 1 to 7, with words of its own.
    private static XmlDialect codeGrepper() {
        return CodeXml.of(
                "vcg-xml",
                Tool.findings("vcg"),
                "CodeIssueCollection",
                page(
                        "VisualCodeGrepper: export XML",
                        "issues with title, severity and place",
                        "https://github.com/nccgroup/VCG#readme"),
                (xml, sheet) -> deep(xml, () -> {
                    if (xml.name().equals("CodeIssue")) {
                        Map<String, String> texts =
                                texts(xml, Set.of("Priority", "Title", "Description", "FileName", "Line"));
                        String line = texts.getOrDefault("Line", "");
                        sheet.add(new Entry(
                                texts.getOrDefault("Title", ""),
                                priority(texts.getOrDefault("Priority", "")),
                                texts.getOrDefault("FileName", ""),
                                line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0,
                                texts.getOrDefault("Description", ""),
                                State.OPEN));
                    }
                }));
    }

    private static Severity priority(String number) {
        return switch (number) {
            case "1" -> Severity.CRITICAL;
            case "2" -> Severity.HIGH;
            case "3" -> Severity.MEDIUM;
            case "4", "5" -> Severity.LOW;
            case "6", "7" -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
    }

    /// Psalm's Report/XmlReport.php: an item for each issue, with the fields of its JSON.
    private static XmlDialect psalm() {
        return new XmlDialect(
                "psalm-xml",
                Tool.findings("psalm"),
                page(
                        "Psalm --output-format=xml",
                        "issues with type, severity, place",
                        "https://psalm.dev/docs/running_psalm/command_line_usage/"),
                "report",
                "<line_from>",
                FindingsSheet.Errors.LEVEL,
                (xml, sheet) -> deep(xml, () -> {
                    if (xml.name().equals("item")) {
                        sheet.add(issue(texts(
                                xml, Set.of("severity", "line_from", "type", "message", "file_name", "file_path"))));
                    }
                }));
    }

    private static Entry issue(Map<String, String> texts) {
        String line = texts.getOrDefault("line_from", "");
        return new Entry(
                texts.getOrDefault("type", "unnamed"),
                Severities.ofWord(texts.getOrDefault("severity", "")),
                texts.getOrDefault("file_name", texts.getOrDefault("file_path", "")),
                line.matches("\\d{1,9}") ? Integer.parseInt(line) : 0,
                texts.getOrDefault("message", ""),
                State.OPEN);
    }
}
