package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rust's libtest, `cargo test -- -Z unstable-options --format json`, and nextest's `--message-format libtest-json`
/// ([its source](https://github.com/rust-lang/rust/blob/master/library/test/src/formatters/json.rs)): events, one a
/// line. A suite that began and did not end was killed.
final class LibtestJson {
    private final JsonCursor json;
    private final TestSheet sheet;
    private int begun;
    private String suite = "";

    private LibtestJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "libtest-json",
                "cargo-test",
                new FormatPage(
                        "cargo test with --format json, cargo nextest run --message-format libtest-json",
                        "libtest's unstable format, nextest 0.1",
                        "tests with duration and message, suites that did not end, declared totals",
                        "benchmarks, output of tests that passed",
                        "https://nexte.st/docs/machine-readable/libtest-json/"),
                LibtestJson::look,
                (json, sheet) -> {
                    new LibtestJson(json, sheet).read();
                    return null;
                });
    }

    private static Recognition look(Head head) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is JSON");
        }
        boolean own = object.fields().contains("event")
                && switch (object.texts().getOrDefault("type", "")) {
                    case "suite", "test", "bench", "report" -> true;
                    default -> false;
                };
        return own
                ? Recognition.MATCH
                : Recognition.alike("its events have the fields type and event, here they have not");
    }

    private void read() {
        json.values("an event", this::event);
        for (int i = 0; i < Math.min(begun, 1_000); i++) {
            sheet.suiteError("A suite began and did not end.");
        }
    }

    private void event() {
        var words = new HashMap<String, String>();
        var counts = new HashMap<String, Integer>();
        @Nullable Double[] seconds = new @Nullable Double[1];
        json.object("an event", field -> {
            switch (field) {
                case "type", "event", "name", "stdout", "message", "reason" -> words.put(field, text(json));
                case "exec_time" -> seconds[0] = number(json);
                case "passed", "failed", "ignored" -> {
                    Integer number = count(json);
                    if (number != null) {
                        counts.put(field, number);
                    }
                }
                case "nextest" ->
                    JsonTests.object(json, part -> {
                        if (part.equals("test_binary")) {
                            suite = text(json);
                        }
                    });
                default -> {
                    // kinds, measured benchmarks
                }
            }
        });
        String event = words.getOrDefault("event", "");
        switch (words.getOrDefault("type", "")) {
            case "suite" -> suite(event, counts);
            case "test" -> {
                if (!event.equals("started")) {
                    sheet.add(test(words, event, seconds[0]));
                }
            }
            default -> {
                // benchmarks, the time of all
            }
        }
    }

    private void suite(String event, Map<String, Integer> counts) {
        if (event.equals("started")) {
            begun++;
            sheet.suite();
            return;
        }
        begun--;
        Integer failed = counts.get("failed");
        Integer ignored = counts.get("ignored");
        Integer passed = counts.get("passed");
        if (passed != null && failed != null && ignored != null) {
            long all = (long) passed + failed + ignored;
            sheet.declare((int) Math.min(Integer.MAX_VALUE, all), failed, null, ignored);
        }
    }

    private CaseResult test(Map<String, String> words, String event, @Nullable Double seconds) {
        String name = words.getOrDefault("name", "");
        int dollar = name.indexOf('$');
        var result = new CaseResult(dollar < 0 ? suite : name.substring(0, dollar), name.substring(dollar + 1))
                .took(seconds == null ? null : Double.toString(seconds));
        String why = words.getOrDefault("message", words.getOrDefault("stdout", words.getOrDefault("reason", "")));
        return switch (event) {
            case "ok", "allowed_failure" -> result;
            case "ignored" -> result.became(State.SKIPPED, why);
            case "timeout" -> result.became(State.ERRORED, why);
            default -> result.became(State.FAILED, why);
        };
    }
}
