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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Istanbul's coverage-final.json, as nyc, c8, Jest, Vitest and Karma write it (definition:
/// [istanbul-lib-coverage,
/// FileCoverage](https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/file-coverage.js)).
/// As there, a line is one on which a statement starts, and its count the largest of them; every arm of a
/// branch counts.
final class IstanbulReader implements CoverageReader {
    private static final int BYTES_PER_STATEMENT = 120;

    @Override
    public Format format() {
        return new Format("istanbul-json");
    }

    @Override
    public String title() {
        return "an Istanbul coverage map (coverage-final.json)";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "nyc, c8, Jest, Vitest, Karma, Cypress",
                "istanbul-lib-coverage 1 to 3",
                "lines, statements, functions and branches by file",
                "source maps, hashes, counts beyond hit or not",
                "https://github.com/istanbuljs/istanbuljs/blob/main/packages/istanbul-lib-coverage/lib/file-coverage.js");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        return head.has("\"statementMap\"") && !object.fields().contains("testResults")
                ? Recognition.MATCH
                : Recognition.alike("its files have the field statementMap, here none has");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "statements", "methods");
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", path -> {
                var file = new Source(json, allowance);
                file.read(path);
                file.into(sheet);
            });
            json.end();
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "istanbul"), null));
    }

    /// One file's maps, which may stand in any order.
    private static final class Source {
        private final JsonCursor json;
        private final Allowance allowance;
        private final Map<String, Integer> starts = new HashMap<>();
        private final Map<String, Boolean> statements = new HashMap<>();
        private final Map<String, Boolean> functions = new HashMap<>();
        private final List<Boolean> arms = new ArrayList<>();
        private String path = "";
        private boolean any;

        private Source(JsonCursor json, Allowance allowance) {
            this.json = json;
            this.allowance = allowance;
        }

        private void read(String key) {
            path = key;
            json.object("a file", this::field);
            if (!any) {
                throw json.wrong("The entry of a file has neither a statementMap nor counts of statements.");
            }
        }

        private void field(String name) {
            switch (name) {
                case "path" -> {
                    String text = json.text("path", 4_096);
                    path = text == null || text.isBlank() ? path : text;
                }
                case "statementMap" -> {
                    any = true;
                    json.object("statementMap", this::statement);
                }
                case "s" -> {
                    any = true;
                    json.object("s", id -> statements.put(id, hit(id)));
                }
                case "f" -> json.object("f", id -> functions.put(id, hit(id)));
                case "b" -> json.object("b", id -> json.array("a branch", () -> arms.add(hit(id))));
                // older writers wrap the file
                case "data" -> json.object("data", this::field);
                default -> {
                    // maps of functions and branches only say where these are
                }
            }
        }

        private void statement(String id) {
            allowance.keep(BYTES_PER_STATEMENT);
            json.object("a statement", name -> {
                if (name.equals("start")) {
                    json.object("start", field -> {
                        if (field.equals("line") && !json.isNull()) {
                            starts.put(id, line());
                        }
                    });
                }
            });
        }

        private int line() {
            Integer line = json.whole("line");
            if (line == null || line < 0) {
                throw json.wrong("A line is not a whole number from 0.");
            }
            return line;
        }

        private boolean hit(String id) {
            allowance.keep(1);
            Double count = json.number("the count of " + id);
            return count != null && count > 0;
        }

        private void into(CoverageSheet sheet) {
            FileCoverage file = sheet.file(path);
            statements.forEach((id, hit) -> {
                file.statement(id, 1, hit);
                Integer line = starts.get(id);
                if (line != null) {
                    file.line(line, hit);
                }
            });
            functions.forEach(file::method);
            for (int arm = 0; arm < arms.size(); arm++) {
                file.branch(0, arm, arms.get(arm));
            }
        }
    }
}
