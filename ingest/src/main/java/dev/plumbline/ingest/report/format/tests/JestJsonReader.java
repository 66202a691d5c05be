package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// `jest --json`, also written by Vitest's json reporter (definition: [Jest's
/// FormattedTestResults](https://github.com/jestjs/jest/blob/main/packages/jest-test-result/src/types.ts)). pending,
/// skipped, disabled and todo → skipped. A file that failed without an assertion, as one that does not
/// compile, is an error of the suite. A test that passed after several invocations is flaky.
final class JestJsonReader implements TestsReader {
    @Override
    public Format format() {
        return new Format("jest-json");
    }

    @Override
    public String title() {
        return "a Jest JSON report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Jest, Vitest",
                "Jest 20 and later, Vitest 0.30 and later",
                "tests by file, durations, failures, repetitions, declared totals",
                "coverage maps, snapshots, open handles",
                "https://github.com/jestjs/jest/blob/main/packages/jest-test-result/src/types.ts");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.fields(head, "numTotalTests", "testResults");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        @Nullable Integer[] totals = new @Nullable Integer[4];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the report", name -> {
                switch (name) {
                    case "numTotalTests" -> totals[0] = json.whole(name);
                    case "numFailedTests" -> totals[1] = json.whole(name);
                    case "numPendingTests", "numTodoTests" -> totals[3] = sum(totals[3], json.whole(name));
                    case "startTime" -> sheet.started(moment(json.number(name)));
                    case "testResults" -> json.array(name, () -> new TestFile(json, sheet).read());
                    default -> {
                        // other totals
                    }
                }
            });
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        sheet.declare(totals[0], totals[1], null, totals[3]);
        return sheet.reading(this, input, tool(input, "jest", null));
    }

    private static Integer sum(@Nullable Integer a, @Nullable Integer b) {
        return (a == null ? 0 : a) + (b == null ? 0 : b);
    }

    private static @Nullable Instant moment(@Nullable Double millis) {
        return millis == null || millis < 0 || millis > 1e15 ? null : Instant.ofEpochMilli(millis.longValue());
    }

    /// One file of tests. Where it failed and none of its tests did, something around them is broken: the
    /// file itself, or in Vitest a hook, which leaves the tests skipped. Its name may stand behind its
    /// tests; these are then kept by their own names.
    private static final class TestFile {
        private final JsonCursor json;
        private final TestSheet sheet;
        private String name = "";
        private String status = "";
        private String message = "";
        private int failed;

        private TestFile(JsonCursor json, TestSheet sheet) {
            this.json = json;
            this.sheet = sheet;
        }

        private void read() {
            sheet.suite();
            json.object("a test file", field -> {
                switch (field) {
                    case "name" -> name = text(field);
                    case "status" -> status = text(field);
                    case "message", "failureMessage" -> message = text(field);
                    case "assertionResults" ->
                        json.array(field, () -> {
                            failed += new Assertion(json).read(sheet) == State.FAILED ? 1 : 0;
                        });
                    default -> {
                        // times, summary
                    }
                }
            });
            if (failed == 0 && status.equals("failed")) {
                sheet.suiteError(name + ": " + message);
            }
        }

        private String text(String field) {
            String text = json.text(field, MESSAGE_CHARS);
            return text == null ? "" : text;
        }
    }

    /// One test.
    private static final class Assertion {
        private final JsonCursor json;
        private final StringBuilder group = new StringBuilder();
        private String title = "";
        private String status = "";
        private String message = "";
        private @Nullable Double millis;
        private int invocations = 1;

        private Assertion(JsonCursor json) {
            this.json = json;
        }

        private @Nullable State read(TestSheet sheet) {
            json.object("a test", this::field);
            var result = new CaseResult(group.toString(), title).tookMillis(millis);
            for (int again = 1; again < Math.min(invocations, 100); again++) {
                result.rerun();
            }
            switch (status) {
                case "passed" -> {
                    if (invocations > 1) {
                        result.became(State.FLAKY, message);
                    }
                }
                case "failed" -> result.became(State.FAILED, message);
                default -> result.became(State.SKIPPED, status);
            }
            sheet.add(result);
            return result.state();
        }

        private void field(String name) {
            switch (name) {
                case "ancestorTitles" ->
                    json.array(name, () -> {
                        String ancestor = json.text(name, MESSAGE_CHARS);
                        group.append(group.isEmpty() ? "" : " › ").append(ancestor == null ? "" : ancestor);
                    });
                case "title" -> title = Objects.requireNonNullElse(json.text(name, MESSAGE_CHARS), "");
                case "status" -> status = Objects.requireNonNullElse(json.text(name, 40), "");
                case "duration" -> millis = json.number(name);
                case "invocations" -> {
                    Integer count = json.whole(name);
                    invocations = count == null ? 1 : count;
                }
                case "failureMessages" ->
                    json.array(name, () -> {
                        String why = json.textOrNothing(MESSAGE_CHARS);
                        message = message.isEmpty() && why != null ? why : message;
                    });
                default -> {
                    // full name, position
                }
            }
        }
    }
}
