package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.format.tests.JsonTests.list;
import static dev.plumbline.ingest.report.format.tests.JsonTests.number;
import static dev.plumbline.ingest.report.format.tests.JsonTests.text;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.TestCase.State;
import org.jspecify.annotations.Nullable;

/// `xcrun xcresulttool get test-results tests` (its own `--schema`): a tree of nodes. An expected failure is skipped. A
/// case that was repeated has a node for each repetition inside of it.
final class XcresultJson {
    private final JsonCursor json;
    private final TestSheet sheet;

    private XcresultJson(JsonCursor json, TestSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static JsonTests dialect() {
        return new JsonTests(
                "xcresult-json",
                "xctest",
                new FormatPage(
                        "xcrun xcresulttool get test-results tests",
                        "Xcode 16 and later",
                        "test cases by suite with duration and message, repetitions",
                        "devices, configurations, attachments",
                        "https://developer.apple.com/documentation/xcode-release-notes/xcode-16-release-notes"),
                head -> Looks.fields(head, "testNodes"),
                (json, sheet) -> {
                    new XcresultJson(json, sheet).read();
                    json.end();
                    return null;
                });
    }

    private void read() {
        json.object("the report", field -> {
            if (field.equals("testNodes")) {
                json.array(field, () -> node("", null));
            }
        });
    }

    /// A node's name and kind may stand behind the nodes inside of it: what these are is then known from their own
    /// kind.
    ///
    /// @param around the test case inside of which the node lies
    private void node(String path, @Nullable Tried around) {
        String[] words = {"", "", "", "", ""};
        var tried = new Tried();
        json.object("a node", field -> {
            switch (field) {
                case "name" -> words[0] = text(json);
                case "nodeType" -> words[1] = text(json);
                case "result" -> words[2] = text(json);
                case "nodeIdentifier" -> words[3] = text(json);
                case "durationInSeconds" -> tried.seconds = number(json);
                case "children" -> list(json, () -> node(path.isEmpty() ? words[0] : path + "/" + words[0], tried));
                default -> {
                    // tags, details
                }
            }
        });
        switch (words[1]) {
            case "Test Case" ->
                sheet.add(tried.result(words[3].isEmpty() ? path : group(words[3]), words[0], words[2]));
            case "Test Suite" -> sheet.suite();
            case "Repetition" -> {
                if (around != null) {
                    around.attempts++;
                    around.passed |= words[2].equals("Passed");
                    around.failed |= words[2].equals("Failed");
                }
            }
            default -> {
                // plans, bundles, devices, messages
            }
        }
        if (around != null && around.message.isEmpty()) {
            around.message = words[1].equals("Failure Message") ? words[0] : tried.message;
        }
    }

    private static String group(String identifier) {
        int slash = identifier.lastIndexOf('/');
        return slash < 0 ? "" : identifier.substring(0, slash);
    }

    /// What lies inside of a node.
    private static final class Tried {
        private @Nullable Double seconds;
        private String message = "";
        private int attempts;
        private boolean passed;
        private boolean failed;

        private CaseResult result(String group, String name, String outcome) {
            var result = new CaseResult(group, name).took(seconds == null ? null : Double.toString(seconds));
            for (int again = 1; again < Math.min(attempts, 100); again++) {
                result.rerun();
            }
            switch (outcome) {
                case "Passed" -> {
                    if (passed && failed) {
                        result.became(State.FLAKY, message);
                    }
                }
                case "Skipped", "Expected Failure" -> result.became(State.SKIPPED, message);
                case "Failed" -> result.became(State.FAILED, message);
                default -> result.became(State.ERRORED, message);
            }
            return result;
        }
    }
}
