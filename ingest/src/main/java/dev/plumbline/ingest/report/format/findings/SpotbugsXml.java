package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;

/// SpotBugs' `bugcollection.xsd`, as FindBugs, find-sec-bugs and fb-contrib write it too. The priority is the severity:
/// 1
/// high, 2 medium, 3 low, 4 and 5 info. A place is the bug's own source line, else that of its method, field or class;
/// its path
/// lies below a source folder that the report does not name.
final class SpotbugsXml {
    private static final int MESSAGE_CHARS = 400;

    private SpotbugsXml() {}

    static XmlDialect dialect() {
        return new XmlDialect(
                "spotbugs-xml",
                Tool.findings("spotbugs"),
                new FormatPage(
                        "SpotBugs, find-sec-bugs, fb-contrib, FindBugs",
                        "all",
                        "bugs with type, priority as severity, place, message where the report has one; errors of the analysis; version",
                        "class paths, profiles, features, statistics",
                        "https://github.com/spotbugs/spotbugs/blob/master/spotbugs/etc/bugcollection.xsd"),
                "BugCollection",
                FindingsSheet.Errors.OWN,
                SpotbugsXml::read);
    }

    private static void read(XmlCursor xml, FindingsSheet sheet) {
        sheet.version(xml.attribute("version"));
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "BugInstance" -> bug(xml, sheet);
                    case "Errors" -> errors(xml, sheet);
                    default -> xml.skip();
                }
            }
        }
    }

    private static void errors(XmlCursor xml, FindingsSheet sheet) {
        Integer missing = xml.count("missingClasses");
        if (missing != null && missing > 0) {
            sheet.notes().add(missing + " classes were missing when SpotBugs looked: what needs them is not judged.");
        }
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("Error")) {
                    sheet.toolError(xml.text(MESSAGE_CHARS));
                } else {
                    xml.skip();
                }
            }
        }
    }

    private static void bug(XmlCursor xml, FindingsSheet sheet) {
        var bug = new Bug(xml.attribute("type", ""), xml.attribute("priority", ""));
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "SourceLine" -> {
                        bug.place(xml, 3);
                        xml.skip();
                    }
                    case "Method", "Field" -> member(xml, bug, 2);
                    case "Class" -> member(xml, bug, 1);
                    case "LongMessage" -> bug.message = xml.text(MESSAGE_CHARS);
                    case "ShortMessage" ->
                        bug.message = bug.message.isEmpty() ? xml.text(MESSAGE_CHARS) : bug.passed(xml);
                    default -> xml.skip();
                }
            }
        }
        if (bug.type.isEmpty()) {
            throw xml.wrong("A <BugInstance> has no type.");
        }
        sheet.add(bug.entry());
    }

    private static void member(XmlCursor xml, Bug bug, int rank) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("SourceLine")) {
                    bug.place(xml, rank);
                }
                xml.skip();
            }
        }
    }

    private static final class Bug {
        private final String type;
        private final String priority;
        private String message = "";
        private String path = "";
        private int line;
        private int rank;

        Bug(String type, String priority) {
            this.type = type;
            this.priority = priority;
        }

        /// The first of the best kind counts: a bug's own line before its method's before its class's.
        void place(XmlCursor xml, int how) {
            if (how > rank) {
                rank = how;
                path = xml.attribute("relSourcepath", xml.attribute("sourcepath", xml.attribute("sourcefile", "")));
                Integer start = xml.count("start");
                line = start == null ? 0 : start;
            }
        }

        String passed(XmlCursor xml) {
            xml.skip();
            return message;
        }

        Entry entry() {
            Severity severity = switch (priority) {
                case "1" -> Severity.HIGH;
                case "2" -> Severity.MEDIUM;
                case "3" -> Severity.LOW;
                case "4", "5" -> Severity.INFO;
                default -> Severity.UNSTATED;
            };
            return new Entry(type, severity, path, line, message.isEmpty() ? type : message, State.OPEN);
        }
    }
}
