package dev.plumbline.ingest.report.format.forge;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.Set;

/// CloudEvents in the structured JSON form, one or a batch (definition:
/// [JSON event format](https://github.com/cloudevents/spec/blob/main/cloudevents/formats/json-format.md)).
final class CloudEventsReader implements EventReader {
    private static final Set<String> SIGNS = Set.of("specversion", "type", "source", "id");

    @Override
    public Format format() {
        return new Format("cloudevents-json");
    }

    @Override
    public String title() {
        return "a CloudEvent";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "whatever sends CloudEvents",
                "structured JSON 0.3 and 1.0, single and batch",
                "nothing: it is an event, no report",
                "everything",
                "https://github.com/cloudevents/spec/blob/main/cloudevents/formats/json-format.md");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonArray batch ->
                batch.itemFields().containsAll(SIGNS)
                        ? Recognition.MATCH
                        : Recognition.alike("its events have specversion, type, source and id, here they have not");
            case Shape.JsonObject event ->
                event.fields().contains("specversion") && event.fields().contains("type")
                        ? Recognition.MATCH
                        : Looks.fields(head, "specversion", "type", "source", "id");
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        String[] version = {""};
        try (var json = Json.open(input.content(), allowance)) {
            json.values("the events", () -> version[0] = CloudEvent.check(json));
            return event(input, json, "CloudEvents", version[0]);
        }
    }
}
