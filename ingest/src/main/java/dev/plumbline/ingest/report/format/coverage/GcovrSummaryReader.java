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
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// gcovr's `--json-summary` ([its definition](https://gcovr.com/en/stable/output/json.html#json-summary-output)). It
/// gives counts by file and no lines, so that it is never united with another report.
final class GcovrSummaryReader implements CoverageReader {
    private static final String SIGN = "gcovr/summary_format_version";

    @Override
    public Format format() {
        return new Format("gcovr-summary-json");
    }

    @Override
    public String title() {
        return "a gcovr summary";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "gcovr --json-summary",
                "summary format 0.1 and later",
                "counts of lines, functions and branches by file; the totals as declared",
                "percentages, decisions, conditions",
                "https://gcovr.com/en/stable/output/json.html#json-summary-output");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, SIGN);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        boolean[] listed = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", field -> {
                if (field.equals("files")) {
                    listed[0] = true;
                    json.array(field, () -> file(json, sheet));
                } else {
                    String figure = figure(field);
                    if (figure != null) {
                        sheet.declare(figure, count(json));
                    }
                }
            });
            json.end();
            if (!listed[0]) {
                throw json.wrong("The report has no list of files.");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        sheet.notes().add("The report gives counts only: it cannot be united with other reports of the build.");
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "gcovr"), null));
    }

    private static void file(JsonCursor json, CoverageSheet sheet) {
        json.object("a file", field -> {
            String figure = figure(field);
            if (field.equals("filename")) {
                String name = json.text(field, 4_096);
                sheet.file(name == null ? "" : name);
            } else if (figure != null) {
                sheet.count(figure, count(json));
            }
        });
    }

    private static @Nullable String figure(String field) {
        return switch (field) {
            case "line_total" -> "linesTotal";
            case "line_covered" -> "linesCovered";
            case "branch_total" -> "branchesTotal";
            case "branch_covered" -> "branchesCovered";
            case "function_total" -> "methodsTotal";
            case "function_covered" -> "methodsCovered";
            default -> null;
        };
    }

    private static @Nullable Integer count(JsonCursor json) {
        Integer value = json.whole("a count");
        if (value != null && value < 0) {
            throw json.wrong("A count is negative.");
        }
        return value;
    }
}
