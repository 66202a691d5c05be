package dev.plumbline.ingest.report.format.forge;

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
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A CDEvents event (definition: [CDEvents specification](https://github.com/cdevents/spec/blob/main/spec.md)): a
/// `context` with the event's id, source, type and time, and a `subject` with an id. The types of [custom
/// events](https://github.com/cdevents/spec/blob/main/custom/README.md) begin with `dev.cdeventsx`.
final class CdEventsReader implements EventReader {
    private static final List<String> PREFIXES = List.of("dev.cdevents.", "dev.cdeventsx.");
    private static final List<String> CONTEXT = List.of("id", "source", "type", "timestamp");

    @Override
    public Format format() {
        return new Format("cdevents");
    }

    @Override
    public String title() {
        return "a CDEvents event";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "pipelines and tools that speak CDEvents",
                "0.1 and later",
                "nothing: it is an event, no report",
                "everything",
                "https://github.com/cdevents/spec/blob/main/spec.md");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "context", "subject");
        return look instanceof Recognition.Match && PREFIXES.stream().noneMatch(prefix -> head.has('"' + prefix))
                ? Recognition.alike(
                        "its context has a type that begins with dev.cdevents or dev.cdeventsx, here it has not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var context = new HashMap<String, String>();
        var subject = new HashMap<String, String>();
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the event", name -> {
                switch (name) {
                    case "context" -> texts(json, name, context);
                    case "subject" -> texts(json, name, subject);
                    default -> {
                        // custom data and links are the sender's own
                    }
                }
            });
            json.end();
            check(json, context, subject);
            String specification = context.getOrDefault("specversion", context.getOrDefault("version", ""));
            return event(input, json, "CDEvents", Texts.shown(specification, 60));
        }
    }

    private static void texts(JsonCursor json, String what, Map<String, String> texts) {
        json.object(what, name -> {
            String text = json.textOrNothing(WORD_CHARS);
            if (text != null && !text.isBlank()) {
                texts.put(name, text);
            }
        });
    }

    private static void check(JsonCursor json, Map<String, String> context, Map<String, String> subject) {
        for (String attribute : CONTEXT) {
            if (!context.containsKey(attribute)) {
                throw json.wrong("The event's context has no " + attribute + ".");
            }
        }
        if (PREFIXES.stream().noneMatch(context.getOrDefault("type", "")::startsWith)) {
            throw json.wrong("The event's type does not begin with " + String.join(" or ", PREFIXES) + " and a name.");
        }
        if (!context.containsKey("specversion") && !context.containsKey("version")) {
            throw json.wrong("The event does not say to which version of CDEvents it keeps.");
        }
        if (!subject.containsKey("id")) {
            throw json.wrong("The event's subject has no id.");
        }
    }
}
