package dev.plumbline.ingest.report.format.coverage;

import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.number;
import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.some;
import static dev.plumbline.ingest.report.format.coverage.JsonCoverage.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// JSON coverage of lines: coverlet's own, what Code Climate, Coveralls and Codecov take, cargo-tarpaulin's.
final class LineJson {
    /// Entries of Codecov's list and object, which SimpleCov's has not.
    private static final Pattern CODECOV = Pattern.compile(
            "\"coverage\"\\s*:\\s*\\{\\s*"
                    + "(?:\\}|\"(?:[^\"\\\\]|\\\\.){1,2000}\"\\s*:\\s*(?:\\{\\s*(?:\\}|\"\\d+\"\\s*:)|\\[\\s*(?:null|\\d|\")))");

    private static final int LIST_CHARS = 2_000_000;

    private LineJson() {}

    static List<JsonCoverage> all() {
        return List.of(coverlet(), codeClimate(), coveralls(), codecov(), tarpaulin());
    }

    /// coverlet's JsonReporter.cs: module, file, class, method.
    private static JsonCoverage coverlet() {
        return new JsonCoverage(
                "coverlet-json",
                "coverlet",
                new FormatPage(
                        "coverlet --format json, /p:CoverletOutputFormat=json, its default",
                        "all",
                        "lines, branches and methods by file",
                        "names of modules and classes",
                        "https://github.com/coverlet-coverage/coverlet/blob/master/Documentation/GlobalTool.md"),
                head -> {
                    boolean own = head.shape() instanceof Shape.JsonObject object
                            && object.fields().stream().anyMatch(LineJson::module)
                            && (Looks.has(head, "\"Lines\"") || head.text().matches("(?s)\\s*\\{[^{]*\\{\\s*\\}.*"));
                    return Looks.object(
                            head, own, "its fields are assemblies with Lines and Branches, here they are not");
                },
                (json, sheet) -> json.object(
                        "the report",
                        module -> json.object(module, path -> {
                            FileCoverage file = sheet.file(path);
                            json.object(
                                    path,
                                    type -> json.object(type, method -> coverletMethod(json, type + method, file)));
                        })));
    }

    private static boolean module(String field) {
        return field.endsWith(".dll") || field.endsWith(".exe");
    }

    private static void coverletMethod(JsonCursor json, String method, FileCoverage file) {
        boolean[] called = new boolean[1];
        json.object(method, part -> {
            switch (part) {
                case "Lines" ->
                    json.object(part, line -> {
                        boolean hit = some(json, "a line");
                        called[0] |= hit;
                        file.line(lineNumber(json, line), hit);
                    });
                case "Branches" ->
                    json.array(part, () -> {
                        int[] figures = new int[4];
                        boolean[] hit = new boolean[1];
                        json.object("a branch", field -> {
                            switch (field) {
                                case "Line" -> figures[0] = number(json, field);
                                case "Offset" -> figures[1] = number(json, field);
                                case "Path" -> figures[2] = number(json, field);
                                case "Ordinal" -> figures[3] = number(json, field);
                                case "Hits" -> hit[0] = some(json, field);
                                default -> {
                                    // where it ends
                                }
                            }
                        });
                        file.branch(
                                figures[0], method + ' ' + figures[1] + ' ' + figures[2] + ' ' + figures[3], hit[0]);
                    });
                default -> {
                    // nothing else counts
                }
            }
        });
        file.method(method, called[0]);
    }

    private static int lineNumber(JsonCursor json, String name) {
        if (!name.matches("\\d{1,9}")) {
            throw json.wrong("The name of a line is not its number.");
        }
        return Integer.parseInt(name);
    }

    /// Code Climate's [test reporter](https://github.com/codeclimate/test-reporter/blob/master/schema.json):
    /// the hits of a file stand as a list in a text, null where there is nothing to run.
    private static JsonCoverage codeClimate() {
        return new JsonCoverage(
                "codeclimate-coverage-json",
                "cc-test-reporter",
                new FormatPage(
                        "cc-test-reporter format-coverage, sum-coverage",
                        "all",
                        "lines by file, declared totals",
                        "strengths, the commit, the environment",
                        "https://github.com/codeclimate/test-reporter/blob/master/schema.json"),
                head -> Looks.fields(head, "source_files", "line_counts", "covered_percent"),
                (json, sheet) -> json.object("the report", field -> {
                    switch (field) {
                        case "source_files" -> json.array(field, () -> codeClimateFile(json, sheet));
                        case "line_counts" ->
                            json.object(field, name -> {
                                switch (name) {
                                    case "covered" -> sheet.declare("linesCovered", number(json, name));
                                    case "total" -> sheet.declare("linesTotal", number(json, name));
                                    default -> {
                                        // missed lines are the rest
                                    }
                                }
                            });
                        default -> {
                            // the commit, the job
                        }
                    }
                }));
    }

    private static void codeClimateFile(JsonCursor json, CoverageSheet sheet) {
        String[] name = {""};
        var lines = new FileLines();
        json.object("a file", field -> {
            switch (field) {
                case "name" -> name[0] = text(json);
                case "coverage" -> codeClimateLines(json, lines, sheet);
                default -> {
                    // counts and percentages of the file
                }
            }
        });
        if (name[0].isBlank()) {
            throw json.wrong("A file has no name.");
        }
        sheet.file(name[0]).lines(lines);
    }

    private static void codeClimateLines(JsonCursor json, FileLines lines, CoverageSheet sheet) {
        String hits = json.textOrNothing(LIST_CHARS);
        if (hits == null || !hits.strip().startsWith("[") || !hits.strip().endsWith("]")) {
            throw json.wrong("The coverage of a file is not a list of hits in a text.");
        }
        int line = 0;
        for (String item : hits.strip().substring(1).split("[,\\]]", -1)) {
            line++;
            String count = item.strip();
            if (count.matches("\\d{1,20}")) {
                sheet.keep(lines.add(line, !count.matches("0+"), 0, 0));
            }
        }
    }

    /// [Coveralls' API](https://docs.coveralls.io/api-introduction): a list with an item for each line, null
    /// where there is nothing to run; branches as line, block, branch, hits, one after another.
    private static JsonCoverage coveralls() {
        return new JsonCoverage(
                "coveralls-json",
                "coveralls",
                new FormatPage(
                        "gcovr --coveralls, coveralls-python, excoveralls, php-coveralls, cargo-tarpaulin, slather and"
                                + " others for Coveralls",
                        "all",
                        "lines and branches by file",
                        "sources, the commit, the job",
                        "https://docs.coveralls.io/api-introduction"),
                head -> {
                    boolean own = head.shape() instanceof Shape.JsonObject object
                            && (object.fields().contains("source_files")
                                    || object.fields().contains("service_name") && Looks.has(head, "\"source_files\""));
                    return Looks.object(head, own, "it has source_files, here there are none");
                },
                (json, sheet) -> {
                    boolean[] listed = new boolean[1];
                    json.object("the report", field -> {
                        if (field.equals("source_files")) {
                            listed[0] = true;
                            json.array(field, () -> coverallsFile(json, sheet));
                        }
                    });
                    if (!listed[0]) {
                        throw json.wrong("The report has no source_files.");
                    }
                });
    }

    /// A file, whose name may stand behind its lines.
    private static void coverallsFile(JsonCursor json, CoverageSheet sheet) {
        String[] name = {""};
        var lines = new FileLines();
        var branches = new ArrayList<Integer>();
        int[] line = new int[1];
        json.object("a file", field -> {
            switch (field) {
                case "name" -> name[0] = text(json);
                case "coverage" ->
                    json.array(field, () -> {
                        line[0]++;
                        if (!json.isNull()) {
                            sheet.keep(lines.add(line[0], some(json, "a line"), 0, 0));
                        }
                    });
                case "branches" ->
                    json.array(field, () -> {
                        sheet.keep(Integer.BYTES);
                        branches.add(some(json, "a branch") ? 1 : 0);
                    });
                default -> {
                    // sources, digests
                }
            }
        });
        if (name[0].isBlank()) {
            throw json.wrong("A file has no name.");
        }
        FileCoverage file = sheet.file(name[0]);
        file.lines(lines);
        for (int i = 3; i < branches.size(); i += 4) {
            file.branch(0, i, branches.get(i) == 1);
        }
    }

    /// [Codecov's own format](https://docs.codecov.com/docs/codecov-custom-coverage-format): hits by line, or
    /// how much of a line was run, `1/2`; null where there is nothing to run.
    private static JsonCoverage codecov() {
        return new JsonCoverage(
                "codecov-json",
                "codecov",
                new FormatPage(
                        "cargo llvm-cov --codecov, kcov, tools that write Codecov's format",
                        "all",
                        "lines by file; a line of which a part was run is covered",
                        "messages; how much of a line was run",
                        "https://docs.codecov.com/docs/codecov-custom-coverage-format"),
                LineJson::looksLikeCodecov,
                (json, sheet) -> json.object("the report", field -> {
                    if (field.equals("coverage")) {
                        json.object(field, path -> {
                            FileCoverage file = sheet.file(path);
                            if (json.isArray()) {
                                int[] line = {-1};
                                json.array(path, () -> codecovLine(json, ++line[0], file));
                            } else {
                                json.object(path, line -> codecovLine(json, lineNumber(json, line), file));
                            }
                        });
                    }
                }));
    }

    private static Recognition looksLikeCodecov(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("coverage")
                && !object.fields().contains("meta")
                && CODECOV.matcher(head.text()).find();
        return Looks.object(head, own, "its coverage has hits by line for each file, here it has not");
    }

    /// The first item of a list stands for no line.
    private static void codecovLine(JsonCursor json, int line, FileCoverage file) {
        if (json.isNull() || line == 0) {
            return;
        }
        if (json.isNumber()) {
            file.line(line, some(json, "a line"));
        } else if (json.isText()) {
            String part = text(json);
            if (!part.matches("\\d{1,9}/\\d{1,9}")) {
                throw json.wrong("A line is neither a number of hits nor a part such as 1/2.");
            }
            file.line(line, !part.matches("0+/.*"));
        } else {
            file.line(line, Boolean.TRUE.equals(json.flag("a line")));
        }
    }

    /// cargo-tarpaulin's report/mod.rs, CoverageReport: a path in its parts, and a trace for each line.
    private static JsonCoverage tarpaulin() {
        return new JsonCoverage(
                "tarpaulin-json",
                "tarpaulin",
                new FormatPage(
                        "cargo tarpaulin --out Json",
                        "all",
                        "lines by file, declared totals",
                        "sources, addresses, names of functions",
                        "https://github.com/xd009642/tarpaulin#readme"),
                head -> {
                    Recognition look = Looks.fields(head, "files");
                    return look instanceof Recognition.Match
                                    && !(Looks.has(head, "\"traces\"") && Looks.has(head, "\"path\""))
                            ? Recognition.alike("its files have traces, here they have none")
                            : look;
                },
                (json, sheet) -> json.object("the report", field -> {
                    if (field.equals("files")) {
                        json.array(field, () -> tarpaulinFile(json, sheet));
                    }
                }));
    }

    private static void tarpaulinFile(JsonCursor json, CoverageSheet sheet) {
        var path = new StringBuilder();
        var lines = new FileLines();
        json.object("a file", field -> {
            switch (field) {
                case "path" -> {
                    if (json.isText()) {
                        path.append(text(json));
                    } else {
                        json.array(field, () -> {
                            boolean begun = !path.isEmpty() && path.charAt(path.length() - 1) != '/';
                            path.append(begun ? "/" : "").append(text(json));
                        });
                    }
                }
                case "traces" -> json.array(field, () -> sheet.keep(tarpaulinLine(json, lines)));
                case "covered" -> sheet.declare("linesCovered", number(json, field));
                case "coverable" -> sheet.declare("linesTotal", number(json, field));
                default -> {
                    // the source
                }
            }
        });
        sheet.file(path.toString()).lines(lines);
    }

    /// {@return how many bytes more are kept now}
    private static int tarpaulinLine(JsonCursor json, FileLines lines) {
        int[] line = new int[1];
        boolean[] hit = new boolean[1];
        json.object("a trace", field -> {
            switch (field) {
                case "line" -> line[0] = number(json, field);
                case "stats" ->
                    json.object(field, kind -> {
                        if (kind.equals("Line")) {
                            hit[0] = some(json, kind);
                        }
                    });
                default -> {
                    // addresses
                }
            }
        });
        return lines.add(line[0], hit[0], 0, 0);
    }
}
