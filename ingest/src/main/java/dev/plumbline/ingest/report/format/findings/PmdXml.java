package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;

/// PMD's two XML reports: `report_2_0_0.xsd` of its rules and `cpd-report_1_0_0.xsd` of copied code. Priorities 1 and 2
/// are
/// HIGH, 3 is MEDIUM, 4 and 5 are LOW, as PMD's own SARIF has them.
final class PmdXml {
    private static final int MESSAGE_CHARS = 400;

    private PmdXml() {}

    static XmlDialect rules() {
        return new XmlDialect(
                "pmd-xml",
                Tool.findings("pmd"),
                new FormatPage(
                        "PMD",
                        "all",
                        "violations with rule, priority as severity, place, message; suppressed violations; errors of processing and configuration; version",
                        "columns, classes, methods",
                        "https://docs.pmd-code.org/latest/pmd_userdocs_report_formats.html#xml"),
                "pmd",
                FindingsSheet.Errors.OWN,
                PmdXml::readRules);
    }

    /// A stretch of code that occurs several times is one finding.
    static XmlDialect copies() {
        return new XmlDialect(
                "cpd-xml",
                Tool.findings("cpd"),
                new FormatPage(
                        "PMD CPD",
                        "all",
                        "duplications with their first place, the other places in the message; version",
                        "code, token counts of files",
                        "https://docs.pmd-code.org/latest/pmd_userdocs_cpd_report_formats.html#xml"),
                "pmd-cpd",
                FindingsSheet.Errors.OWN,
                PmdXml::readCopies);
    }

    private static void readRules(XmlCursor xml, FindingsSheet sheet) {
        sheet.version(xml.attribute("version"));
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "file" -> file(xml, sheet);
                    case "suppressedviolation" -> {
                        sheet.addBeside(new Entry(
                                xml.attribute("rule", xml.attribute("suppressiontype", "suppressed")),
                                Severity.UNSTATED,
                                xml.attribute("filename", ""),
                                0,
                                xml.attribute("msg", ""),
                                State.SUPPRESSED));
                        xml.skip();
                    }
                    case "error" -> ownError(xml, sheet, xml.attribute("filename", ""));
                    case "configerror" -> ownError(xml, sheet, xml.attribute("rule", ""));
                    default -> xml.skip();
                }
            }
        }
    }

    private static void ownError(XmlCursor xml, FindingsSheet sheet, String where) {
        sheet.toolError(where + ": " + xml.attribute("msg", ""));
        xml.skip();
    }

    private static void file(XmlCursor xml, FindingsSheet sheet) {
        String path = xml.attribute("name", "");
        sheet.file();
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("violation")) {
                    violation(xml, path, sheet);
                } else {
                    xml.skip();
                }
            }
        }
    }

    private static void violation(XmlCursor xml, String path, FindingsSheet sheet) {
        String rule = xml.attribute("rule", "");
        if (rule.isEmpty()) {
            throw xml.wrong("A <violation> has no rule.");
        }
        Severity severity = switch (xml.attribute("priority", "")) {
            case "1", "2" -> Severity.HIGH;
            case "3" -> Severity.MEDIUM;
            case "4", "5" -> Severity.LOW;
            default -> Severity.UNSTATED;
        };
        Integer line = xml.count("beginline");
        // PMD before 4 calls it line
        Integer older = line == null ? xml.count("line") : line;
        sheet.add(new Entry(rule, severity, path, older == null ? 0 : older, xml.text(MESSAGE_CHARS), State.OPEN));
    }

    private static void readCopies(XmlCursor xml, FindingsSheet sheet) {
        sheet.version(xml.attribute("pmdVersion"));
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "duplication" -> duplication(xml, sheet);
                    case "error" -> ownError(xml, sheet, xml.attribute("filename", ""));
                    default -> xml.skip();
                }
            }
        }
    }

    private static void duplication(XmlCursor xml, FindingsSheet sheet) {
        Integer lines = xml.count("lines");
        Integer tokens = xml.count("tokens");
        if (lines == null && tokens == null) {
            throw xml.wrong("A <duplication> has neither lines nor tokens.");
        }
        var places = new ArrayList<String>();
        String path = "";
        int line = 0;
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("file")) {
                    Integer start = xml.count("line");
                    sheet.file(xml.attribute("path", ""));
                    if (path.isEmpty()) {
                        path = xml.attribute("path", "");
                        line = start == null ? 0 : start;
                    } else if (places.size() < 5) {
                        places.add(xml.attribute("path", "") + ":" + start);
                    }
                }
                xml.skip();
            }
        }
        sheet.add(new Entry(
                "duplicated-code",
                Severity.UNSTATED,
                path,
                line,
                lines + " lines (" + tokens + " tokens) are also in " + String.join(", ", places),
                State.OPEN));
    }
}
