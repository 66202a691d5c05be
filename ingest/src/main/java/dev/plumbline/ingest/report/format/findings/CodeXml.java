package dev.plumbline.ingest.report.format.findings;

import static dev.plumbline.ingest.report.format.findings.LinterXml.each;
import static dev.plumbline.ingest.report.format.findings.LinterXml.line;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.Severity;
import java.util.List;

/// XML reports on code: of Groovy, Scala, the compiler and the inspections of IDEs, Klocwork, copies,
/// complexity.
final class CodeXml {
    private static final int MESSAGE_CHARS = 1_000;

    private CodeXml() {}

    static List<XmlDialect> dialects() {
        return List.of(
                codeNarc(), scapegoat(), ecj(), inspections(), klocwork(), simian(), ccm(), ClangPlist.dialect());
    }

    static XmlDialect of(String format, Tool tool, String root, FormatPage page, XmlDialect.Body body) {
        return new XmlDialect(format, tool, page, root, FindingsSheet.Errors.LEVEL, body);
    }

    static FormatPage page(String tools, String taken, String definition) {
        return new FormatPage(tools, "all", taken, "source excerpts, explanations, statistics", definition);
    }

    static String text(XmlCursor xml) {
        return xml.text(MESSAGE_CHARS).strip();
    }

    private static Severity priority(String number) {
        return switch (number) {
            case "1" -> Severity.HIGH;
            case "2" -> Severity.MEDIUM;
            case "3", "4" -> Severity.LOW;
            default -> Severity.UNSTATED;
        };
    }

    /// CodeNarc's XmlReportWriter.groovy: violations by file by package, which is a path.
    private static XmlDialect codeNarc() {
        return of(
                "codenarc-xml",
                Tool.findings("codenarc"),
                "CodeNarc",
                page(
                        "CodeNarc's report of type xml",
                        "violations with rule, priority and place; version",
                        "https://codenarc.org/codenarc-xml-report.html"),
                (xml, sheet) -> {
                    sheet.version(xml.attribute("version"));
                    each(xml, "Package", () -> {
                        String folder = xml.attribute("path", "");
                        each(xml, "File", () -> {
                            String name = xml.attribute("name", "");
                            String path = folder.isEmpty() ? name : folder + "/" + name;
                            each(xml, "Violation", () -> codeNarcViolation(xml, path, sheet));
                        });
                    });
                });
    }

    private static void codeNarcViolation(XmlCursor xml, String path, FindingsSheet sheet) {
        var entry = new Entry(
                xml.attribute("ruleName", ""),
                priority(xml.attribute("priority", "")),
                path,
                line(xml, "lineNumber"),
                "",
                State.OPEN);
        String[] message = {""};
        each(xml, "Message", () -> message[0] = text(xml));
        sheet.add(entry.message(message[0]));
    }

    /// Scapegoat's io/XmlReportWriter.scala.
    private static XmlDialect scapegoat() {
        return of(
                "scapegoat-xml",
                Tool.findings("scapegoat"),
                "scapegoat",
                page(
                        "Scapegoat: scapegoat.xml",
                        "warnings with inspection, level and place; the tool's own counts",
                        "https://github.com/scapegoat-scala/scapegoat#reports"),
                (xml, sheet) -> {
                    declare(xml, "errors", "errors", sheet);
                    declare(xml, "warns", "warnings", sheet);
                    each(xml, "warning", () -> {
                        String inspection = xml.attribute("inspection", "");
                        sheet.add(new Entry(
                                inspection.substring(inspection.lastIndexOf('.') + 1),
                                Levels.of(xml.attribute("level", "")),
                                xml.attribute("file", ""),
                                line(xml, "line"),
                                xml.attribute("text", ""),
                                State.OPEN));
                        xml.skip();
                    });
                });
    }

    private static void declare(XmlCursor xml, String attribute, String figure, FindingsSheet sheet) {
        String number = xml.attribute(attribute, "");
        if (number.matches("\\d{1,9}")) {
            sheet.declare(figure, Integer.parseInt(number));
        }
    }

    /// The batch compiler of Eclipse, `-log x.xml` ([its
    /// DTD](https://www.eclipse.org/jdt/core/compiler_32_005.dtd)). Tasks are listed beside problems and are none.
    private static XmlDialect ecj() {
        return of(
                "ecj-xml",
                Tool.findings("ecj"),
                "compiler",
                page(
                        "ecj -log x.xml, Tycho",
                        "problems with id, severity and place; version; the tool's own counts",
                        "https://help.eclipse.org/latest/topic/org.eclipse.jdt.doc.user/tasks/task-using_batch_compiler.htm"),
                (xml, sheet) -> {
                    sheet.version(xml.attribute("version"));
                    each(
                            xml,
                            "sources",
                            () -> each(xml, "source", () -> {
                                String path = xml.attribute("path", "");
                                sheet.file();
                                each(xml, "problems", () -> {
                                    declare(xml, "errors", "errors", sheet);
                                    declare(xml, "warnings", "warnings", sheet);
                                    each(xml, "problem", () -> {
                                        var entry = new Entry(
                                                xml.attribute("id", ""),
                                                Levels.of(xml.attribute("severity", "")),
                                                path,
                                                line(xml, "line"),
                                                "",
                                                State.OPEN);
                                        String[] message = {""};
                                        each(xml, "message", () -> {
                                            message[0] = xml.attribute("value", "");
                                            xml.skip();
                                        });
                                        sheet.add(entry.message(message[0]));
                                    });
                                });
                            }));
                });
    }

    /// The inspections of IntelliJ's IDEs, inspect.sh, a file for each inspection; Qodana keeps them.
    private static XmlDialect inspections() {
        return of(
                "idea-inspections-xml",
                Tool.findings("idea"),
                "problems",
                page(
                        "inspect.sh of IntelliJ IDEA, PyCharm, PhpStorm and others",
                        "problems with inspection, severity and place",
                        "https://www.jetbrains.com/help/idea/command-line-code-inspector.html"),
                (xml, sheet) -> each(xml, "problem", () -> {
                    String[] words = {"", "", "", "", ""};
                    parts(xml, word -> {
                        switch (word) {
                            case "file" -> words[0] = text(xml);
                            case "line" -> words[1] = text(xml);
                            case "problem_class" -> {
                                words[2] = xml.attribute("severity", "");
                                words[3] = xml.attribute("id", "");
                                String name = text(xml);
                                words[3] = words[3].isEmpty() ? name : words[3];
                            }
                            case "description" -> words[4] = text(xml);
                            default -> xml.skip();
                        }
                    });
                    sheet.add(new Entry(
                            words[3],
                            Levels.of(words[2].replace(' ', '_')),
                            words[0].replaceFirst("^file://(?:\\$PROJECT_DIR\\$/)?", ""),
                            words[1].matches("\\d{1,9}") ? Integer.parseInt(words[1]) : 0,
                            words[4],
                            State.OPEN));
                }));
    }

    /// A child by its name; the visitor leaves the cursor on its end.
    @FunctionalInterface
    private interface Child {
        void visit(String name);
    }

    private static void parts(XmlCursor xml, Child child) {
        for (var step = xml.next(); step != XmlCursor.Step.END; step = xml.next()) {
            if (step == XmlCursor.Step.START) {
                child.visit(xml.name());
            }
        }
    }

    /// Klocwork's kwcheck and kwreport in XML. Severity levels are 1, critical, to 4, review.
    private static XmlDialect klocwork() {
        return of(
                "klocwork-xml",
                Tool.findings("klocwork"),
                "errorList",
                page(
                        "kwcheck list -F xml, Klocwork",
                        "problems with code, severity and place; ignored ones as suppressed",
                        "https://help.klocwork.com/current/en-us/concepts/kwcheck.htm"),
                (xml, sheet) -> each(xml, "problem", () -> {
                    String[] words = {"", "", "", "", "", ""};
                    parts(xml, word -> {
                        switch (word) {
                            case "file" -> words[0] = text(xml);
                            case "line" -> words[1] = text(xml);
                            case "code" -> words[2] = text(xml);
                            case "message" -> words[3] = text(xml);
                            case "severitylevel" -> words[4] = text(xml);
                            case "citingStatus" -> words[5] = text(xml);
                            default -> xml.skip();
                        }
                    });
                    sheet.add(new Entry(
                                    words[2],
                                    switch (words[4]) {
                                        case "1" -> Severity.CRITICAL;
                                        case "2" -> Severity.HIGH;
                                        case "3" -> Severity.MEDIUM;
                                        case "4" -> Severity.LOW;
                                        default -> Severity.UNSTATED;
                                    },
                                    words[0],
                                    words[1].matches("\\d{1,9}") ? Integer.parseInt(words[1]) : 0,
                                    words[3],
                                    State.OPEN)
                            .suppressed(words[5].matches("(?i)ignore|not a problem")));
                }));
    }

    /// Simian's XML: a set of blocks is a copy.
    private static XmlDialect simian() {
        return of(
                "simian-xml",
                Tool.findings("simian"),
                "simian",
                page(
                        "Simian -formatter=xml",
                        "sets of blocks with the place of the first; version",
                        "https://simian.quandarypeak.com/docs/"),
                (xml, sheet) -> {
                    sheet.version(xml.attribute("version"));
                    each(
                            xml,
                            "check",
                            () -> each(xml, "set", () -> {
                                String lines = xml.attribute("lineCount", "");
                                String[] path = {""};
                                int[] line = new int[1];
                                each(xml, "block", () -> {
                                    if (path[0].isEmpty()) {
                                        path[0] = xml.attribute("sourceFile", "");
                                        line[0] = line(xml, "startLineNumber");
                                    }
                                    sheet.file(xml.attribute("sourceFile", ""));
                                    xml.skip();
                                });
                                sheet.add(new Entry(
                                        "duplicate",
                                        Severity.MEDIUM,
                                        path[0],
                                        line[0],
                                        lines + " lines are the same",
                                        State.OPEN));
                            }));
                });
    }

    /// CCM's metrics, which Radon's `cc --xml` writes too: units with their complexity, classified A to F.
    private static XmlDialect ccm() {
        return of(
                "ccm-xml",
                Tool.shared("ccm"),
                "ccm",
                page(
                        "CCM, radon cc --xml",
                        "units with complexity, class as severity, and place",
                        "https://www.ccmengine.com/"),
                (xml, sheet) -> each(xml, "metric", () -> {
                    String[] words = {"", "", "", "", ""};
                    parts(xml, word -> {
                        switch (word) {
                            case "complexity" -> words[0] = text(xml);
                            case "unit" -> words[1] = text(xml);
                            case "classification" -> words[2] = text(xml);
                            case "file" -> words[3] = text(xml);
                            case "startLineNumber" -> words[4] = text(xml);
                            default -> xml.skip();
                        }
                    });
                    String rank = words[2].isEmpty() ? "" : words[2].substring(0, 1);
                    sheet.add(new Entry(
                            "complexity-" + rank,
                            CodeJson.rank(rank),
                            words[3],
                            words[4].matches("\\d{1,9}") ? Integer.parseInt(words[4]) : 0,
                            words[1] + " has a complexity of " + words[0],
                            State.OPEN));
                }));
    }
}
