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
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Yaml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Bandit's YAML: the same as its JSON.
final class BanditYamlReader implements ReportReader {
    private static final Tool TOOL = Tool.findings("bandit");

    @Override
    public Format format() {
        return new Format("bandit-yaml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a YAML report of bandit";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "bandit -f yaml",
                "all; up to 8 MiB",
                "findings with rule, severity, place; the tool's errors",
                "code, confidences, metrics",
                "https://github.com/PyCQA/bandit/blob/main/bandit/formatters/yaml.py");
    }

    @Override
    public boolean canBe(Kind kind) {
        return TOOL.canBe(kind);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Text)) {
            return Recognition.apart("it is YAML");
        }
        List<String> lines = head.lines();
        boolean own = lines.stream().anyMatch(line -> line.startsWith("generated_at: "))
                && lines.stream().anyMatch(line -> line.startsWith("metrics:"))
                && lines.stream().anyMatch(line -> line.startsWith("errors:"));
        return own
                ? Recognition.MATCH
                : Recognition.alike("it has errors, generated_at and metrics, here at least one of them is missing");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new FindingsSheet(allowance);
        boolean[] listed = {false};
        try (var json = Yaml.open(input.content(), allowance)) {
            json.object("the report", field -> {
                switch (field) {
                    case "errors" -> json.array(field, () -> error(json, sheet));
                    case "generated_at" -> sheet.finished(Fields.text(json));
                    case "results" -> {
                        listed[0] = true;
                        json.array(field, () -> sheet.add(result(json)));
                    }
                    default -> {
                        // metrics
                    }
                }
            });
            if (!listed[0]) {
                throw json.wrong("The report has no list of results.");
            }
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, TOOL, FindingsSheet.Errors.OWN);
    }

    private static void error(JsonCursor json, FindingsSheet sheet) {
        String[] words = {"", ""};
        json.object("an error", field -> {
            switch (field) {
                case "filename" -> words[0] = Fields.text(json);
                case "reason" -> words[1] = Fields.text(json);
                default -> {
                    // nothing else is there
                }
            }
        });
        sheet.toolError(words[0] + ": " + words[1]);
    }

    private static Entry result(JsonCursor json) {
        Map<String, String> texts = new HashMap<>();
        int[] line = {0};
        json.object("a result", field -> {
            switch (field) {
                case "test_id", "test_name", "issue_text", "issue_severity", "filename" ->
                    texts.put(field, Fields.text(json));
                case "line_number" ->
                    line[0] = json.isShortWhole() ? Math.clamp(json.shortWhole(), 0, Integer.MAX_VALUE) : 0;
                default -> {
                    // code, confidence, range, weakness
                }
            }
        });
        String rule = texts.getOrDefault("test_id", texts.getOrDefault("test_name", ""));
        if (rule.isEmpty()) {
            throw json.wrong("A result has no test_id.");
        }
        return new Entry(
                rule,
                Severities.ofWord(texts.getOrDefault("issue_severity", "")),
                texts.getOrDefault("filename", ""),
                line[0],
                texts.getOrDefault("issue_text", ""),
                State.OPEN);
    }
}
