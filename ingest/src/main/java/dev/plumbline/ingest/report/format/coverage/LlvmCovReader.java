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
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// `llvm-cov export`, as clang, Swift and cargo-llvm-cov write it (definition:
/// [CoverageExporterJson.cpp](https://github.com/llvm/llvm-project/blob/main/llvm/tools/llvm-cov/CoverageExporterJson.cpp)).
/// The figures are the sums of the files' own summaries, which the tool counts; the line sets follow from
/// the segments by the tool's own rule ({@link LlvmSegments}). `totals` is what the report declares.
/// Regions are counted as statements.
final class LlvmCovReader implements CoverageReader {
    private static final String TYPE = "llvm.coverage.json.export";

    @Override
    public Format format() {
        return new Format("llvm-cov-json");
    }

    @Override
    public String title() {
        return "an llvm-cov export";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "llvm-cov export, cargo-llvm-cov --json, swift test",
                "2 and 3",
                "lines, functions, regions and branches by file",
                "expansions, instantiations, MC/DC, functions one by one",
                "https://github.com/llvm/llvm-project/blob/main/llvm/tools/llvm-cov/CoverageExporterJson.cpp");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean llvm = TYPE.equals(object.texts().get("type"))
                || head.has("\"segments\"") && object.fields().contains("data");
        return llvm ? Recognition.MATCH : Recognition.alike("its type is " + TYPE + ", here it is not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "methods", "statements");
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                if (name.equals("data")) {
                    json.array("data", () -> json.object("an export", field -> export(json, allowance, sheet, field)));
                }
            });
            json.end();
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "llvm-cov"), null));
    }

    private static void export(JsonCursor json, Allowance allowance, CoverageSheet sheet, String field) {
        switch (field) {
            case "files" -> json.array("files", () -> file(json, allowance, sheet));
            case "totals" -> json.object("totals", measure -> measure(json, measure, sheet::declare));
            default -> {
                // functions repeat what the files say
            }
        }
    }

    private static void file(JsonCursor json, Allowance allowance, CoverageSheet sheet) {
        var segments = new LlvmSegments(allowance);
        var name = new StringBuilder();
        json.object("a file", field -> {
            switch (field) {
                case "filename" -> name.append(json.text("filename", 4_096));
                case "segments" -> json.array("segments", () -> segments.add(json, row(json)));
                case "summary" -> json.object("summary", measure -> measure(json, measure, sheet::count));
                default -> {
                    // branches are in the summary
                }
            }
        });
        if (name.toString().isBlank()) {
            throw json.wrong("A file has no filename.");
        }
        segments.into(sheet.file(name.toString()));
    }

    private static List<Double> row(JsonCursor json) {
        var row = new ArrayList<Double>(6);
        json.array("a segment", () -> {
            if (row.size() < 6) {
                Double value = json.isNumber() ? json.number("a segment") : null;
                boolean flag = !json.isNumber() && Boolean.TRUE.equals(json.flag("a segment"));
                row.add(value != null ? value : flag ? 1.0 : 0.0);
            }
        });
        return row;
    }

    private interface Figure {
        void add(String figure, Integer value);
    }

    private static void measure(JsonCursor json, String measure, Figure figures) {
        String figure = switch (measure) {
            case "lines", "branches" -> measure;
            case "functions" -> "methods";
            case "regions" -> "statements";
            default -> "";
        };
        if (figure.isEmpty()) {
            return;
        }
        json.object(measure, field -> {
            switch (field) {
                case "count" -> figures.add(figure + "Total", count(json, field));
                case "covered" -> figures.add(figure + "Covered", count(json, field));
                default -> {
                    // percentages, and what follows from these
                }
            }
        });
    }

    private static int count(JsonCursor json, String field) {
        Integer value = json.whole(field);
        if (value == null || value < 0) {
            throw json.wrong("The value of " + field + " is not a count.");
        }
        return value;
    }
}
