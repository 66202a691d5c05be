package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// XML of scanners that companies buy: Nessus, Fortify, Veracode.
final class MachineXml {
    private static final int CHARS = 1_000;

    private MachineXml() {}

    static List<XmlDialect> dialects() {
        return List.of(nessus(), fortify(), veracode());
    }

    private static FormatPage page(String tools, String taken, String definition) {
        return new FormatPage(tools, "all", taken, "explanations, traces, hosts' properties", definition);
    }

    /// Nessus' export of version 2: items by host, severity 0 to 4. An item of severity 0 is what the
    /// scanner saw, no fault.
    private static XmlDialect nessus() {
        return new XmlDialect(
                "nessus-xml",
                Tool.findings("nessus"),
                page(
                        "Nessus, Tenable: .nessus",
                        "items by host with plugin, severity, port; informational ones apart",
                        "https://static.tenable.com/documentation/nessus_v2_file_format.pdf"),
                "NessusClientData_v2",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    boolean report = false;
                    String host = "";
                    int outside = xml.depth() - 1;
                    while (xml.depth() > outside) {
                        if (xml.next() == Step.START) {
                            report |= xml.name().equals("Report");
                            host = xml.name().equals("ReportHost") ? xml.attribute("name", "") : host;
                            if (xml.name().equals("ReportItem")) {
                                item(xml, host, sheet);
                            }
                        }
                    }
                    if (!report) {
                        throw xml.wrong("The document has a policy and no report.");
                    }
                });
    }

    private static void item(XmlCursor xml, String host, FindingsSheet sheet) {
        String severity = xml.attribute("severity", "");
        String place = host + ":" + xml.attribute("port", "0") + "/" + xml.attribute("protocol", "");
        sheet.add(new Entry(
                xml.attribute("pluginID", ""),
                SiteXml.level(severity),
                "",
                0,
                xml.attribute("pluginName", "") + " (" + place + ")",
                severity.equals("0") ? State.INFORMATIONAL : State.OPEN));
        xml.skip();
    }

    /// Fortify's audit.fvdl: vulnerabilities with their class; the place is that of the node that a trace
    /// marks as its default, else the last one. Severity from 1 to 5 as the instance has it.
    private static XmlDialect fortify() {
        return new XmlDialect(
                "fortify-fvdl",
                Tool.findings("fortify"),
                page(
                        "Fortify SCA: audit.fvdl of an .fpr archive",
                        "vulnerabilities with type, severity of the instance, place; version",
                        "https://www.microfocus.com/documentation/fortify-static-code-analyzer-and-tools/"),
                "FVDL",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    boolean[] listed = new boolean[1];
                    for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                        if (step == Step.START) {
                            switch (xml.name()) {
                                case "Vulnerabilities" -> {
                                    listed[0] = true;
                                    for (Step one = xml.next(); one != Step.END; one = xml.next()) {
                                        if (one == Step.START) {
                                            vulnerability(xml, sheet);
                                        }
                                    }
                                }
                                case "EngineData" -> engine(xml, sheet);
                                default -> xml.skip();
                            }
                        }
                    }
                    if (!listed[0]) {
                        throw xml.wrong("The report has no list of vulnerabilities.");
                    }
                });
    }

    private static void engine(XmlCursor xml, FindingsSheet sheet) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("EngineVersion")) {
                    sheet.version(xml.text(CHARS).strip());
                } else {
                    xml.skip();
                }
            }
        }
    }

    private static void vulnerability(XmlCursor xml, FindingsSheet sheet) {
        Map<String, String> known = new HashMap<>();
        int outside = xml.depth() - 1;
        boolean marked = false;
        while (xml.depth() > outside) {
            if (xml.next() == Step.START) {
                switch (xml.name()) {
                    case "Type", "Subtype", "DefaultSeverity", "InstanceSeverity" -> {
                        String name = xml.name();
                        known.putIfAbsent(name, xml.text(CHARS).strip());
                    }
                    case "Node" -> marked = xml.attribute("isDefault", "").equals("true");
                    case "SourceLocation" -> {
                        if (!known.containsKey("default")) {
                            known.put("path", xml.attribute("path", ""));
                            known.put("line", xml.attribute("line", ""));
                        }
                        if (marked) {
                            known.put("default", "");
                            marked = false;
                        }
                    }
                    default -> {
                        // traces, explanations
                    }
                }
            }
        }
        String subtype = known.getOrDefault("Subtype", "");
        String rule = known.getOrDefault("Type", "unnamed") + (subtype.isEmpty() ? "" : ": " + subtype);
        sheet.add(new Entry(
                rule,
                severity(known.getOrDefault("InstanceSeverity", known.getOrDefault("DefaultSeverity", ""))),
                known.getOrDefault("path", ""),
                number(known.getOrDefault("line", "")),
                rule,
                State.OPEN));
    }

    /// Fortify's and Veracode's severities from 1 to 5.
    private static Severity severity(String text) {
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case '5' -> Severity.CRITICAL;
            case '4' -> Severity.HIGH;
            case '3' -> Severity.MEDIUM;
            case '2' -> Severity.LOW;
            case '1', '0' -> Severity.INFO;
            default -> Severity.UNSTATED;
        };
    }

    /// Veracode's detailed report: flaws of code, of running applications and those that people found. An
    /// accepted mitigation is a suppression; what is fixed is gone.
    private static XmlDialect veracode() {
        return new XmlDialect(
                "veracode-xml",
                Tool.findings("veracode"),
                page(
                        "Veracode: detailedreport.do",
                        "flaws with CWE, severity, place; accepted mitigations as suppressed, fixed ones apart",
                        "https://docs.veracode.com/r/Detailed_XML_Report_Schema"),
                "detailedreport",
                FindingsSheet.Errors.NONE,
                (xml, sheet) -> {
                    int components = 0;
                    int outside = xml.depth() - 1;
                    while (xml.depth() > outside) {
                        if (xml.next() == Step.START) {
                            if (xml.name().equals("flaw")) {
                                flaw(xml, sheet);
                            } else if (xml.name().equals("vulnerability")) {
                                components++;
                            }
                        }
                    }
                    if (components > 0) {
                        sheet.notes()
                                .add(components + " vulnerabilities of components were passed over: send an audit of "
                                        + "dependencies.");
                    }
                });
    }

    private static void flaw(XmlCursor xml, FindingsSheet sheet) {
        String fixed = xml.attribute("remediation_status", "").toLowerCase(Locale.ROOT);
        boolean accepted = xml.attribute("mitigation_status", "").equalsIgnoreCase("accepted");
        String folder = xml.attribute("sourcefilepath", "");
        sheet.add(new Entry(
                "CWE-" + xml.attribute("cweid", "0"),
                severity(xml.attribute("severity", "")),
                folder + xml.attribute("sourcefile", ""),
                number(xml.attribute("line", "")),
                xml.attribute("categoryname", xml.attribute("type", "")),
                fixed.equals("fixed") ? State.ABSENT : accepted ? State.SUPPRESSED : State.OPEN));
        xml.skip();
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
