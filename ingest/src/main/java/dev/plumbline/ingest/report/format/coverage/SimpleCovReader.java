package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// SimpleCov: what it keeps itself (.resultset.json, results by command, which are united) and what its
/// JSON formatter writes (coverage.json; definition:
/// [simplecov](https://github.com/simplecov-ruby/simplecov/blob/main/lib/simplecov/result_merger.rb)). A
/// line is null where nothing can run, «ignored» where people switched it off; branches are a list, or
/// nested objects.
final class SimpleCovReader implements CoverageReader {
    private static final Pattern RESULTSET =
            Pattern.compile("\"coverage\"\\s{0,20}:\\s{0,20}\\{\\s{0,40}\"[^\"]{1,1000}\"\\s{0,20}:\\s{0,20}"
                    + "(?:\\[\\s{0,40}(?:null|\\d)|\\{\\s{0,40}\"lines\")");

    @Override
    public Format format() {
        return new Format("simplecov-json");
    }

    @Override
    public String title() {
        return "a SimpleCov report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "SimpleCov: .resultset.json, coverage.json; simplecov-json",
                "0.10 and later",
                "lines and branches by file, united over commands; version",
                "groups, percentages, methods; .last_run.json holds percentages only and is not read",
                "https://github.com/simplecov-ruby/simplecov#readme");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean formatted = object.fields().contains("meta")
                && object.fields().contains("coverage")
                && head.has("\"simplecov_version\"");
        boolean kept = !object.fields().contains("coverage")
                && !object.fields().contains("meta")
                && Looks.says(head, RESULTSET, "\"coverage\"");
        boolean listed = object.fields().contains("files")
                && object.fields().contains("timestamp")
                && head.has("\"covered_percent\"")
                && head.has("\"filename\"");
        return formatted || kept || listed
                ? Recognition.MATCH
                : Recognition.alike("it has the field coverage with lines by file, here it has not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var pass = new Pass(new CoverageSheet(allowance));
        try (var json = Json.open(input.content(), allowance)) {
            pass.read(json);
            json.end();
            if (!pass.found) {
                throw json.wrong("The report has no coverage.");
            }
            pass.sheet.notes().replaced(json.replacedCharacters());
        }
        return pass.sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "simplecov"), pass.version));
    }

    /// One pass through a file.
    private static final class Pass {
        private final CoverageSheet sheet;
        private @Nullable String version;
        private boolean found;

        private Pass(CoverageSheet sheet) {
            this.sheet = sheet;
        }

        private void read(JsonCursor json) {
            json.object("the report", name -> {
                switch (name) {
                    case "coverage" -> coverage(json);
                    case "files" -> {
                        if (json.isArray()) {
                            found = true;
                            json.array(name, () -> file(json));
                        }
                    }
                    case "meta" ->
                        json.object(name, field -> {
                            String text = field.equals("simplecov_version") ? json.textOrNothing(60) : null;
                            version = text == null ? version : Texts.shown(text, 60);
                        });
                    default -> {
                        if (json.isObject()) {
                            command(json);
                        }
                    }
                }
            });
        }

        /// A file in the list of the formatter of before, simplecov-json; since SimpleCov 0.18 its lines are a field.
        private void file(JsonCursor json) {
            @Nullable FileCoverage[] file = new @Nullable FileCoverage[1];
            json.object("a file", field -> {
                FileCoverage named = file[0];
                if (field.equals("filename")) {
                    String path = json.textOrNothing(4_096);
                    file[0] = path == null || path.isBlank() ? null : sheet.file(path);
                } else if (field.equals("coverage")) {
                    if (named == null) {
                        throw json.wrong("A file has no filename before its coverage.");
                    }
                    figures(json, named);
                }
            });
        }

        private static void figures(JsonCursor json, FileCoverage file) {
            if (json.isArray()) {
                lines(json, file);
                return;
            }
            json.object("a file", field -> {
                switch (field) {
                    case "lines" -> lines(json, file);
                    case "branches" -> branches(json, file, "");
                    default -> {
                        // methods, percentages
                    }
                }
            });
        }

        /// The results of one command, such as `RSpec`; groups of the formatter look alike and have none.
        private void command(JsonCursor json) {
            json.object("a command", field -> {
                if (field.equals("coverage") && json.isObject()) {
                    coverage(json);
                }
            });
        }

        private void coverage(JsonCursor json) {
            found = true;
            json.object("the coverage", path -> {
                figures(json, sheet.file(path));
            });
        }

        private static void lines(JsonCursor json, FileCoverage file) {
            int[] line = new int[1];
            json.array("the lines", () -> {
                line[0]++;
                if (json.isNumber()) {
                    Double hits = json.number("hits");
                    file.line(line[0], hits != null && hits > 0);
                }
            });
        }

        /// `{"[:if, 0, 3, …]": {"[:then, 1, 4, …]": 2}}`, or a list of objects with start_line and
        /// coverage.
        private static void branches(JsonCursor json, FileCoverage file, String condition) {
            if (json.isArray()) {
                int[] branch = new int[1];
                json.array("the branches", () -> listed(json, file, branch[0]++));
            } else if (json.isObject()) {
                json.object("the branches", name -> {
                    if (json.isNumber()) {
                        Double hits = json.number("hits");
                        file.branch(0, condition + name, hits != null && hits > 0);
                    } else {
                        branches(json, file, name);
                    }
                });
            }
        }

        private static void listed(JsonCursor json, FileCoverage file, int number) {
            boolean[] marks = new boolean[2];
            int[] line = new int[1];
            json.object("a branch", field -> {
                switch (field) {
                    case "coverage" -> {
                        marks[0] = json.isNumber();
                        Double hits = json.isNumber() ? json.number(field) : null;
                        marks[1] = hits != null && hits > 0;
                    }
                    case "start_line" -> {
                        Integer start = json.whole(field);
                        line[0] = start == null ? 0 : start;
                    }
                    default -> {
                        // kinds, ends
                    }
                }
            });
            if (marks[0]) {
                file.branch(line[0], number, marks[1]);
            }
        }
    }
}
