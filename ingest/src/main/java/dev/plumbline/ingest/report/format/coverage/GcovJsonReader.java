package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
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
import org.jspecify.annotations.Nullable;

/// `gcov --json-format` and gcovr's `--json`, which has the same files and lines (definitions:
/// [gcov](https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html),
/// [gcovr](https://gcovr.com/en/stable/output/json.html)). A line that is listed for several functions, such as the
/// instances of a
/// template, is one line, and its branches are those of its best instance. Lines that gcovr excludes are left out.
final class GcovJsonReader implements CoverageReader {
    @Override
    public Format format() {
        return new Format("gcov-json");
    }

    @Override
    public String title() {
        return "a gcov JSON report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "gcov, gcovr --json",
                "gcov format 1 and 2, gcovr format 0.1 and later",
                "lines, branches and functions by file",
                "blocks, calls, conditions",
                "https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean gcov =
                object.fields().contains("gcc_version") || object.fields().contains("gcovr/format_version");
        return gcov && object.fields().contains("files")
                ? Recognition.MATCH
                : Recognition.alike("it has the fields files and gcc_version or gcovr/format_version, here it has not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        String[] tool = {"gcov", null};
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "gcc_version" -> tool[1] = json.text(name, 60);
                    case "gcovr/format_version" -> tool[0] = "gcovr";
                    case "files" -> json.array(name, () -> file(json, sheet));
                    default -> {
                        // folders and names of data files
                    }
                }
            });
            json.end();
        }
        String version = tool[1];
        return sheet.reading(
                this,
                input,
                ToolRuns.Stated.of(tool(input, tool[0]), version == null ? null : Texts.shown(version, 60)));
    }

    /// The name stands before the lines in all versions; else the lines have no file.
    private static void file(JsonCursor json, CoverageSheet sheet) {
        FileCoverage[] file = new FileCoverage[1];
        json.object("a file", name -> {
            switch (name) {
                case "file", "filename" -> file[0] = sheet.file(String.valueOf(json.text(name, 4_096)));
                case "lines" -> {
                    FileCoverage known = known(json, file[0]);
                    json.array(name, () -> line(json, known));
                }
                case "functions" -> {
                    FileCoverage known = known(json, file[0]);
                    json.array(name, () -> function(json, known));
                }
                default -> {
                    // nothing else counts
                }
            }
        });
    }

    private static FileCoverage known(JsonCursor json, @Nullable FileCoverage file) {
        if (file == null) {
            throw json.wrong("The lines of a file stand before its name.");
        }
        return file;
    }

    private static void line(JsonCursor json, FileCoverage file) {
        int[] figures = new int[3];
        boolean[] flags = new boolean[2];
        json.object("a line", name -> {
            switch (name) {
                case "line_number" -> figures[0] = number(json, name);
                case "count" -> flags[0] = some(json, name);
                case "gcovr/noncode", "gcovr/excluded" -> flags[1] = flags[1] || Boolean.TRUE.equals(json.flag(name));
                case "branches" ->
                    json.array(
                            name,
                            () -> json.object("a branch", field -> {
                                if (field.equals("count")) {
                                    figures[1]++;
                                    figures[2] += some(json, field) ? 1 : 0;
                                }
                            }));
                default -> {
                    // names of functions, blocks
                }
            }
        });
        if (!flags[1]) {
            file.line(figures[0], flags[0], figures[2], figures[1]);
        }
    }

    private static void function(JsonCursor json, FileCoverage file) {
        String[] label = {"", ""};
        boolean[] called = new boolean[1];
        json.object("a function", name -> {
            switch (name) {
                case "name", "demangled_name" ->
                    label[0] = label[0].isEmpty() ? String.valueOf(json.text(name, 4_096)) : label[0];
                case "execution_count" -> called[0] = some(json, name);
                default -> {
                    // where it stands
                }
            }
        });
        file.method(label[0], called[0]);
    }

    private static int number(JsonCursor json, String name) {
        Integer value = json.whole(name);
        if (value == null || value < 0) {
            throw json.wrong("The value of " + name + " is not a whole number from 0.");
        }
        return value;
    }

    private static boolean some(JsonCursor json, String name) {
        Double value = json.number(name);
        return value != null && value > 0;
    }
}
