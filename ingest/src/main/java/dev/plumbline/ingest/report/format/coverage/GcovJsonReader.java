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
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// `gcov --json-format` and gcovr's `--json`, which has the same files and lines (definitions:
/// [gcov](https://gcc.gnu.org/onlinedocs/gcc/Invoking-Gcov.html),
/// [gcovr](https://gcovr.com/en/stable/output/json.html)). A line that is listed for several functions, such as the
/// instances of a template, is one line, and its branches are those of its best instance. Lines that gcovr
/// excludes are left out.
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
        var sheet = new CoverageSheet(allowance, "methods");
        String[] tool = {"gcov", ""};
        try (var json = Json.open(input.content(), allowance)) {
            json.values(
                    "the report",
                    () -> json.object("the report", name -> {
                        switch (name) {
                            case "gcc_version" -> tool[1] = Objects.requireNonNullElse(json.text(name, 60), "");
                            case "gcovr/format_version" -> tool[0] = "gcovr";
                            case "files" -> json.array(name, () -> new Source(json, allowance).into(sheet));
                            default -> {
                                // folders and names of data files
                            }
                        }
                    }));
            sheet.notes().replaced(json.replacedCharacters());
        }
        String version = tool[1].isBlank() ? null : Texts.shown(tool[1], 60);
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, tool[0]), version));
    }

    /// One file. gcov writes its lines before its name.
    private static final class Source {
        private static final int BYTES_PER_FUNCTION = 120;

        private final JsonCursor json;
        private final Allowance allowance;
        private final FileLines lines = new FileLines();
        private final Map<String, Boolean> functions = new HashMap<>();
        private String name = "";

        private Source(JsonCursor json, Allowance allowance) {
            this.json = json;
            this.allowance = allowance;
        }

        private void into(CoverageSheet sheet) {
            json.object("a file", field -> {
                switch (field) {
                    case "file", "filename" -> name = text(field);
                    case "lines" -> json.array(field, this::line);
                    case "functions" -> json.array(field, this::function);
                    default -> {
                        // nothing else counts
                    }
                }
            });
            if (name.isBlank()) {
                throw json.wrong("A file has no name.");
            }
            FileCoverage file = sheet.file(name);
            file.lines(lines);
            functions.forEach(file::method);
        }

        private void line() {
            int[] figures = new int[3];
            boolean[] flags = new boolean[2];
            json.object("a line", field -> {
                switch (field) {
                    case "line_number" -> figures[0] = number(field);
                    case "count" -> flags[0] = some(field);
                    case "gcovr/noncode", "gcovr/excluded" ->
                        flags[1] = flags[1] || Boolean.TRUE.equals(json.flag(field));
                    case "branches" ->
                        json.array(
                                field,
                                () -> json.object("a branch", part -> {
                                    if (part.equals("count")) {
                                        figures[1]++;
                                        figures[2] += some(part) ? 1 : 0;
                                    }
                                }));
                    default -> {
                        // names of functions, blocks
                    }
                }
            });
            if (!flags[1]) {
                allowance.keep(lines.add(figures[0], flags[0], figures[2], figures[1]));
            }
        }

        private void function() {
            String[] label = {""};
            boolean[] called = new boolean[1];
            json.object("a function", field -> {
                switch (field) {
                    case "name", "demangled_name" -> label[0] = label[0].isEmpty() ? text(field) : label[0];
                    case "execution_count" -> called[0] = some(field);
                    default -> {
                        // where it stands
                    }
                }
            });
            allowance.keep(BYTES_PER_FUNCTION + 2L * label[0].length());
            functions.merge(label[0], called[0], Boolean::logicalOr);
        }

        private String text(String field) {
            String text = json.text(field, 4_096);
            return text == null ? "" : text;
        }

        private int number(String field) {
            Integer value = json.whole(field);
            if (value == null || value < 0) {
                throw json.wrong("The value of " + field + " is not a whole number from 0.");
            }
            return value;
        }

        private boolean some(String field) {
            Double value = json.number(field);
            return value != null && value > 0;
        }
    }
}
