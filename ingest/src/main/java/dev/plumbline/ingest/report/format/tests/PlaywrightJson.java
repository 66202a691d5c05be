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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Playwright's reporter `json` ([its
/// types](https://github.com/microsoft/playwright/blob/main/packages/playwright/types/testReporter.d.ts), JSONReport).
/// A
/// test is one specification in one project; `status` says how it ended after all its attempts: expected, unexpected,
/// flaky, skipped.
final class PlaywrightJson {
    private final JsonCursor json;
    private final TestSheet sheet;

    private PlaywrightJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "playwright-json",
                "playwright",
                new FormatPage(
                        "Playwright Test --reporter=json",
                        "1.12 and later",
                        "tests by file, group and project, durations, repetitions, errors outside of tests, declared totals",
                        "steps, attachments, annotations, configuration",
                        "https://playwright.dev/docs/test-reporters#json-reporter"),
                head -> Looks.fields(head, "config", "suites"),
                (json, sheet) -> {
                    String version = new PlaywrightJson(json, sheet).read();
                    json.end();
                    return version;
                });
    }

    private @Nullable String read() {
        @Nullable String[] version = new @Nullable String[1];
        @Nullable Integer[] totals = new @Nullable Integer[4];
        boolean[] listed = new boolean[1];
        json.object("the report", field -> {
            switch (field) {
                case "config" ->
                    object(json, name -> {
                        if (name.equals("version")) {
                            version[0] = text(json);
                        }
                    });
                case "suites" -> {
                    listed[0] = true;
                    json.array(field, () -> suite(""));
                }
                case "errors" -> list(json, this::error);
                case "stats" -> object(json, name -> stat(name, totals));
                default -> {
                    // nothing else is known
                }
            }
        });
        if (!listed[0]) {
            throw json.wrong("The report has no list of suites.");
        }
        if (totals[0] != null && totals[1] != null && totals[2] != null && totals[3] != null) {
            long all = (long) totals[0] + totals[1] + totals[2] + totals[3];
            sheet.declare((int) Math.min(Integer.MAX_VALUE, all), totals[2], null, totals[1]);
        }
        return version[0];
    }

    private void stat(String name, @Nullable Integer[] totals) {
        switch (name) {
            case "expected" -> totals[0] = count(json);
            case "skipped" -> totals[1] = count(json);
            case "unexpected" -> totals[2] = count(json);
            case "flaky" -> totals[3] = count(json);
            case "startTime" -> sheet.started(TestSheet.moment(text(json)));
            default -> {
                // duration
            }
        }
    }

    private void error() {
        object(json, field -> {
            if (field.equals("message")) {
                sheet.suiteError(text(json));
            }
        });
    }

    /// The title stands before what is in the suite.
    private void suite(String path) {
        sheet.suite();
        String[] here = {path};
        json.object("a suite", field -> {
            switch (field) {
                case "title" -> here[0] = path.isEmpty() ? text(json) : path + " › " + text(json);
                case "suites" -> list(json, () -> suite(here[0]));
                case "specs" -> list(json, () -> specification(here[0]));
                default -> {
                    // places
                }
            }
        });
    }

    private void specification(String group) {
        String[] title = {""};
        var results = new ArrayList<Attempted>();
        json.object("a specification", field -> {
            switch (field) {
                case "title" -> title[0] = text(json);
                case "tests" ->
                    list(json, () -> {
                        if (results.size() < 1_000) {
                            results.add(test());
                        }
                    });
                default -> {
                    // tags, places
                }
            }
        });
        results.forEach(test -> sheet.add(test.result(group, title[0])));
    }

    private Attempted test() {
        String[] words = {"", "", ""};
        var messages = new ArrayList<String>();
        double[] millis = new double[1];
        int[] attempts = new int[1];
        json.object("a test", field -> {
            switch (field) {
                case "projectName" -> words[0] = text(json);
                case "status" -> words[1] = text(json);
                case "results" ->
                    list(json, () -> {
                        attempts[0]++;
                        attempt(messages, millis);
                    });
                default -> {
                    // time-outs, annotations
                }
            }
        });
        return new Attempted(words[0], words[1], attempts[0], millis[0], messages);
    }

    private void attempt(List<String> messages, double[] millis) {
        object(json, field -> {
            switch (field) {
                case "duration" -> {
                    Double took = number(json);
                    millis[0] = took == null ? millis[0] : took;
                }
                case "error" ->
                    object(json, part -> {
                        if (part.equals("message") && messages.isEmpty()) {
                            messages.add(text(json));
                        }
                    });
                default -> {
                    // steps, output
                }
            }
        });
    }

    /// @param millis of the last attempt
    private record Attempted(String project, String status, int attempts, double millis, List<String> messages) {
        CaseResult result(String group, String title) {
            var result =
                    new CaseResult(group, project.isEmpty() ? title : title + " [" + project + "]").tookMillis(millis);
            for (int again = 1; again < Math.min(attempts, 100); again++) {
                result.rerun();
            }
            String message = messages.isEmpty() ? "" : messages.getFirst();
            switch (status) {
                case "unexpected" -> result.became(State.FAILED, message);
                case "skipped" -> result.became(State.SKIPPED, message);
                case "flaky" -> result.became(State.FLAKY, message);
                default -> {
                    // expected
                }
            }
            return result;
        }
    }
}
