package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The events of Dart's and Flutter's json reporter, one a line (definition:
/// [json_reporter.md](https://github.com/dart-lang/test/blob/master/pkgs/test/doc/json_reporter.md), protocol 0.1). A
/// test counts when it is done and not hidden: the loading of a file is hidden as long as it succeeds.
/// failure → failed; error → error.
final class DartTestJsonReader implements TestsReader {
    @Override
    public Format format() {
        return new Format("dart-json");
    }

    @Override
    public String title() {
        return "the events of Dart's test reporter";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "dart test --reporter json, flutter test --machine",
                "protocol 0.1",
                "tests by suite, durations, failures and errors",
                "prints, groups, debug events",
                "https://github.com/dart-lang/test/blob/master/pkgs/test/doc/json_reporter.md");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonObject) && !(head.shape() instanceof Shape.JsonArray)) {
            return Recognition.apart("it is JSON");
        }
        return head.has("\"protocolVersion\"") && head.has("\"type\"")
                ? Recognition.MATCH
                : Recognition.alike("it begins with an event that has the field protocolVersion, here there is none");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        Pass pass;
        try (var json = Json.open(input.content(), allowance)) {
            pass = new Pass(json, sheet, allowance);
            json.values("the events", pass::event);
            pass.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "dart", pass.version));
    }

    /// A test that has begun.
    private static final class Begun {
        private String name = "";
        private int suite;
        private double began;
        private String error = "";
    }

    /// One pass through a file.
    private static final class Pass {
        private static final int BYTES_PER_TEST = 600;

        private final JsonCursor json;
        private final TestSheet sheet;
        private final Allowance allowance;
        private final Map<Integer, Begun> tests = new HashMap<>();
        private final Map<Integer, String> suites = new HashMap<>();
        private @Nullable String version;
        private boolean done;

        private Pass(JsonCursor json, TestSheet sheet, Allowance allowance) {
            this.json = json;
            this.sheet = sheet;
            this.allowance = allowance;
        }

        private void event() {
            if (!json.isObject()) {
                // flutter writes lists of its own events between the lines
                return;
            }
            var event = new Event();
            json.object("an event", name -> event.field(this, name));
            switch (event.type) {
                case "testStart" -> {
                    allowance.keep(BYTES_PER_TEST);
                    event.started.began = event.time;
                    tests.put(event.id, event.started);
                }
                case "error" -> {
                    Begun test = tests.get(event.testId);
                    if (test != null && test.error.isEmpty()) {
                        test.error = event.error;
                    }
                }
                case "testDone" -> done(event);
                case "done" -> done = true;
                default -> {
                    // groups, prints
                }
            }
        }

        private void done(Event event) {
            Begun test = tests.remove(event.testId);
            if (test == null || event.hidden) {
                return;
            }
            var result =
                    new CaseResult(suites.getOrDefault(test.suite, ""), test.name).tookMillis(event.time - test.began);
            if (event.skipped) {
                result.became(State.SKIPPED, "");
            }
            switch (event.result) {
                case "failure" -> result.became(State.FAILED, test.error);
                case "error" -> result.became(State.ERRORED, test.error);
                default -> {
                    // success
                }
            }
            sheet.add(result);
        }

        private void end() {
            if (!done) {
                sheet.suiteError("The events end before the run is done.");
            }
        }
    }

    /// One line.
    private static final class Event {
        private final Begun started = new Begun();
        private String type = "";
        private String result = "";
        private String error = "";
        private int id = -1;
        private int testId = -1;
        private double time;
        private boolean hidden;
        private boolean skipped;

        private void field(Pass pass, String name) {
            JsonCursor json = pass.json;
            switch (name) {
                case "type" -> type = text(json, name);
                case "runnerVersion" -> pass.version = json.text(name, 60);
                case "time" -> time = number(json, name);
                case "test" ->
                    json.object(name, field -> {
                        switch (field) {
                            case "id" -> id = (int) number(json, field);
                            case "name" -> started.name = text(json, field);
                            case "suiteID" -> started.suite = (int) number(json, field);
                            default -> {
                                // groups, metadata, place
                            }
                        }
                    });
                case "suite" -> suite(pass);
                case "testID" -> testId = (int) number(json, name);
                case "result" -> result = text(json, name);
                case "error" -> error = text(json, name);
                case "hidden" -> hidden = Boolean.TRUE.equals(json.flag(name));
                case "skipped" -> skipped = Boolean.TRUE.equals(json.flag(name));
                default -> {
                    // counts, stack traces
                }
            }
        }

        private static void suite(Pass pass) {
            int[] number = new int[1];
            String[] path = {""};
            pass.json.object("a suite", field -> {
                switch (field) {
                    case "id" -> number[0] = (int) number(pass.json, field);
                    case "path" -> path[0] = text(pass.json, field);
                    default -> {
                        // platform
                    }
                }
            });
            pass.allowance.keep(Pass.BYTES_PER_TEST);
            pass.suites.put(number[0], path[0]);
            pass.sheet.suite();
        }

        private static String text(JsonCursor json, String name) {
            String text = json.text(name, MESSAGE_CHARS);
            return text == null ? "" : text;
        }

        private static double number(JsonCursor json, String name) {
            Double number = json.number(name);
            return number == null ? 0 : number;
        }
    }
}
