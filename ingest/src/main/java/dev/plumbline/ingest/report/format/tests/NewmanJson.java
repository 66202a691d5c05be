package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.count;
import static dev.plumbline.ingest.report.format.tests.JsonTests.flag;
import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// Newman's reporter `json` ([its summary](https://github.com/postmanlabs/newman#newmanrunevents)): an assertion of a
/// request is a test. A request that could not be sent is an error of the suite.
final class NewmanJson {
    private static final int ASSERTIONS = 10_000;

    private final JsonCursor json;
    private final TestSheet sheet;
    private boolean listed;
    private @Nullable Integer total;
    private @Nullable Integer failed;
    private @Nullable Integer pending;

    private NewmanJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "newman-json",
                "newman",
                new FormatPage(
                        "newman run --reporters json",
                        "4 and later",
                        "assertions by request with message, requests that could not be sent, declared totals",
                        "requests, responses, scripts, variables",
                        "https://github.com/postmanlabs/newman#reporters"),
                head -> {
                    Recognition look = Looks.fields(head, "collection");
                    return look instanceof Recognition.Match
                                    && !Looks.has(head, "\"run\"", "\"_postman_id\"", "getpostman.com")
                            ? Recognition.alike("it has the fields collection and run, here it has not")
                            : look;
                },
                (json, sheet) -> {
                    new NewmanJson(json, sheet).read();
                    json.end();
                    return null;
                });
    }

    private void read() {
        json.object("the report", field -> {
            if (field.equals("run")) {
                json.object(field, this::run);
            }
        });
        if (!listed) {
            throw json.wrong("The report has no run with executions.");
        }
    }

    private void run(String field) {
        switch (field) {
            case "executions" -> {
                listed = true;
                json.array(field, this::execution);
            }
            case "stats" ->
                object(json, name -> {
                    if (name.equals("assertions")) {
                        object(json, this::stat);
                        sheet.declare(total, failed, null, pending);
                    }
                });
            default -> {
                // transfers, failures once more
            }
        }
    }

    private void stat(String name) {
        switch (name) {
            case "total" -> total = count(json);
            case "failed" -> failed = count(json);
            case "pending" -> pending = count(json);
            default -> {
                // nothing else is known
            }
        }
    }

    private void execution() {
        sheet.suite();
        String[] words = {"", ""};
        var results = new ArrayList<Assertion>();
        json.object("an execution", field -> {
            switch (field) {
                case "item" ->
                    object(json, name -> {
                        if (name.equals("name")) {
                            words[0] = text(json);
                        }
                    });
                case "requestError" -> words[1] = error(words[1]);
                case "assertions" ->
                    list(json, () -> {
                        if (results.size() == ASSERTIONS) {
                            throw json.wrong("A request has more than " + ASSERTIONS + " assertions.");
                        }
                        results.add(assertion());
                    });
                default -> {
                    // requests, responses
                }
            }
        });
        if (!words[1].isEmpty()) {
            sheet.suiteError(words[0] + ": " + words[1]);
        }
        results.forEach(assertion -> sheet.add(assertion.result(words[0])));
    }

    private String error(String otherwise) {
        String[] message = {otherwise};
        object(json, field -> {
            if (field.equals("message") || field.equals("code") && message[0].isEmpty()) {
                message[0] = text(json);
            }
        });
        return message[0];
    }

    private Assertion assertion() {
        String[] words = {"", ""};
        boolean[] marks = new boolean[2];
        json.object("an assertion", field -> {
            switch (field) {
                case "assertion" -> words[0] = text(json);
                case "skipped" -> marks[0] = flag(json);
                case "error" -> {
                    marks[1] = !json.isNull();
                    words[1] = error("");
                }
                default -> {
                    // nothing else is known
                }
            }
        });
        return new Assertion(words[0], marks[0], marks[1], words[1]);
    }

    private record Assertion(String name, boolean skipped, boolean failed, String message) {
        CaseResult result(String group) {
            var result = new CaseResult(group, name);
            if (failed) {
                return result.became(State.FAILED, message);
            }
            return skipped ? result.became(State.SKIPPED, "") : result;
        }
    }
}
