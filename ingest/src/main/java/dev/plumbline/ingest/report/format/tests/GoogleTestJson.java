package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import org.jspecify.annotations.Nullable;

/// GoogleTest's `--gtest_output=json` ([its
/// documentation](https://google.github.io/googletest/advanced.html#generating-a-json-report)). NOTRUN and SUPPRESSED
/// are tests that are switched off: skipped.
final class GoogleTestJson {
    private final JsonCursor json;
    private final TestSheet sheet;

    private GoogleTestJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "gtest-json",
                "gtest",
                new FormatPage(
                        "GoogleTest --gtest_output=json",
                        "1.8.1 and later",
                        "tests by suite with duration, messages, declared totals",
                        "properties, places, parameters",
                        "https://google.github.io/googletest/advanced.html#generating-a-json-report"),
                head -> {
                    Recognition look = Looks.fields(head, "tests", "disabled", "testsuites");
                    return look instanceof Recognition.Match
                            ? look
                            : Looks.fields(head, "tests", "failures", "testsuites");
                },
                (json, sheet) -> {
                    new GoogleTestJson(json, sheet).read();
                    json.end();
                    return null;
                });
    }

    private void read() {
        @Nullable Integer[] totals = new @Nullable Integer[4];
        boolean[] listed = new boolean[1];
        json.object("the report", field -> {
            switch (field) {
                case "tests" -> totals[0] = count(json);
                case "failures" -> totals[1] = count(json);
                case "errors" -> totals[2] = count(json);
                case "disabled" -> totals[3] = count(json);
                case "timestamp" -> sheet.started(TestSheet.moment(text(json)));
                case "testsuites" -> {
                    listed[0] = true;
                    json.array(field, this::suite);
                }
                default -> {
                    // time, name
                }
            }
        });
        if (!listed[0]) {
            throw json.wrong("The report has no list of test suites.");
        }
        sheet.declare(totals[0], totals[1], totals[2], totals[3]);
    }

    private void suite() {
        sheet.suite();
        json.object("a test suite", field -> {
            if (field.equals("testsuite")) {
                list(json, this::test);
            }
        });
    }

    private void test() {
        String[] words = {"", "", "", "", "", ""};
        boolean[] marks = new boolean[2];
        json.object("a test", field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "classname" -> words[1] = text(json);
                case "status" -> words[2] = text(json);
                case "result" -> words[3] = text(json);
                case "time" -> words[4] = text(json).replaceFirst("s\\z", "");
                case "failures" -> {
                    marks[0] = json.isArray();
                    message("failure", words);
                }
                case "skipped" -> {
                    marks[1] = json.isArray();
                    message("message", words);
                }
                default -> {
                    // where it stands
                }
            }
        });
        var result = new CaseResult(words[1], words[0]).took(words[4].isEmpty() ? null : words[4]);
        if (marks[0]) {
            result.became(State.FAILED, words[5]);
        } else if (marks[1]
                || words[2].equals("NOTRUN")
                || words[3].equals("SKIPPED")
                || words[3].equals("SUPPRESSED")) {
            result.became(State.SKIPPED, words[5]);
        }
        sheet.add(result);
    }

    private void message(String name, String[] words) {
        list(
                json,
                () -> object(json, field -> {
                    if (field.equals(name) && words[5].isEmpty()) {
                        words[5] = text(json);
                    }
                }));
    }
}
