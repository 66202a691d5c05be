package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// coverage.py's JSON report (definition:
/// [coverage/jsonreport.py](https://github.com/nedbat/coveragepy/blob/master/coverage/jsonreport.py), formats 1 to 3).
/// Lines are those of `executed_lines` and `missing_lines` of each file; those of functions and classes
/// repeat them. Branches are the jumps of `executed_branches` and `missing_branches`, or the file's summary
/// where an older version lists none. `totals` is what the report declares. `percent_covered` mixes lines
/// and branches and is not read.
final class CoveragePyJsonReader implements CoverageReader {
    @Override
    public Format format() {
        return new Format("coveragepy-json");
    }

    @Override
    public String title() {
        return "a coverage.py JSON report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "coverage.py, pytest-cov",
                "coverage.py 5 to 7, JSON formats 1 to 3",
                "lines and branches by file, excluded lines, totals, version",
                "functions and classes, contexts, percentages",
                "https://github.com/nedbat/coveragepy/blob/master/coverage/jsonreport.py");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "meta", "files");
        return look instanceof Recognition.Match && !head.has("branch_coverage")
                ? Recognition.alike("its meta has the field branch_coverage, here there is none")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        try (var json = Json.open(input.content(), allowance)) {
            var pass = new Pass(json, new CoverageSheet(allowance));
            json.object("the report", pass::section);
            json.end();
            return pass.sheet.reading(this, input, ToolRuns.Stated.of("coverage.py", pass.version));
        }
    }

    /// One pass through a file.
    private static final class Pass {
        private static final String MORE_LINES =
                "coverage.py also lists executed lines that are no statements, such as docstrings; they are not"
                        + " counted, but stand in the line sets.";

        private final JsonCursor json;
        private final CoverageSheet sheet;
        private @Nullable String version;
        private boolean listed;

        private Pass(JsonCursor json, CoverageSheet sheet) {
            this.json = json;
            this.sheet = sheet;
            sheet.explain(MORE_LINES);
        }

        private void section(String name) {
            switch (name) {
                case "meta" ->
                    json.object("meta", field -> {
                        if (field.equals("version")) {
                            String text = json.text("version", 60);
                            version = text == null ? null : Texts.shown(text, 60);
                        }
                    });
                case "files" -> json.object("files", this::file);
                case "totals" -> json.object("totals", this::total);
                default -> {
                    // nothing else is known
                }
            }
        }

        private void total(String name) {
            switch (name) {
                case "covered_lines" -> sheet.declare("linesCovered", json.whole(name));
                case "num_statements" -> sheet.declare("linesTotal", json.whole(name));
                case "covered_branches" -> sheet.declare("branchesCovered", json.whole(name));
                case "num_branches" -> sheet.declare("branchesTotal", json.whole(name));
                default -> {
                    // percentages, and what follows from these
                }
            }
        }

        private void file(String path) {
            FileCoverage file = sheet.file(path);
            int[] summary = new int[2];
            listed = false;
            json.object("a file", name -> {
                switch (name) {
                    case "executed_lines" -> lines(name, file, true);
                    case "missing_lines" -> lines(name, file, false);
                    case "executed_branches" -> branches(name, file, true);
                    case "missing_branches" -> branches(name, file, false);
                    case "summary" -> json.object("summary", field -> summary(field, summary));
                    default -> {
                        // functions and classes repeat the lines of their file
                    }
                }
            });
            if (!listed && summary[1] > 0) {
                for (int branch = 0; branch < summary[1]; branch++) {
                    file.branch(0, branch, branch < summary[0]);
                }
            }
        }

        private void summary(String field, int[] branches) {
            switch (field) {
                case "covered_lines" -> sheet.count("linesCovered", count(field));
                case "num_statements" -> sheet.count("linesTotal", count(field));
                case "covered_branches" -> branches[0] = count(field);
                case "num_branches" -> branches[1] = count(field);
                case "missing_lines" -> sheet.count("linesMissing", count(field));
                case "excluded_lines" -> sheet.count("excluded", count(field));
                default -> {
                    // follows from the lists
                }
            }
        }

        private int count(String name) {
            Integer value = json.whole(name);
            if (value == null || value < 0) {
                throw json.wrong("The value of " + name + " is not a count.");
            }
            return value;
        }

        private void lines(String name, FileCoverage file, boolean hit) {
            json.array(name, () -> file.line(count(name), hit));
        }

        /// A jump from a line to a line; to leave the code is a negative number.
        private void branches(String name, FileCoverage file, boolean taken) {
            listed = true;
            json.array(name, () -> {
                var jump = new java.util.ArrayList<Integer>(2);
                json.array("a branch", () -> jump.add(json.whole("a branch")));
                if (jump.size() != 2 || jump.contains(null)) {
                    throw json.wrong("A branch is not a pair of lines.");
                }
                file.branch(0, List.copyOf(jump), taken);
            });
        }
    }
}
