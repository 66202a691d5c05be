package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.object;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The lines of pytest-reportlog ([its source](https://github.com/pytest-dev/pytest-reportlog)): one for each phase of
/// a
/// test. A test failed in `call`, and broke where `setup` or `teardown` failed. A log without the end of the session is
/// of a run that was cut short.
final class PytestLogJson {
    private static final String TYPE = "$report_type";
    private static final int OPEN = 100_000;

    private final JsonCursor json;
    private final TestSheet sheet;
    private final Map<String, Phases> open = new HashMap<>();
    private @Nullable String version;
    private boolean ended;

    private PytestLogJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "pytest-reportlog-jsonl",
                "pytest",
                new FormatPage(
                        "pytest-reportlog",
                        "all",
                        "tests by file, durations, messages, failed collections, whether the session ended",
                        "keywords, sections of output, warnings",
                        "https://github.com/pytest-dev/pytest-reportlog#readme"),
                PytestLogJson::look,
                (json, sheet) -> new PytestLogJson(json, sheet).read());
    }

    private static Recognition look(Head head) {
        return head.shape() instanceof Shape.JsonObject object
                        && object.fields().contains(TYPE)
                ? Recognition.MATCH
                : Recognition.alike("its lines have the field " + TYPE + ", here they have not");
    }

    private @Nullable String read() {
        json.values("a line", this::line);
        open.forEach((node, phases) -> sheet.add(phases.result(node)));
        if (!ended) {
            sheet.suiteError("The log ends before the session does.");
        }
        return version;
    }

    private void line() {
        var words = new HashMap<String, String>();
        double[] seconds = new double[1];
        boolean[] expected = new boolean[1];
        json.object("a line", field -> {
            switch (field) {
                case "pytest_version" -> version = text(json);
                case "duration" -> {
                    Double took = number(json);
                    seconds[0] = took == null || took < 0 ? 0 : took;
                }
                case "longrepr" -> words.put(field, message());
                case "wasxfail" -> expected[0] = !json.isNull();
                case TYPE, "nodeid", "outcome", "when" -> words.put(field, text(json));
                default -> {
                    // keywords, sections
                }
            }
        });
        String node = words.getOrDefault("nodeid", "");
        String outcome = words.getOrDefault("outcome", "");
        String why = words.getOrDefault("longrepr", "");
        switch (words.getOrDefault(TYPE, "")) {
            case "SessionFinish" -> ended = true;
            case "CollectReport" -> {
                if (outcome.equals("failed")) {
                    sheet.suiteError(node + ": " + why);
                }
            }
            case "TestReport" -> {
                if (open.size() == OPEN) {
                    throw json.wrong("More than " + OPEN + " tests are begun and not ended.");
                }
                Phases phases = open.computeIfAbsent(node, _ -> new Phases());
                phases.take(
                        words.getOrDefault("when", ""),
                        expected[0] && outcome.equals("skipped") ? "xfailed" : outcome,
                        why);
                phases.seconds += seconds[0];
                if (words.getOrDefault("when", "").equals("teardown")) {
                    open.remove(node);
                    sheet.add(phases.result(node));
                }
            }
            default -> {
                // the start of the session, warnings
            }
        }
    }

    /// A text, the reason of a skip as the last item of a list, or an object with the crash.
    private String message() {
        String[] message = {""};
        if (json.isText()) {
            return text(json);
        }
        JsonTests.list(json, () -> message[0] = json.isText() ? text(json) : message[0]);
        object(json, field -> {
            if (field.equals("reprcrash")) {
                object(json, part -> {
                    if (part.equals("message")) {
                        message[0] = text(json);
                    }
                });
            }
        });
        return message[0];
    }

    /// What is known of a test that has begun.
    private static final class Phases {
        private String outcome = "passed";
        private String message = "";
        private double seconds;

        private void take(String when, String how, String why) {
            String now = how.equals("failed") && !when.equals("call") ? "error" : how;
            if (!now.equals("passed") && !outcome.equals("failed")) {
                outcome = now;
                message = why;
            }
        }

        private CaseResult result(String node) {
            return PytestJson.outcome(node, outcome, message).took(Double.toString(seconds));
        }
    }
}
