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

/// Istanbul's coverage-summary.json (definition: [istanbul-lib-coverage,
/// CoverageSummary](https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/coverage-summary.js)).
/// It gives counts by file and no lines, so that it is never united with another report. The figures are the sums of
/// the files, or the `total` where no file is listed; else `total` is what the report declares.
final class IstanbulSummaryReader implements CoverageReader {
    @Override
    public Format format() {
        return new Format("istanbul-summary-json");
    }

    @Override
    public String title() {
        return "an Istanbul coverage summary (coverage-summary.json)";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "nyc, c8, Jest, Vitest, Karma",
                "istanbul-lib-coverage 1 to 3",
                "counts of lines, statements, functions and branches by file and in total",
                "percentages, what was skipped",
                "https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/coverage-summary.js");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "total");
        return look instanceof Recognition.Match && !(Looks.has(head, "\"statements\"") && Looks.has(head, "\"pct\""))
                ? Recognition.alike("its total has statements with a pct, here it has not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var total = new CoverageSheet(allowance);
        var sheet = new CoverageSheet(allowance);
        boolean[] files = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", path -> {
                if (path.equals("total")) {
                    entry(json, total, sheet);
                } else {
                    files[0] = true;
                    sheet.file(path);
                    entry(json, sheet, null);
                }
            });
            json.end();
        }
        CoverageSheet result = files[0] ? sheet : total;
        result.notes().add("The report gives counts only: it cannot be united with other reports of the build.");
        return result.reading(this, input, ToolRuns.Stated.of(tool(input, "istanbul"), null));
    }

    private static void entry(JsonCursor json, CoverageSheet counts, @Nullable CoverageSheet declares) {
        json.object("an entry", measure -> {
            String figure = switch (measure) {
                case "lines", "statements", "branches" -> measure;
                case "functions" -> "methods";
                default -> "";
            };
            if (!figure.isEmpty()) {
                json.object(measure, field -> {
                    switch (field) {
                        case "total" -> figure(json, figure + "Total", counts, declares);
                        case "covered" -> figure(json, figure + "Covered", counts, declares);
                        default -> {
                            // skipped and pct
                        }
                    }
                });
            }
        });
    }

    private static void figure(JsonCursor json, String figure, CoverageSheet counts, @Nullable CoverageSheet declares) {
        Integer value = json.whole(figure);
        if (value != null && value < 0) {
            throw json.wrong("The value of " + figure + " is negative.");
        }
        counts.count(figure, value);
        if (declares != null) {
            declares.declare(figure, value);
        }
    }
}
