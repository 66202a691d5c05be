package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Severity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// XML reports of linters for Android, PHP, .NET, style sheets and of Valgrind.
final class LinterXml {
    private static final int MESSAGE_CHARS = 1_000;
    private static final int RULES = 10_000;

    private LinterXml() {}

    static List<XmlDialect> dialects() {
        return List.of(
                jenkins(),
                androidLint(),
                phpcs(),
                inspectCode(),
                lintXml("lint-xml", "lint|csslint"),
                lintXml("jslint-xml", "jslint"),
                valgrind());
    }

    private static XmlDialect of(String format, Tool tool, String root, FormatPage page, XmlDialect.Body body) {
        return new XmlDialect(format, tool, page, root, FindingsSheet.Errors.LEVEL, body);
    }

    private static FormatPage page(String tools, String taken, String definition) {
        return new FormatPage(tools, "all", taken, "source excerpts, columns, explanations", definition);
    }

    /// Android Lint's XmlReporter.kt. The words are Fatal, Error, Warning, Information, Hint; «Ignore» is
    /// switched off.
    private static XmlDialect androidLint() {
        return of(
                "android-lint-xml",
                Tool.findings("android-lint"),
                "issues",
                page(
                        "Android Lint",
                        "issues with id, severity, first place",
                        "https://developer.android.com/studio/write/lint"),
                (xml, sheet) -> {
                    String by = xml.attribute("by", "");
                    sheet.version(by.startsWith("lint ") ? by.substring(5) : null);
                    each(xml, "issue", () -> {
                        var entry = new Entry(
                                xml.attribute("id", ""),
                                Levels.of(xml.attribute("severity", "")),
                                "",
                                0,
                                xml.attribute("message", ""),
                                xml.attribute("severity", "").equals("Ignore") ? State.SUPPRESSED : State.OPEN);
                        Entry[] placed = {entry};
                        each(xml, "location", () -> {
                            if (placed[0].path().isEmpty()) {
                                placed[0] = placed[0]
                                        .path(xml.attribute("file", ""))
                                        .line(line(xml, "line"));
                            }
                            xml.skip();
                        });
                        if (entry.rule().isEmpty() && entry.message().isEmpty()) {
                            throw xml.wrong("An issue has neither an id nor a message.");
                        }
                        sheet.add(placed[0]);
                    });
                });
    }

    /// The own format of Jenkins' plug-in «Warnings», which tools without a parser of their own write.
    private static XmlDialect jenkins() {
        return new XmlDialect(
                "analysis-model-xml",
                Tool.shared("analysis-model"),
                page(
                        "tools that write Jenkins' own format of issues",
                        "issues with type, severity, place",
                        "https://github.com/jenkinsci/warnings-ng-plugin/blob/main/doc/Documentation.md#export-your-issues-into-a-supported-format"),
                "issues",
                "<fileName>",
                FindingsSheet.Errors.LEVEL,
                (xml, sheet) -> each(xml, "issue", () -> {
                    Entry[] entry = {new Entry("unnamed", Severity.UNSTATED, "", 0, "", State.OPEN)};
                    deep(xml, () -> {
                        switch (xml.name()) {
                            case "fileName" -> entry[0] = entry[0].path(CodeXml.text(xml));
                            case "lineStart" -> entry[0] = entry[0].line(number(CodeXml.text(xml)));
                            case "type" -> entry[0] = entry[0].rule(CodeXml.text(xml));
                            case "message" -> entry[0] = entry[0].message(CodeXml.text(xml));
                            case "severity" -> entry[0] = entry[0].severity(Levels.of(CodeXml.text(xml)));
                            default -> {
                                // ends of ranges, descriptions, packages
                            }
                        }
                    });
                    sheet.add(entry[0]);
                }));
    }

    /// PHP_CodeSniffer's Reports/Xml.php: the names of the elements are the levels.
    private static XmlDialect phpcs() {
        return of(
                "phpcs-xml",
                Tool.findings("phpcs"),
                "phpcs",
                page(
                        "phpcs --report=xml",
                        "errors and warnings with sniff and place; version",
                        "https://github.com/PHPCSStandards/PHP_CodeSniffer/wiki/Reporting"),
                (xml, sheet) -> {
                    sheet.version(xml.attribute("version"));
                    each(xml, "file", () -> {
                        String path = xml.attribute("name", "");
                        sheet.file();
                        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                            if (step == Step.START) {
                                var entry = new Entry(
                                        xml.attribute("source", ""),
                                        Levels.of(xml.name()),
                                        path,
                                        line(xml, "line"),
                                        "",
                                        State.OPEN);
                                sheet.add(entry.message(xml.text(MESSAGE_CHARS)));
                            }
                        }
                    });
                });
    }

    /// ReSharper's InspectCode: the kinds of issues first, with their severity, and the issues by project.
    private static XmlDialect inspectCode() {
        return of(
                "inspectcode-xml",
                Tool.findings("inspectcode"),
                "Report",
                page(
                        "JetBrains InspectCode",
                        "issues with type, severity of the type, place; version",
                        "https://www.jetbrains.com/help/resharper/InspectCode.html"),
                (xml, sheet) -> {
                    String version = xml.attribute("ToolsVersion");
                    if (version == null) {
                        throw xml.wrong("The report has no ToolsVersion, which InspectCode writes.");
                    }
                    sheet.version(version);
                    Map<String, String> levels = new HashMap<>();
                    deep(xml, () -> {
                        switch (xml.name()) {
                            case "IssueType" -> {
                                if (levels.size() < RULES) {
                                    levels.put(xml.attribute("Id", ""), xml.attribute("Severity", ""));
                                }
                            }
                            case "Issue" ->
                                sheet.add(new Entry(
                                        xml.attribute("TypeId", ""),
                                        Levels.of(levels.getOrDefault(xml.attribute("TypeId", ""), "")),
                                        xml.attribute("File", ""),
                                        line(xml, "Line"),
                                        xml.attribute("Message", ""),
                                        State.OPEN));
                            default -> {
                                // projects, information on the solution
                            }
                        }
                    });
                });
    }

    /// What CSSLint, JSHint and others write as `lint-xml` and `jslint-xml`. JSHint states the letter of a
    /// code.
    private static XmlDialect lintXml(String format, String root) {
        return of(
                format,
                Tool.shared("lint"),
                root,
                page(
                        "CSSLint, JSHint, JSLint, CoffeeLint, twig-lint and others: " + format,
                        "issues with severity and place; the reason stands for a rule that is not named",
                        "https://github.com/CSSLint/csslint/wiki/Command-line-interface"),
                (xml, sheet) -> each(xml, "file", () -> {
                    String path = xml.attribute("name", "");
                    sheet.file();
                    each(xml, "issue", () -> {
                        sheet.add(new Entry(
                                xml.attribute("rule", "lint"),
                                switch (xml.attribute("severity", "")) {
                                    case "E" -> Severity.HIGH;
                                    case "W" -> Severity.MEDIUM;
                                    case "I" -> Severity.INFO;
                                    default -> Levels.of(xml.attribute("severity", ""));
                                },
                                path,
                                line(xml, "line"),
                                xml.attribute("reason", ""),
                                State.OPEN));
                        xml.skip();
                    });
                }));
    }

    /// Valgrind's docs/internals/xml-output-protocol4.txt: an error counts once, however often it came up;
    /// its place is the first frame of its stack that names a file.
    private static XmlDialect valgrind() {
        return of(
                "valgrind-xml",
                Tool.findings("valgrind"),
                "valgrindoutput",
                page(
                        "valgrind --xml=yes, memcheck, helgrind, drd",
                        "errors with kind, message, first place",
                        "https://sourceware.org/git/?p=valgrind.git;a=blob;f=docs/internals/xml-output-protocol4.txt"),
                (xml, sheet) -> {
                    boolean[] ended = new boolean[1];
                    for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                        if (step == Step.START) {
                            switch (xml.name()) {
                                case "error" -> sheet.add(valgrindError(xml));
                                case "status" -> ended[0] |= xml.text(400).contains("FINISHED");
                                default -> xml.skip();
                            }
                        }
                    }
                    if (!ended[0]) {
                        sheet.notes().add("Valgrind does not say that the program ended.");
                    }
                });
    }

    private static Entry valgrindError(XmlCursor xml) {
        String[] words = {"", "", "", ""};
        int[] line = new int[1];
        String[] folder = {""};
        deep(xml, () -> {
            switch (xml.name()) {
                case "kind" -> words[0] = words[0].isEmpty() ? xml.text(200) : words[0];
                case "what", "text" -> words[1] = words[1].isEmpty() ? xml.text(MESSAGE_CHARS) : words[1];
                case "frame" -> folder[0] = "";
                case "dir" -> folder[0] = xml.text(MESSAGE_CHARS);
                case "file" -> {
                    if (words[2].isEmpty()) {
                        words[2] = (folder[0].isEmpty() ? "" : folder[0] + "/") + xml.text(MESSAGE_CHARS);
                    }
                }
                case "line" -> {
                    if (line[0] == 0 && !words[2].isEmpty()) {
                        String number = xml.text(20).strip();
                        line[0] = number.matches("\\d{1,9}") ? Integer.parseInt(number) : 0;
                    }
                }
                default -> {
                    // addresses, functions
                }
            }
        });
        Severity severity = words[0].equals("Leak_StillReachable") ? Severity.LOW : Severity.HIGH;
        return new Entry(words[0], severity, words[2], line[0], words[1], State.OPEN);
    }

    /// Visits the children of this name; the visitor leaves the cursor on their end.
    static void each(XmlCursor xml, String name, Runnable child) {
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

    /// Visits every element inside of the one on whose start the cursor stands; a visitor may read its
    /// text.
    static void deep(XmlCursor xml, Runnable element) {
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() == Step.START) {
                element.run();
            }
        }
    }

    static int line(XmlCursor xml, String attribute) {
        return number(xml.attribute(attribute, ""));
    }

    private static int number(String text) {
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
