package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.Set;

/// ZAP's traditional JSON report ([its
/// template](https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-json/)), which says
/// the same as its XML; of one site only, older versions wrote an object in place of the list.
final class ZapJson {
    private final JsonCursor json;
    private final ScanSheet sheet;
    private boolean listed;

    private ZapJson(JsonCursor json, ScanSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static ScanReader.Scan scan() {
        return new ScanReader.Scan(
                "zap-json",
                "zap",
                new FormatPage(
                        "ZAP",
                        "2.7 and later, with or without requests",
                        "alerts by site with plugin, name, risk; false positives as suppressed; instances are counted",
                        "addresses, evidence, requests and responses, descriptions",
                        "https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-json/"),
                head -> Look.object(head, "site", Set.of("@programName", "@generated", "@version"), "\"pluginid\""),
                (json, sheet) -> new ZapJson(json, sheet).read());
    }

    private void read() {
        sheet.count("instances", 0);
        json.object("the report", field -> {
            switch (field) {
                case "@version" -> sheet.version(Values.text(json));
                case "created" -> sheet.ran(Values.text(json));
                case "site" -> {
                    listed = true;
                    if (json.isObject()) {
                        site();
                    } else {
                        Values.entries(json, field, this::site);
                    }
                }
                default -> {
                    // insights, sequences
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of sites.");
        }
    }

    private void site() {
        String[] name = {""};
        var alerts = new ArrayList<Alert>();
        json.object("a site", field -> {
            switch (field) {
                case "@name" -> name[0] = Values.text(json);
                case "alerts" -> Values.entries(json, field, () -> alerts.add(alert()));
                default -> {
                    // host, port
                }
            }
        });
        alerts.forEach(alert -> alert.into(sheet, name[0]));
    }

    private Alert alert() {
        var alert = new Alert();
        json.object("an alert", field -> {
            if (Alert.reads(field)) {
                alert.field(field, Values.text(json));
            } else if (field.equals("instances")) {
                Values.list(json, () -> sheet.count("instances", 1));
            }
        });
        if (alert.nameless()) {
            throw json.wrong("An alert has neither a plugin nor a name.");
        }
        return alert;
    }
}
