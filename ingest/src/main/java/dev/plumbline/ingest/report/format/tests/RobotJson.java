package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import org.jspecify.annotations.Nullable;

/// Robot Framework's output.json ([its
/// schema](https://github.com/robotframework/robotframework/tree/master/doc/schema)): the same tree as in its XML.
final class RobotJson {
    private final JsonCursor json;
    private final TestSheet sheet;

    private RobotJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "robot-json",
                "robot",
                new FormatPage(
                        "Robot Framework --output x.json, Rebot",
                        "7.2 and later",
                        "tests by suite, durations, messages, declared totals",
                        "keywords, tags, documentation, logs",
                        "https://github.com/robotframework/robotframework/tree/master/doc/schema"),
                head -> {
                    Recognition look = Looks.fields(head, "generator", "suite");
                    return look instanceof Recognition.Match && !Looks.has(head, "\"Robot ", "\"Rebot ", "\"rpa\"")
                            ? Recognition.alike("its generator is Robot or Rebot, here it is not")
                            : look;
                },
                (json, sheet) -> new RobotJson(json, sheet).read());
    }

    private @Nullable String read() {
        String[] generator = {""};
        json.object("the report", field -> {
            switch (field) {
                case "generator" -> generator[0] = text(json);
                case "suite" -> suite("");
                case "statistics" ->
                    object(json, part -> {
                        if (part.equals("total")) {
                            total();
                        }
                    });
                default -> {
                    // errors of the log
                }
            }
        });
        json.end();
        String[] words = generator[0].split(" ", 3);
        return words.length > 1 ? words[1] : null;
    }

    private void suite(String path) {
        sheet.suite();
        String[] here = {path};
        object(json, field -> {
            switch (field) {
                case "name" -> here[0] = path.isEmpty() ? text(json) : path + "." + text(json);
                case "suites" -> list(json, () -> suite(here[0]));
                case "tests" -> list(json, () -> test(here[0]));
                default -> {
                    // setup and teardown, whose failures are those of their tests
                }
            }
        });
    }

    private void test(String suite) {
        String[] words = {"", "", ""};
        @Nullable Double[] seconds = new @Nullable Double[1];
        object(json, field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "status" -> words[1] = text(json);
                case "message" -> words[2] = text(json).strip();
                case "elapsed_time" -> seconds[0] = number(json);
                default -> {
                    // keywords, tags
                }
            }
        });
        Double took = seconds[0];
        var result = new CaseResult(suite, words[0]).tookMillis(took == null ? null : Double.valueOf(took * 1_000));
        switch (words[1]) {
            case "PASS" -> {
                // nothing stands against it
            }
            case "SKIP", "NOT RUN" -> result.became(State.SKIPPED, words[2]);
            case "" -> result.became(State.ERRORED, "The test has no status.");
            default -> result.became(State.FAILED, words[2]);
        }
        sheet.add(result);
    }

    private void total() {
        @Nullable Integer[] totals = new @Nullable Integer[3];
        object(json, name -> {
            switch (name) {
                case "pass" -> totals[0] = count(json);
                case "fail" -> totals[1] = count(json);
                case "skip" -> totals[2] = count(json);
                default -> {
                    // the label
                }
            }
        });
        Integer passed = totals[0];
        Integer failed = totals[1];
        int skipped = totals[2] == null ? 0 : totals[2];
        if (passed != null && failed != null) {
            sheet.declare((int) Math.min(Integer.MAX_VALUE, (long) passed + failed + skipped), failed, null, totals[2]);
        }
    }
}
