package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Yaml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// SQLFluff's YAML: the same list of files with their violations as its JSON.
final class SqlfluffYamlReader implements ReportReader {
    private static final Tool TOOL = Tool.findings("sqlfluff");

    @Override
    public Format format() {
        return new Format("sqlfluff-yaml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a YAML report of sqlfluff";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "sqlfluff lint --format yaml",
                "all; up to 8 MiB",
                "violations with code and place; those that are warnings as such",
                "fixes, ends of ranges, statistics, timings",
                "https://docs.sqlfluff.com/en/stable/reference/cli.html");
    }

    @Override
    public boolean canBe(Kind kind) {
        return TOOL.canBe(kind);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text text)) {
            return Recognition.apart("it is YAML");
        }
        boolean own = text.lines().stream().anyMatch(line -> line.startsWith("- filepath: "))
                && text.lines().stream().anyMatch(line -> line.startsWith("  violations:"));
        return own
                ? Recognition.MATCH
                : Recognition.alike("it lists files, each with a filepath and violations, here it does not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(allowance);
        try (var json = Yaml.open(input.content(), allowance)) {
            json.array("the report", () -> file(json, sheet));
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, TOOL, FindingsSheet.Errors.LEVEL);
    }

    private static void file(JsonCursor json, FindingsSheet sheet) {
        String[] path = {""};
        boolean[] listed = {false};
        List<Entry> entries = new ArrayList<>();
        json.object("a file", field -> {
            switch (field) {
                case "filepath" -> path[0] = Fields.text(json);
                case "violations" -> {
                    listed[0] = true;
                    json.array(field, () -> entries.add(violation(json)));
                }
                default -> {
                    // statistics, timings
                }
            }
        });
        if (!listed[0]) {
            throw json.wrong("A file has no list of violations.");
        }
        sheet.file();
        entries.forEach(entry -> sheet.add(entry.path(path[0])));
    }

    private static Entry violation(JsonCursor json) {
        String[] words = {"", ""};
        int[] line = {0};
        boolean[] warning = {false};
        json.object("a violation", field -> {
            switch (field) {
                case "code" -> words[0] = Fields.text(json);
                case "description" -> words[1] = Fields.text(json);
                case "start_line_no", "line_no" -> line[0] = line(json);
                case "warning" -> warning[0] = Fields.is(true, json);
                default -> {
                    // its name, fixes, ends
                }
            }
        });
        if (words[0].isEmpty()) {
            throw json.wrong("A violation has no code.");
        }
        Severity severity = warning[0] ? Severity.MEDIUM : Severity.HIGH;
        return new Entry(words[0], severity, "", line[0], words[1], State.OPEN);
    }

    private static int line(JsonCursor json) {
        return json.isShortWhole() ? Math.clamp(json.shortWhole(), 0, Integer.MAX_VALUE) : 0;
    }
}
