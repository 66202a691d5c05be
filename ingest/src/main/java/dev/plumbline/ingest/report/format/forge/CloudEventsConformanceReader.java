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
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// A suite of the CloudEvents conformance tests (definition:
/// [cloudevents/conformance](https://github.com/cloudevents/conformance/tree/main/format/json)): a list of cases with
/// an event or a batch each. All of them are checked, so that a suite of invalid events is refused.
final class CloudEventsConformanceReader implements EventReader {
    @Override
    public Format format() {
        return new Format("cloudevents-conformance");
    }

    @Override
    public String title() {
        return "a suite of CloudEvents";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the CloudEvents conformance tests",
                "JSON suites of events and batches",
                "nothing: these are events, no report",
                "everything",
                "https://github.com/cloudevents/conformance/tree/main/format/json");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.fields(head, "testType", "tests");
        return look instanceof Recognition.Match && !head.has("\"specversion\"")
                ? Recognition.alike("its cases have events with a specversion, here they have not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        String[] version = {""};
        try (var json = Json.open(input.content(), allowance)) {
            int[] events = new int[1];
            json.object("the suite", name -> {
                if (name.equals("tests")) {
                    json.array("tests", () -> events[0] += events(json, version));
                }
            });
            json.end();
            if (events[0] == 0) {
                throw json.wrong("The suite has no events.");
            }
            return event(input, json, "CloudEvents", version[0]);
        }
    }

    private static int events(JsonCursor json, String[] version) {
        int[] events = new int[1];
        Runnable check = () -> {
            version[0] = CloudEvent.check(json);
            events[0]++;
        };
        json.object("a case", name -> {
            switch (name) {
                case "event" -> check.run();
                case "batch" -> json.array("batch", check);
                default -> {
                    // what the case is called
                }
            }
        });
        return events[0];
    }
}
