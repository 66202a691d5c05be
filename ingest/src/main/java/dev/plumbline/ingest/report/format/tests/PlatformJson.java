package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.flag;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JSON of TestCafe, of Allure's results and of OPA's tests.
final class PlatformJson {
    private static final double NANOS_PER_MILLI = 1_000_000;

    private PlatformJson() {}

    static List<JsonTests> all() {
        return List.of(testCafe(), allure(), opa());
    }

    /// testcafe-reporter-json's src/index.js. A test that passed only when repeated is unstable.
    private static JsonTests testCafe() {
        return new JsonTests(
                "testcafe-json",
                "testcafe",
                new FormatPage(
                        "TestCafe --reporter json",
                        "1 and later",
                        "tests by fixture with duration and error, unstable ones as flaky, declared totals",
                        "browsers, screenshots, warnings",
                        "https://github.com/DevExpress/testcafe-reporter-json#readme"),
                head -> Looks.fields(head, "fixtures", "total", "passed"),
                (json, sheet) -> {
                    testCafe(json, sheet);
                    json.end();
                    return null;
                });
    }

    private static void testCafe(JsonCursor json, TestSheet sheet) {
        @Nullable Integer[] totals = new @Nullable Integer[3];
        json.object("the report", field -> {
            switch (field) {
                case "startTime" -> sheet.started(TestSheet.moment(text(json)));
                case "endTime" -> sheet.finished(TestSheet.moment(text(json)));
                case "total" -> totals[0] = count(json);
                case "passed" -> totals[1] = count(json);
                case "skipped" -> totals[2] = count(json);
                case "fixtures" -> json.array(field, () -> fixture(json, sheet));
                default -> {
                    // browsers, warnings
                }
            }
        });
        if (totals[0] != null && totals[1] != null) {
            int skipped = totals[2] == null ? 0 : totals[2];
            sheet.declare(totals[0], Math.max(0, totals[0] - totals[1] - skipped), null, skipped);
        }
    }

    private static void fixture(JsonCursor json, TestSheet sheet) {
        String[] name = {""};
        sheet.suite();
        object(json, field -> {
            switch (field) {
                case "name" -> name[0] = text(json);
                case "tests" -> list(json, () -> testCafeTest(json, name[0], sheet));
                default -> {
                    // path, meta
                }
            }
        });
    }

    private static void testCafeTest(JsonCursor json, String fixture, TestSheet sheet) {
        String[] words = {"", ""};
        @Nullable Double[] millis = new @Nullable Double[1];
        boolean[] marks = new boolean[3];
        object(json, field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "durationMs" -> millis[0] = number(json);
                case "unstable" -> marks[0] = flag(json);
                case "skipped" -> marks[1] = flag(json);
                case "errs" ->
                    list(json, () -> {
                        words[1] = marks[2] ? words[1] : text(json);
                        marks[2] = true;
                    });
                default -> {
                    // meta, screenshots
                }
            }
        });
        var result = new CaseResult(fixture, words[0]).tookMillis(millis[0]);
        if (marks[2]) {
            result.became(State.FAILED, words[1]);
        } else if (marks[1]) {
            result.became(State.SKIPPED, "");
        } else if (marks[0]) {
            result.flaky("unstable");
        }
        sheet.add(result);
    }

    /// Allure's *-result.json: one test. «broken» is a test that did not reach its verdict. allure-pytest
    /// leaves out the stage.
    private static JsonTests allure() {
        return new JsonTests(
                "allure-json",
                "allure",
                new FormatPage(
                        "Allure's adapters: allure-results/*-result.json",
                        "2 and 3",
                        "one test with status, duration and message",
                        "steps, attachments, labels, parameters",
                        "https://allurereport.org/docs/how-it-works-test-result-file/"),
                head -> Looks.fields(head, "uuid", "status", "name", "stage") instanceof Recognition.Match
                        ? Recognition.MATCH
                        : Looks.fields(head, "uuid", "status", "name", "historyId"),
                (json, sheet) -> {
                    allure(json, sheet);
                    json.end();
                    return null;
                });
    }

    private static void allure(JsonCursor json, TestSheet sheet) {
        String[] words = {"", "", "", ""};
        @Nullable Double[] times = new @Nullable Double[2];
        object(json, field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "fullName" -> words[1] = text(json);
                case "status" -> words[2] = text(json);
                case "start" -> times[0] = number(json);
                case "stop" -> times[1] = number(json);
                case "statusDetails" ->
                    object(json, part -> {
                        if (part.equals("message")) {
                            words[3] = text(json);
                        }
                    });
                default -> {
                    // steps, attachments
                }
            }
        });
        Double start = times[0];
        Double stop = times[1];
        var result = new CaseResult("", words[1].isEmpty() ? words[0] : words[1])
                .tookMillis(start == null || stop == null ? null : Double.valueOf(stop - start));
        switch (words[2]) {
            case "passed" -> {
                // nothing more is to be said
            }
            case "failed" -> result.became(State.FAILED, words[3]);
            case "skipped" -> result.became(State.SKIPPED, words[3]);
            case "broken" -> result.became(State.ERRORED, words[3]);
            default -> result.became(State.ERRORED, "The status is not known.");
        }
        sheet.add(result);
    }

    /// OPA's tester/runner.go, `opa test --format=json`: durations in nanoseconds.
    private static JsonTests opa() {
        return new JsonTests(
                "opa-test-json",
                "opa",
                new FormatPage(
                        "opa test --format=json",
                        "all",
                        "tests by package with duration, failures, errors",
                        "traces, places, output",
                        "https://www.openpolicyagent.org/docs/policy-testing"),
                head -> head.shape() instanceof Shape.JsonArray array
                                && array.itemFields().containsAll(Set.of("package", "name", "duration", "location"))
                        ? Recognition.MATCH
                        : Recognition.alike(
                                "its entries have the fields package, name, duration and location, here they have not"),
                (json, sheet) -> {
                    json.array("the report", () -> opaTest(json, sheet));
                    json.end();
                    return null;
                });
    }

    private static void opaTest(JsonCursor json, TestSheet sheet) {
        String[] words = {"", "", ""};
        @Nullable Double[] nanos = new @Nullable Double[1];
        boolean[] marks = new boolean[3];
        object(json, field -> {
            switch (field) {
                case "package" -> words[0] = text(json);
                case "name" -> words[1] = text(json);
                case "duration" -> nanos[0] = number(json);
                case "fail" -> marks[0] = flag(json);
                case "skip" -> marks[1] = flag(json);
                case "error" -> {
                    marks[2] = !json.isNull();
                    object(json, part -> {
                        if (part.equals("message")) {
                            words[2] = text(json);
                        }
                    });
                }
                default -> {
                    // traces, places
                }
            }
        });
        Double took = nanos[0];
        var result = new CaseResult(words[0], words[1])
                .tookMillis(took == null ? null : Double.valueOf(took / NANOS_PER_MILLI));
        if (marks[2]) {
            result.became(State.ERRORED, words[2]);
        } else if (marks[0]) {
            result.became(State.FAILED, "");
        } else if (marks[1]) {
            result.became(State.SKIPPED, "");
        }
        sheet.add(result);
    }
}
