package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.flag;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// JSON of runners of platforms: Salesforce's Apex, Unreal Engine, Grafana k6.
final class RunnerJson {
    private RunnerJson() {}

    static List<JsonTests> all() {
        return List.of(apex(), unreal(), k6());
    }

    /// The result of `sf apex run test`, alone or inside of the answer of the command line.
    private static JsonTests apex() {
        return new JsonTests(
                "apex-json",
                "apex",
                new FormatPage(
                        "sf apex run test, sfdx force:apex:test:run --result-format json",
                        "all",
                        "tests by class with duration and message, declared totals",
                        "coverage, stack traces, ids",
                        "https://developer.salesforce.com/docs/atlas.en-us.sfdx_cli_reference.meta/sfdx_cli_reference/cli_reference_apex_commands_unified.htm"),
                RunnerJson::looksLikeApex,
                (json, sheet) -> {
                    boolean[] listed = new boolean[1];
                    json.object("the report", field -> apex(json, field, sheet, listed));
                    json.end();
                    if (!listed[0]) {
                        throw json.wrong("The report has no list of tests.");
                    }
                    return null;
                });
    }

    private static Recognition looksLikeApex(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && (object.fields().contains("summary") || object.fields().contains("result"))
                && Looks.has(head, "\"testsRan\"");
        return Looks.object(head, own, "it has a summary with testsRan, here there is none");
    }

    private static void apex(JsonCursor json, String field, TestSheet sheet, boolean[] listed) {
        switch (field) {
            case "result" -> json.object(field, part -> apex(json, part, sheet, listed));
            case "summary" -> {
                @Nullable Integer[] totals = new @Nullable Integer[3];
                json.object(field, name -> {
                    switch (name) {
                        case "testsRan" -> totals[0] = count(json);
                        case "failing" -> totals[1] = count(json);
                        case "skipped" -> totals[2] = count(json);
                        case "testStartTime" -> sheet.started(TestSheet.moment(text(json)));
                        default -> {
                            // rates, the organisation
                        }
                    }
                });
                sheet.declare(totals[0], totals[1], null, totals[2]);
            }
            case "tests" -> {
                listed[0] = true;
                json.array(field, () -> apexTest(json, sheet));
            }
            default -> {
                // the exit code, coverage
            }
        }
    }

    private static void apexTest(JsonCursor json, TestSheet sheet) {
        String[] words = {"", "", "", ""};
        @Nullable Double[] millis = new @Nullable Double[1];
        json.object("a test", field -> {
            switch (field) {
                case "MethodName" -> words[0] = text(json);
                case "Outcome" -> words[1] = text(json);
                case "Message" -> words[2] = text(json);
                case "RunTime" -> millis[0] = number(json);
                case "ApexClass" ->
                    object(json, part -> {
                        if (part.equals("Name")) {
                            words[3] = text(json);
                        }
                    });
                default -> {
                    // ids, the stack
                }
            }
        });
        var result = new CaseResult(words[3], words[0]).tookMillis(millis[0]);
        switch (words[1]) {
            case "Pass" -> {
                // passed
            }
            case "Skip" -> result.became(State.SKIPPED, words[2]);
            case "Fail" -> result.became(State.FAILED, words[2]);
            default -> result.became(State.ERRORED, words[2]);
        }
        sheet.add(result);
    }

    /// Unreal's AutomationControllerManager: index.json beside its page. What did not run is skipped; what
    /// is in process did not come to its end.
    private static JsonTests unreal() {
        return new JsonTests(
                "unreal-json",
                "unreal",
                new FormatPage(
                        "Unreal Engine's automation tests, -ReportExportPath",
                        "4 and 5",
                        "tests by path with duration and first error, declared totals",
                        "devices, artifacts, comparisons of screenshots",
                        "https://dev.epicgames.com/documentation/en-us/unreal-engine/run-automation-tests-in-unreal-engine"),
                head -> Looks.fields(head, "succeeded", "succeededWithWarnings", "notRun"),
                (json, sheet) -> {
                    int[] totals = new int[5];
                    json.object("the report", field -> {
                        switch (field) {
                            case "succeeded" -> totals[0] = orZero(count(json));
                            case "succeededWithWarnings" -> totals[1] = orZero(count(json));
                            case "failed" -> totals[2] = orZero(count(json));
                            case "notRun" -> totals[3] = orZero(count(json));
                            case "inProcess" -> totals[4] = orZero(count(json));
                            case "tests" -> json.array(field, () -> unrealTest(json, sheet));
                            default -> {
                                // devices
                            }
                        }
                    });
                    json.end();
                    long tests = 0;
                    for (int total : totals) {
                        tests += total;
                    }
                    sheet.declare((int) Math.min(Integer.MAX_VALUE, tests), totals[2], totals[4], totals[3]);
                    return null;
                });
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private static void unrealTest(JsonCursor json, TestSheet sheet) {
        String[] words = {"", "", "", ""};
        @Nullable Double[] seconds = new @Nullable Double[1];
        json.object("a test", field -> {
            switch (field) {
                case "testDisplayName" -> words[0] = text(json);
                case "fullTestPath" -> words[1] = text(json);
                case "state" -> words[2] = text(json);
                case "duration" -> seconds[0] = number(json);
                case "entries" ->
                    JsonTests.list(json, () -> {
                        String error = unrealError(json);
                        words[3] = words[3].isEmpty() ? error : words[3];
                    });
                default -> {
                    // devices, counts of messages
                }
            }
        });
        String group = words[1].endsWith("." + words[0])
                ? words[1].substring(0, words[1].length() - words[0].length() - 1)
                : words[1];
        var result = new CaseResult(group, words[0]).tookMillis(seconds[0] == null ? null : seconds[0] * 1_000);
        switch (words[2]) {
            case "Success" -> {
                // passed, with warnings or without
            }
            case "Fail" -> result.became(State.FAILED, words[3]);
            case "NotRun", "Skipped" -> result.became(State.SKIPPED, words[3]);
            default -> result.became(State.ERRORED, "The test did not come to its end.");
        }
        sheet.add(result);
    }

    /// {@return the message of an entry that is an error, else nothing}
    private static String unrealError(JsonCursor json) {
        String[] words = {"", ""};
        object(json, field -> {
            if (field.equals("event")) {
                object(json, part -> {
                    switch (part) {
                        case "type" -> words[0] = text(json);
                        case "message" -> words[1] = text(json);
                        default -> {
                            // context
                        }
                    }
                });
            }
        });
        return words[0].equals("Error") ? words[1] : "";
    }

    /// k6's summary, of `--summary-export` and as `handleSummary` gets it. A check is a test, failed where
    /// it ever was; so is a threshold. `--summary-export` says of a threshold whether it was crossed, the
    /// other form whether it is ok.
    private static JsonTests k6() {
        return new JsonTests(
                "k6-summary-json",
                "k6",
                new FormatPage(
                        "k6 run --summary-export, handleSummary",
                        "0.26 and later",
                        "checks by group and thresholds by metric, each as a test",
                        "values of metrics, options",
                        "https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/"),
                head -> {
                    boolean own = head.shape() instanceof Shape.JsonObject object
                            && (object.fields().contains("root_group")
                                    || object.fields().contains("metrics")
                                            && Looks.has(head, "\"root_group\"", "\"iteration_duration\""));
                    return Looks.object(head, own, "it has metrics and a root_group, here it has not");
                },
                (json, sheet) -> {
                    json.object("the summary", field -> {
                        switch (field) {
                            case "root_group" -> k6Group(json, sheet);
                            case "metrics" ->
                                json.object(
                                        field,
                                        metric -> object(json, part -> {
                                            if (part.equals("thresholds")) {
                                                object(json, threshold -> k6Threshold(json, metric, threshold, sheet));
                                            }
                                        }));
                            default -> {
                                // options, state
                            }
                        }
                    });
                    json.end();
                    return null;
                });
    }

    /// Groups and checks are lists, or objects by their names.
    private static void k6Group(JsonCursor json, TestSheet sheet) {
        sheet.suite();
        object(json, field -> {
            switch (field) {
                case "groups" -> {
                    JsonTests.list(json, () -> k6Group(json, sheet));
                    object(json, _ -> k6Group(json, sheet));
                }
                case "checks" -> {
                    JsonTests.list(json, () -> k6Check(json, sheet));
                    object(json, _ -> k6Check(json, sheet));
                }
                default -> {
                    // name, path, id
                }
            }
        });
    }

    private static void k6Check(JsonCursor json, TestSheet sheet) {
        String[] words = {"", ""};
        @Nullable Integer[] counts = new @Nullable Integer[2];
        object(json, field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "path" -> words[1] = text(json);
                case "passes" -> counts[0] = count(json);
                case "fails" -> counts[1] = count(json);
                default -> {
                    // id
                }
            }
        });
        int above = words[1].length() - words[0].length() - "::".length();
        String group = above > 0 && words[1].endsWith("::" + words[0]) ? words[1].substring(0, above) : "";
        var result = new CaseResult(group, words[0]);
        int fails = orZero(counts[1]);
        if (fails > 0) {
            result.became(State.FAILED, "failed " + fails + " times, passed " + orZero(counts[0]) + " times");
        }
        sheet.add(result);
    }

    private static void k6Threshold(JsonCursor json, String metric, String threshold, TestSheet sheet) {
        boolean[] crossed = new boolean[1];
        if (json.isObject()) {
            object(json, field -> {
                if (field.equals("ok")) {
                    crossed[0] = !flag(json);
                }
            });
        } else {
            crossed[0] = flag(json);
        }
        var result = new CaseResult("threshold " + metric, threshold);
        if (crossed[0]) {
            result.became(State.FAILED, metric + " is not " + threshold);
        }
        sheet.add(result);
    }
}
