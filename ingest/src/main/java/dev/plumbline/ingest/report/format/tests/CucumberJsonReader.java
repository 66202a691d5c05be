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
import java.util.Objects;
import java.util.Set;

/// Cucumber's JSON, as Cucumber, Behave, Behat and SpecFlow's bridges write it (definition:
/// [cucumber-json-schema](https://github.com/cucumber/cucumber-json-schema)). A scenario is a test; it failed when one
/// of its steps or hooks, or of the background before it, failed or is ambiguous, undefined or pending, as
/// cucumber-jvm since 7, cucumber-js unless told otherwise and Behave have it, and is skipped when one is
/// skipped. Durations are nanoseconds.
final class CucumberJsonReader implements TestsReader {
    private static final Set<String> FAILED = Set.of("failed", "ambiguous", "undefined", "pending");
    private static final Set<String> SKIPPED = Set.of("skipped", "unused");

    @Override
    public Format format() {
        return new Format("cucumber-json");
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String title() {
        return "a Cucumber JSON report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Cucumber, cucumber-jvm, cucumber-js, Behave, Karate",
                "the JSON formatter",
                "scenarios by feature, durations, the message of a failure; undefined and pending ones as failed, as Cucumber does since 7",
                "steps one by one, tags, attachments",
                "https://github.com/cucumber/cucumber-json-schema");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.JsonArray array)) {
            return Recognition.apart("it is a JSON list");
        }
        return array.itemFields().contains("elements") && array.itemFields().contains("keyword")
                ? Recognition.MATCH
                : Recognition.alike("its features have the fields keyword and elements, here they have not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.array("the report", () -> new Feature(json, sheet).read());
            json.end();
            sheet.notes().replaced(json.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "cucumber", null));
    }

    /// One feature.
    private static final class Feature {
        private final JsonCursor json;
        private final TestSheet sheet;
        private String name = "";
        private Steps background = new Steps();
        private double millisPerUnit = 1e-6;

        private Feature(JsonCursor json, TestSheet sheet) {
            this.json = json;
            this.sheet = sheet;
        }

        private void read() {
            sheet.suite();
            json.object("a feature", field -> {
                switch (field) {
                    case "name" -> name = text(field);
                    // Behave, which writes seconds
                    case "location" -> millisPerUnit = 1e3;
                    case "elements" -> json.array(field, this::element);
                    default -> {
                        // place, tags
                    }
                }
            });
        }

        private void element() {
            var steps = new Steps();
            String[] texts = {"", "", ""};
            json.object("a scenario", field -> {
                switch (field) {
                    // Behave's own verdict: to it a step without a definition is a failure
                    case "status" -> texts[2] = Objects.requireNonNullElse(json.textOrNothing(40), "");
                    case "name" -> texts[0] = text(field);
                    case "type" -> texts[1] = text(field);
                    case "steps", "before", "after" -> json.array(field, () -> step(steps));
                    default -> {
                        // place, tags
                    }
                }
            });
            if (texts[1].equals("background")) {
                background = steps;
                return;
            }
            steps.join(background);
            background = new Steps();
            var result = new CaseResult(name, texts[0]).tookMillis(steps.took * millisPerUnit);
            if (steps.failed || texts[2].equals("failed")) {
                result.became(State.FAILED, steps.message.isEmpty() ? steps.why : steps.message);
            } else if (steps.skipped || texts[2].equals("skipped") || texts[2].equals("untested")) {
                result.became(State.SKIPPED, steps.message);
            }
            sheet.add(result);
        }

        private void step(Steps steps) {
            json.object("a step", field -> {
                switch (field) {
                    case "result" -> json.object(field, part -> steps.result(json, part));
                    case "before", "after" -> json.array(field, () -> step(steps));
                    default -> {
                        // keyword, match
                    }
                }
            });
        }

        private String text(String field) {
            String text = json.text(field, MESSAGE_CHARS);
            return text == null ? "" : text;
        }
    }

    /// What the steps of a scenario come to.
    private static final class Steps {
        private boolean failed;
        private boolean skipped;
        private double took;
        private String message = "";
        private String why = "";

        private void result(JsonCursor json, String part) {
            switch (part) {
                case "status" -> {
                    String status =
                            Objects.requireNonNullElse(json.text(part, 40), "").toLowerCase(java.util.Locale.ROOT);
                    failed |= FAILED.contains(status);
                    why = failed && why.isEmpty() ? "A step is " + status + "." : why;
                    skipped |= SKIPPED.contains(status);
                }
                case "duration" -> {
                    Double duration = json.isNumber() ? json.number(part) : null;
                    took += duration == null ? 0 : Math.max(0, duration);
                }
                case "error_message" -> {
                    String text = json.textOrNothing(MESSAGE_CHARS);
                    message = message.isEmpty() && text != null ? text : message;
                }
                default -> {
                    // nothing else counts
                }
            }
        }

        private void join(Steps other) {
            failed |= other.failed;
            skipped |= other.skipped;
            took += other.took;
            message = message.isEmpty() ? other.message : message;
            why = why.isEmpty() ? other.why : why;
        }
    }
}
