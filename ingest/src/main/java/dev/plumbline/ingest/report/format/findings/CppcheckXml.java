package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.Set;

/// Cppcheck's manual, «XML output», versions 1 and 2. Severities: error HIGH, warning MEDIUM, performance and
/// portability LOW,
/// style and information INFO. What Cppcheck says of its own run (which checkers were on, which headers are missing)
/// are
/// remarks.
final class CppcheckXml {
    private static final Set<String> REMARKS = Set.of(
            "checkersReport",
            "missingInclude",
            "missingIncludeSystem",
            "toomanyconfigs",
            "unmatchedSuppression",
            "normalCheckLevelMaxBranches");

    private CppcheckXml() {}

    static XmlDialect dialect() {
        return new XmlDialect(
                "cppcheck-xml",
                Tool.findings("cppcheck"),
                new FormatPage(
                        "Cppcheck --xml",
                        "1, 2, 3",
                        "errors with id, severity, first place, message; version",
                        "further places, symbols, CWE",
                        "https://cppcheck.sourceforge.io/manual.html#xml-output"),
                "results",
                FindingsSheet.Errors.LEVEL,
                CppcheckXml::read);
    }

    private static void read(XmlCursor xml, FindingsSheet sheet) {
        boolean own = xml.attribute("version") != null;
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "cppcheck" -> {
                        sheet.version(xml.attribute("version"));
                        own = true;
                        xml.skip();
                    }
                    case "errors" -> errors(xml, sheet);
                    case "error" -> {
                        own = true;
                        error(xml, sheet);
                    }
                    default -> xml.skip();
                }
            }
        }
        if (!own) {
            throw xml.wrong("Nothing in <results> is Cppcheck's.");
        }
    }

    private static void errors(XmlCursor xml, FindingsSheet sheet) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("error")) {
                    error(xml, sheet);
                } else {
                    xml.skip();
                }
            }
        }
    }

    private static void error(XmlCursor xml, FindingsSheet sheet) {
        String id = xml.attribute("id", "");
        String word = xml.attribute("severity", "");
        String message = xml.attribute("msg", "");
        String path = xml.attribute("file", "");
        Integer line = xml.count("line");
        boolean placed = !path.isEmpty();
        if (id.isEmpty()) {
            throw xml.wrong("An <error> has no id.");
        }
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("location") && !placed) {
                    placed = true;
                    path = xml.attribute("file", "");
                    line = xml.count("line");
                }
                xml.skip();
            }
        }
        Severity severity =
                word.equals("performance") || word.equals("portability") ? Severity.LOW : Severities.ofWord(word);
        State state = REMARKS.contains(id) ? State.INFORMATIONAL : State.OPEN;
        sheet.add(new Entry(id, severity, path, line == null ? 0 : line, message, state));
    }
}
