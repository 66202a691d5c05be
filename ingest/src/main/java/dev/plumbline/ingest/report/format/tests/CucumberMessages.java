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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// [Cucumber's messages](https://github.com/cucumber/messages), an envelope a line. A pickle is a test; the status of
/// an attempt is the worst of its steps. What will be retried is a repetition, and a test that passes after
/// one is flaky. Undefined and pending scenarios fail, as in Cucumber's JSON.
final class CucumberMessages {
    private static final int OPEN = 100_000;
    private static final Set<String> ENVELOPES =
            Set.of("meta", "source", "gherkinDocument", "pickle", "testRunStarted", "testCase", "parseError", "hook");
    /// from the best to the worst
    private static final List<String> STATUSES =
            List.of("UNKNOWN", "PASSED", "SKIPPED", "PENDING", "UNDEFINED", "AMBIGUOUS", "FAILED");

    private final JsonCursor json;
    private final TestSheet sheet;
    /// pickle → its name and file
    private final Map<String, String[]> pickles = new HashMap<>();
    /// test case → pickle
    private final Map<String, String> cases = new HashMap<>();
    /// attempts that have begun
    private final Map<String, Attempt> open = new HashMap<>();
    private @Nullable String version;
    private boolean ended;

    private CucumberMessages(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "cucumber-messages",
                "cucumber",
                new FormatPage(
                        "Cucumber's message formatter: cucumber-jvm, cucumber-js, cucumber-ruby, Reqnroll",
                        "protocol 12 and later",
                        "scenarios by file with duration, message, repetitions, undefined and pending ones as failed; errors of parsing; whether the run ended",
                        "sources, steps, attachments",
                        "https://github.com/cucumber/messages"),
                CucumberMessages::look,
                (json, sheet) -> new CucumberMessages(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().size() == 1
                && ENVELOPES.containsAll(object.fields())
                && (head.has("\"protocolVersion\"")
                        || head.has("\"gherkinDocument\"")
                        || head.has("\"testRunStarted\""));
        return Looks.object(head, own, "its lines are envelopes such as meta, pickle and testCase, here they are not");
    }

    private @Nullable String read() {
        json.values("a line", () -> json.object("an envelope", this::message));
        open.values().stream()
                .sorted(Comparator.comparing(attempt -> attempt.id))
                .forEach(attempt -> sheet.add(attempt.result(pickle(attempt))
                        .became(State.ERRORED, "The messages end before the scenario does.")));
        if (!ended) {
            sheet.suiteError("The messages end before the run does.");
        }
        return version;
    }

    private void message(String kind) {
        switch (kind) {
            case "meta" ->
                object(json, field -> {
                    if (field.equals("implementation")) {
                        object(json, part -> version = part.equals("version") ? text(json) : version);
                    }
                });
            case "gherkinDocument" -> sheet.suite();
            case "pickle" -> {
                var words = texts("id", "name", "uri");
                room(pickles.size());
                pickles.put(
                        words.getOrDefault("id", ""),
                        new String[] {words.getOrDefault("name", ""), words.getOrDefault("uri", "")});
            }
            case "testCase" -> {
                var words = texts("id", "pickleId");
                room(cases.size());
                cases.put(words.getOrDefault("id", ""), words.getOrDefault("pickleId", ""));
            }
            case "testCaseStarted" -> started();
            case "testStepFinished" -> step();
            case "testCaseFinished" -> finished();
            case "parseError" ->
                sheet.suiteError(texts("message").getOrDefault("message", "A feature could not be parsed."));
            case "testRunFinished" -> ended = true;
            default -> {
                // sources, attachments, hooks, definitions of steps
            }
        }
    }

    private void room(int size) {
        if (size == OPEN) {
            throw json.wrong("The messages name more than " + OPEN + " scenarios.");
        }
    }

    private Map<String, String> texts(String... names) {
        var found = new HashMap<String, String>();
        var wanted = Set.of(names);
        object(json, field -> {
            if (wanted.contains(field) && json.isText()) {
                found.put(field, text(json));
            }
        });
        return found;
    }

    private void started() {
        var attempt = new Attempt();
        object(json, field -> {
            switch (field) {
                case "id" -> attempt.id = text(json);
                case "testCaseId" -> attempt.testCase = text(json);
                case "attempt" -> {
                    Integer number = count(json);
                    attempt.number = number == null ? 0 : number;
                }
                default -> {
                    // the moment, the worker
                }
            }
        });
        room(open.size());
        open.put(attempt.id, attempt);
    }

    private void step() {
        var of = new String[] {""};
        var result = new String[] {"", ""};
        double[] nanos = new double[1];
        object(json, field -> {
            switch (field) {
                case "testCaseStartedId" -> of[0] = text(json);
                case "testStepResult" ->
                    object(json, part -> {
                        switch (part) {
                            case "status" -> result[0] = text(json);
                            case "message" -> result[1] = text(json);
                            case "duration" ->
                                object(json, unit -> {
                                    Double amount = number(json);
                                    double more = amount == null || amount < 0 ? 0 : amount;
                                    nanos[0] += unit.equals("seconds") ? more * 1e9 : unit.equals("nanos") ? more : 0;
                                });
                            default -> {
                                // exceptions
                            }
                        }
                    });
                default -> {
                    // the step
                }
            }
        });
        Attempt attempt = open.get(of[0]);
        if (attempt != null) {
            attempt.take(result[0], result[1], nanos[0]);
        }
    }

    private void finished() {
        String[] of = {""};
        boolean[] retried = new boolean[1];
        object(json, field -> {
            switch (field) {
                case "testCaseStartedId" -> of[0] = text(json);
                case "willBeRetried" -> retried[0] = flag(json);
                default -> {
                    // the moment
                }
            }
        });
        Attempt attempt = open.remove(of[0]);
        if (attempt != null && !retried[0]) {
            sheet.add(attempt.result(pickle(attempt)));
        }
    }

    private String[] pickle(Attempt attempt) {
        return pickles.getOrDefault(cases.getOrDefault(attempt.testCase, ""), new String[] {"", ""});
    }

    /// One run of a scenario.
    private static final class Attempt {
        private String id = "";
        private String testCase = "";
        private int number;
        private int worst;
        private String message = "";
        private double nanos;

        private void take(String status, String why, double more) {
            worst = Math.max(worst, STATUSES.indexOf(status));
            message = message.isEmpty() ? why : message;
            nanos += more;
        }

        private CaseResult result(String[] pickle) {
            var result = new CaseResult(pickle[1], pickle[0]).tookMillis(nanos / 1e6);
            for (int again = 0; again < Math.min(number, 100); again++) {
                result.rerun();
            }
            return switch (STATUSES.get(worst)) {
                case "FAILED", "AMBIGUOUS", "UNDEFINED", "PENDING" -> result.became(State.FAILED, message);
                case "SKIPPED" -> result.became(State.SKIPPED, message);
                default -> number > 0 ? result.became(State.FLAKY, "passed when it was repeated") : result;
            };
        }
    }
}
