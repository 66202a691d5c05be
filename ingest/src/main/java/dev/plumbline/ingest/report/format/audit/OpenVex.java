package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Aliases;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.List;

/// Documents of [OpenVEX](https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md): statements on whether
/// products are affected by vulnerabilities. They are no audit, for they say nothing of what was looked at:
/// they are findings, open where a product is affected or that is being looked into, suppressed where it is
/// not affected or the vulnerability is fixed.
final class OpenVex {
    private static final String CONTEXT = "openvex.dev/ns";

    private final JsonCursor json;
    private final ScanSheet sheet;
    private boolean listed;

    private OpenVex(JsonCursor json, ScanSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static ScanReader.Scan scan() {
        return new ScanReader.Scan(
                "openvex-json",
                "openvex",
                new FormatPage(
                        "vexctl, scanners that write OpenVEX",
                        "0.0.1 to 0.2.0",
                        "statements with vulnerability and status; not affected and fixed as suppressed",
                        "justifications, action statements, hashes of products",
                        "https://github.com/openvex/spec/blob/main/OPENVEX-SPEC.md"),
                OpenVex::look,
                (json, sheet) -> new OpenVex(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && (object.texts().getOrDefault("@context", "").contains(CONTEXT)
                        || object.fields().contains("statements") && head.has("\"vulnerability\""));
        return own ? Recognition.MATCH : Recognition.alike("its field @context is of " + CONTEXT + ", here it is not");
    }

    private void read() {
        json.object("the document", field -> {
            switch (field) {
                case "tooling" -> sheet.version(Values.text(json));
                case "last_updated", "timestamp" -> sheet.ran(Values.text(json));
                case "statements" -> {
                    listed = true;
                    Values.entries(json, field, this::statement);
                }
                default -> {
                    // author, version of the document
                }
            }
        });
        if (!listed) {
            throw json.wrong("The document has no list of statements.");
        }
    }

    private void statement() {
        var names = new ArrayList<String>();
        var products = new ArrayList<String>();
        String[] status = {""};
        json.object("a statement", field -> {
            switch (field) {
                case "vulnerability" -> vulnerability(names);
                case "status" -> status[0] = Values.text(json);
                case "products" -> Values.list(json, () -> product(products));
                default -> {
                    // justification
                }
            }
        });
        if (names.isEmpty()) {
            throw json.wrong("A statement names no vulnerability.");
        }
        Finding.State state = switch (status[0]) {
            case "affected", "under_investigation" -> Finding.State.OPEN;
            case "not_affected", "fixed" -> Finding.State.SUPPRESSED;
            default -> throw json.wrong("The status «" + status[0] + "» of a statement is not known.");
        };
        sheet.add(
                Aliases.preferred(names),
                Severity.UNSTATED,
                status[0].replace('_', ' ') + ": " + String.join(", ", products),
                state);
    }

    /// A name, or since 0.2.0 an object with a name and aliases.
    private void vulnerability(List<String> names) {
        if (!json.isObject()) {
            Values.texts(json, names);
            return;
        }
        json.object("a vulnerability", field -> {
            if (field.equals("name") || field.equals("aliases")) {
                Values.texts(json, names);
            }
        });
    }

    private void product(List<String> products) {
        if (!json.isObject()) {
            Values.texts(json, products);
            return;
        }
        json.object("a product", field -> {
            if (field.equals("@id")) {
                Values.texts(json, products);
            }
        });
    }
}
