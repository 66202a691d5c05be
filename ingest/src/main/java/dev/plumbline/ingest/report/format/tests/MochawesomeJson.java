package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.flag;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import org.jspecify.annotations.Nullable;

/// Mochawesome's mochawesome.json, also merged by `mochawesome-merge` ([its
/// source](https://github.com/adamgruber/mochawesome/blob/master/src/mochawesome.js)). A test that Mocha left out
/// because
/// a hook failed is skipped; the hook itself is an error of the suite.
final class MochawesomeJson {
    private final JsonCursor json;
    private final TestSheet sheet;

    private MochawesomeJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "mochawesome-json",
                "mocha",
                new FormatPage(
                        "Mochawesome, for Mocha and Cypress",
                        "2 and later",
                        "tests by suite with duration and message, failed hooks, declared totals",
                        "code, context, configuration of the report",
                        "https://github.com/adamgruber/mochawesome#readme"),
                head -> Looks.fields(head, "stats", "results"),
                (json, sheet) -> {
                    new MochawesomeJson(json, sheet).read();
                    json.end();
                    return null;
                });
    }

    private void read() {
        @Nullable Integer[] totals = new @Nullable Integer[4];
        boolean[] listed = new boolean[1];
        json.object("the report", field -> {
            switch (field) {
                case "stats" ->
                    object(json, name -> {
                        switch (name) {
                            case "testsRegistered" -> totals[0] = count(json);
                            case "failures" -> totals[1] = count(json);
                            case "pending" -> totals[2] = count(json);
                            case "skipped" -> totals[3] = count(json);
                            case "start" -> sheet.started(TestSheet.moment(text(json)));
                            case "end" -> sheet.finished(TestSheet.moment(text(json)));
                            default -> {
                                // passes, percentages
                            }
                        }
                    });
                case "results" -> {
                    listed[0] = true;
                    json.array(field, () -> suite(""));
                }
                default -> {
                    // versions of the report
                }
            }
        });
        if (!listed[0]) {
            throw json.wrong("The report has no list of results.");
        }
        long skipped = (totals[2] == null ? 0L : totals[2]) + (totals[3] == null ? 0L : totals[3]);
        sheet.declare(totals[0], totals[1], null, (int) Math.min(Integer.MAX_VALUE, skipped));
    }

    private void suite(String path) {
        sheet.suite();
        String[] here = {path};
        json.object("a suite", field -> {
            switch (field) {
                case "title" -> {
                    String title = text(json);
                    here[0] = path.isEmpty() || title.isEmpty() ? path + title : path + " › " + title;
                }
                case "tests" -> list(json, () -> test(here[0], false));
                case "beforeHooks", "afterHooks" -> list(json, () -> test(here[0], true));
                case "suites" -> list(json, () -> suite(here[0]));
                default -> {
                    // files, lists of ids
                }
            }
        });
    }

    private void test(String group, boolean hook) {
        String[] words = {"", ""};
        @Nullable Double[] millis = new @Nullable Double[1];
        boolean[] marks = new boolean[3];
        json.object("a test", field -> {
            switch (field) {
                case "title" -> words[0] = text(json);
                case "duration" -> millis[0] = number(json);
                case "fail" -> marks[0] = flag(json);
                case "pending" -> marks[1] = flag(json);
                case "skipped" -> marks[2] = flag(json);
                case "err" ->
                    object(json, part -> {
                        if (part.equals("message")) {
                            words[1] = text(json);
                        }
                    });
                default -> {
                    // code, context
                }
            }
        });
        if (hook) {
            if (marks[0]) {
                sheet.suiteError(words[0] + ": " + words[1]);
            }
            return;
        }
        var result = new CaseResult(group, words[0]).tookMillis(millis[0]);
        if (marks[0]) {
            result.became(State.FAILED, words[1]);
        } else if (marks[1] || marks[2]) {
            result.became(State.SKIPPED, "");
        }
        sheet.add(result);
    }
}
