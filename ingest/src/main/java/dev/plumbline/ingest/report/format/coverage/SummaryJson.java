package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.number;
import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.some;
import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.List;
import java.util.Locale;

/// JSON coverage that counts rather than lists: Xcode's, ReportGenerator's summary, dotCover's, kcov's.
final class SummaryJson {
    private static final String COUNTS =
            "The report gives counts only: it cannot be united with other reports of the build.";

    private SummaryJson() {}

    static List<JsonCoverage> all() {
        return List.of(xccov(), xccovArchive(), reportGenerator(), dotCover(), kcov());
    }

    /// `xcrun xccov view --report --json`: targets, files, functions, each with its counts. A file that is
    /// part of several targets counts in each of them, as in Xcode's total.
    private static JsonCoverage xccov() {
        return new JsonCoverage(
                "xccov-json",
                "xcode",
                new FormatPage(
                        "xcrun xccov view --report --json",
                        "Xcode 9.3 and later",
                        "counts of lines by file, functions, declared totals",
                        "lines of functions, targets",
                        "https://keith.github.io/xcode-man-pages/xccov.1.html"),
                head -> Looks.fields(head, "executableLines", "coveredLines", "targets"),
                (json, sheet) -> {
                    json.object("the report", field -> {
                        switch (field) {
                            case "coveredLines" -> sheet.declare("linesCovered", number(json, field));
                            case "executableLines" -> sheet.declare("linesTotal", number(json, field));
                            case "targets" ->
                                json.array(
                                        field,
                                        () -> json.object("a target", part -> {
                                            if (part.equals("files")) {
                                                json.array(part, () -> xccovFile(json, sheet));
                                            }
                                        }));
                            default -> {
                                // the ratio
                            }
                        }
                    });
                    sheet.notes().add(COUNTS);
                });
    }

    private static void xccovFile(JsonCursor json, CoverageSheet sheet) {
        String[] path = {""};
        json.object("a file", field -> {
            switch (field) {
                case "path" -> path[0] = text(json);
                case "coveredLines" -> sheet.count("linesCovered", number(json, field));
                case "executableLines" -> sheet.count("linesTotal", number(json, field));
                case "functions" ->
                    json.array(
                            field,
                            () -> json.object("a function", part -> {
                                if (part.equals("executionCount")) {
                                    sheet.count("methodsTotal", 1);
                                    sheet.count("methodsCovered", some(json, part) ? 1 : 0);
                                }
                            }));
                default -> {
                    // the name, the ratio
                }
            }
        });
        sheet.file(path[0]);
    }

    /// `xcrun xccov view --archive --json`: all lines of each file.
    private static JsonCoverage xccovArchive() {
        return new JsonCoverage(
                "xccov-archive-json",
                "xcode",
                new FormatPage(
                        "xcrun xccov view --archive --json",
                        "Xcode 11 and later",
                        "lines by file",
                        "parts of lines",
                        "https://keith.github.io/xcode-man-pages/xccov.1.html"),
                head -> Looks.object(
                        head,
                        Looks.has(head, "\"isExecutable\""),
                        "its lines have the field isExecutable, here they have not"),
                (json, sheet) -> json.object("the report", path -> {
                    FileCoverage file = sheet.file(path);
                    json.array(path, () -> {
                        int[] line = new int[1];
                        boolean[] flags = new boolean[2];
                        json.object("a line", field -> {
                            switch (field) {
                                case "line" -> line[0] = number(json, field);
                                case "isExecutable" -> flags[0] = Boolean.TRUE.equals(json.flag(field));
                                case "executionCount" -> flags[1] = some(json, field);
                                default -> {
                                    // parts of the line
                                }
                            }
                        });
                        if (flags[0]) {
                            file.line(line[0], flags[1]);
                        }
                    });
                }));
    }

    /// ReportGenerator's JsonSummaryReportBuilder.cs.
    private static JsonCoverage reportGenerator() {
        return new JsonCoverage(
                "reportgenerator-json",
                "reportgenerator",
                new FormatPage(
                        "reportgenerator -reporttypes:JsonSummary",
                        "4.5 and later",
                        "counts of lines, branches, methods, classes",
                        "figures by class, percentages",
                        "https://reportgenerator.io/usage"),
                head -> {
                    Recognition look = Looks.fields(head, "summary", "coverage");
                    return look instanceof Recognition.Match && !Looks.has(head, "\"coverablelines\"")
                            ? Recognition.alike("its summary has coverablelines, here it has not")
                            : look;
                },
                (json, sheet) -> {
                    json.object("the report", field -> {
                        if (field.equals("summary")) {
                            json.object(field, name -> {
                                String figure = figure(name);
                                if (!figure.isEmpty() && json.isNumber()) {
                                    sheet.count(figure, number(json, name));
                                }
                            });
                        }
                    });
                    sheet.notes().add(COUNTS);
                });
    }

    /// `dotCover report --ReportType=JSON`: the counts of the root are those of everything below it.
    private static JsonCoverage dotCover() {
        return new JsonCoverage(
                "dotcover-json",
                "dotcover",
                new FormatPage(
                        "dotCover report --ReportType=JSON, Rider's and Visual Studio's export",
                        "2016.2 and later",
                        "statements in total",
                        "the tree of assemblies, namespaces and types; percentages",
                        "https://www.jetbrains.com/help/dotcover/dotCover__Console_Runner_Commands.html"),
                head -> Looks.fields(head, "CoveredStatements", "TotalStatements"),
                (json, sheet) -> {
                    json.object("the report", field -> {
                        switch (field) {
                            case "CoveredStatements" -> sheet.count("statementsCovered", number(json, field));
                            case "TotalStatements" -> sheet.count("statementsTotal", number(json, field));
                            default -> {
                                // children add up to the root
                            }
                        }
                    });
                    sheet.notes().add(COUNTS);
                });
    }

    /// kcov's coverage.json (json-writer.cc): its numbers stand in quotation marks, those of the root in newer versions
    /// do not. The totals of the root are those of the files.
    private static JsonCoverage kcov() {
        return new JsonCoverage(
                "kcov-json",
                "kcov",
                new FormatPage(
                        "kcov: coverage.json",
                        "all",
                        "counts of lines by file, declared totals",
                        "percentages, thresholds, the command",
                        "https://github.com/SimonKagstrom/kcov/blob/master/src/writers/json-writer.cc"),
                head -> Looks.fields(head, "files", "percent_covered", "covered_lines", "total_lines"),
                (json, sheet) -> {
                    json.object("the report", field -> {
                        switch (field) {
                            case "files" -> json.array(field, () -> kcovFile(json, sheet));
                            case "covered_lines" -> sheet.declare("linesCovered", quoted(json, field));
                            case "total_lines" -> sheet.declare("linesTotal", quoted(json, field));
                            default -> {
                                // percentages, the command
                            }
                        }
                    });
                    sheet.notes().add(COUNTS);
                });
    }

    private static void kcovFile(JsonCursor json, CoverageSheet sheet) {
        json.object("a file", field -> {
            switch (field) {
                case "file" -> sheet.file(text(json));
                case "covered_lines" -> sheet.count("linesCovered", quoted(json, field));
                case "total_lines" -> sheet.count("linesTotal", quoted(json, field));
                default -> {
                    // the percentage
                }
            }
        });
    }

    private static int quoted(JsonCursor json, String what) {
        if (!json.isText()) {
            return number(json, what);
        }
        String text = text(json);
        if (!text.matches("\\d{1,9}")) {
            throw json.wrong("The value of " + what + " is not a whole number from 0.");
        }
        return Integer.parseInt(text);
    }

    /// {@return the name of our figure for one of ReportGenerator's; empty where there is none}
    static String figure(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "coveredlines" -> "linesCovered";
            case "coverablelines" -> "linesTotal";
            case "coveredbranches" -> "branchesCovered";
            case "totalbranches" -> "branchesTotal";
            case "coveredmethods" -> "methodsCovered";
            case "totalmethods" -> "methodsTotal";
            case "files" -> "files";
            default -> "";
        };
    }
}
