package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// pytest-json-report's .report.json ([its
/// documentation](https://github.com/numirias/pytest-json-report#format)). An expected failure is skipped, as in
/// pytest's JUnit XML; one that passed although it was expected to fail has passed. A collector that failed is an error
/// of the suite.
final class PytestJson {
    private final JsonCursor json;
    private final TestSheet sheet;

    private PytestJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "pytest-json",
                "pytest",
                new FormatPage(
                        "pytest-json-report",
                        "1",
                        "tests by file, durations of their phases, messages, failed collectors, declared totals",
                        "keywords, warnings, output, environment",
                        "https://github.com/numirias/pytest-json-report#format"),
                head -> Looks.fields(head, "exitcode", "summary", "created"),
                (json, sheet) -> {
                    new PytestJson(json, sheet).read();
                    json.end();
                    return null;
                });
    }

    private void read() {
        @Nullable Integer[] totals = new @Nullable Integer[5];
        json.object("the report", field -> {
            switch (field) {
                case "created" -> {
                    Double seconds = number(json);
                    sheet.finished(
                            seconds == null || seconds < 0 || seconds > 1e11
                                    ? null
                                    : Instant.ofEpochMilli((long) (seconds * 1_000)));
                }
                case "summary" ->
                    object(json, name -> {
                        switch (name) {
                            case "total" -> totals[0] = count(json);
                            case "failed" -> totals[1] = count(json);
                            case "error" -> totals[2] = count(json);
                            case "skipped" -> totals[3] = count(json);
                            case "xfailed" -> totals[4] = count(json);
                            default -> {
                                // passed, collected
                            }
                        }
                    });
                case "collectors" -> list(json, this::collector);
                case "tests" -> list(json, this::test);
                default -> {
                    // environment, warnings
                }
            }
        });
        long skipped = (totals[3] == null ? 0L : totals[3]) + (totals[4] == null ? 0L : totals[4]);
        sheet.declare(totals[0], totals[1], totals[2], (int) Math.min(Integer.MAX_VALUE, skipped));
    }

    private void collector() {
        String[] words = {"", "", ""};
        json.object("a collector", field -> {
            switch (field) {
                case "nodeid" -> words[0] = text(json);
                case "outcome" -> words[1] = text(json);
                case "longrepr" -> words[2] = text(json);
                default -> {
                    // what it found
                }
            }
        });
        if (words[1].equals("failed")) {
            sheet.suiteError(words[0] + ": " + words[2]);
        }
    }

    private void test() {
        String[] words = {"", "", ""};
        double[] seconds = new double[1];
        json.object("a test", field -> {
            switch (field) {
                case "nodeid" -> words[0] = text(json);
                case "outcome" -> words[1] = text(json);
                case "setup", "call", "teardown" -> object(json, part -> phase(part, words, seconds));
                default -> {
                    // keywords, metadata
                }
            }
        });
        sheet.add(outcome(words[0], words[1], words[2]).took(Double.toString(seconds[0])));
    }

    private void phase(String part, String[] words, double[] seconds) {
        switch (part) {
            case "duration" -> {
                Double took = number(json);
                seconds[0] += took == null || took < 0 ? 0 : took;
            }
            case "crash" ->
                object(json, field -> {
                    if (field.equals("message") && words[2].isEmpty()) {
                        words[2] = text(json);
                    }
                });
            case "longrepr" -> words[2] = words[2].isEmpty() ? text(json) : words[2];
            default -> {
                // output
            }
        }
    }

    /// {@return the case of one of pytest's node ids, such as `tests/test_a.py::Test::test_b`}
    static CaseResult outcome(String node, String outcome, String message) {
        int colons = node.lastIndexOf("::");
        var result = new CaseResult(
                colons < 0 ? "" : node.substring(0, colons), colons < 0 ? node : node.substring(colons + 2));
        return switch (outcome) {
            case "failed" -> result.became(State.FAILED, message);
            case "error" -> result.became(State.ERRORED, message);
            case "skipped", "xfailed" -> result.became(State.SKIPPED, message);
            default -> result;
        };
    }
}
