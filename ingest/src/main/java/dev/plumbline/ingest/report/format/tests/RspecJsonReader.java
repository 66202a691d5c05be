package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// RSpec's json formatter (definition:
/// [json_formatter.rb](https://github.com/rspec/rspec/blob/main/rspec-core/lib/rspec/core/formatters/json_formatter.rb)).
/// pending → skipped. Errors outside of examples are errors of the suite.
final class RspecJsonReader implements TestsReader {
    @Override
    public Format format() {
        return new Format("rspec-json");
    }

    @Override
    public String title() {
        return "an RSpec JSON report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "RSpec --format json",
                "RSpec 2 and 3",
                "examples, durations, failures, errors outside of examples, declared totals",
                "backtraces, profiles, seeds",
                "https://github.com/rspec/rspec/blob/main/rspec-core/lib/rspec/core/formatters/json_formatter.rb");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "examples");
        return look instanceof Recognition.Match && !head.has("full_description") && !head.has("example_count")
                ? Recognition.alike("its examples have the field full_description, here they have not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        String[] version = {""};
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "version" -> version[0] = Objects.requireNonNullElse(json.text(name, 60), "");
                    case "examples" -> json.array(name, () -> example(json, sheet));
                    case "summary" -> summary(json, sheet);
                    default -> {
                        // messages, seed, the summary as a line
                    }
                }
            });
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "rspec", version[0]));
    }

    private static void summary(JsonCursor json, TestSheet sheet) {
        @Nullable Integer[] totals = new @Nullable Integer[4];
        json.object("summary", name -> {
            switch (name) {
                case "example_count" -> totals[0] = json.whole(name);
                case "failure_count" -> totals[1] = json.whole(name);
                case "pending_count" -> totals[2] = json.whole(name);
                case "errors_outside_of_examples_count" -> totals[3] = json.whole(name);
                default -> {
                    // duration
                }
            }
        });
        sheet.declare(totals[0], totals[1], totals[3], totals[2]);
        for (int error = 0; totals[3] != null && error < Math.min(totals[3], 1_000); error++) {
            sheet.suiteError("An error occurred outside of examples.");
        }
    }

    private static void example(JsonCursor json, TestSheet sheet) {
        String[] texts = {"", "", "", ""};
        @Nullable Double[] seconds = new @Nullable Double[1];
        json.object("an example", name -> {
            switch (name) {
                case "file_path" -> texts[0] = text(json, name);
                case "full_description" -> texts[1] = text(json, name);
                case "status" -> texts[2] = text(json, name);
                case "run_time" -> seconds[0] = json.number(name);
                case "pending_message" -> texts[3] = text(json, name);
                case "exception" -> {
                    if (json.isObject()) {
                        json.object(name, field -> texts[3] = field.equals("message") ? text(json, field) : texts[3]);
                    }
                }
                default -> {
                    // id, line
                }
            }
        });
        var result = new CaseResult(texts[0], texts[1]).tookMillis(seconds[0] == null ? null : seconds[0] * 1_000);
        State state = state(json, texts[2]);
        if (state != null) {
            result.became(state, texts[3]);
        }
        sheet.add(result);
    }

    private static @Nullable State state(JsonCursor json, String status) {
        return switch (status) {
            case "passed" -> null;
            case "failed" -> State.FAILED;
            case "pending" -> State.SKIPPED;
            default -> throw json.wrong("The status of an example is not passed, failed or pending.");
        };
    }

    private static String text(JsonCursor json, String name) {
        String text = json.text(name, MESSAGE_CHARS);
        return text == null ? "" : text;
    }
}
