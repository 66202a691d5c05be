package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.Set;

/// govulncheck's JSON protocol (golang.org/x/vuln/internal/govulncheck): messages one after another, some
/// senders put them into a list. A vulnerability has a finding for each module, package and function by
/// which it reaches the code; the deepest of them counts. Before version 1 there was one object with
/// `Vulns`. It is an audit of dependencies, not a list of faults in code.
final class GovulncheckReader implements ReportReader {
    private static final Set<String> MESSAGES = Set.of("config", "progress", "osv", "finding", "SBOM");

    @Override
    public Format format() {
        return new Format("govulncheck-json");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a stream of govulncheck's messages";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "govulncheck -json",
                "protocol 1.0; the object of versions before 1",
                "vulnerabilities with aliases, module, version, fix; called HIGH, imported MEDIUM, required LOW; versions of tool and database",
                "call stacks, descriptions",
                "https://pkg.go.dev/golang.org/x/vuln/internal/govulncheck");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return switch (head.shape()) {
            case Shape.JsonArray array -> message(array.itemFields());
            case Shape.JsonObject object ->
                object.fields().contains("Vulns") && !object.fields().contains("vulnerabilities")
                                || object.fields().contains("Calls") && Looks.has(head, "\"Functions\"")
                        ? Recognition.MATCH
                        : message(object.fields());
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> Recognition.apart("it is JSON");
        };
    }

    private static Recognition message(Set<String> fields) {
        return fields.size() == 1 && MESSAGES.containsAll(fields)
                ? Recognition.MATCH
                : Recognition.alike(
                        "its objects have one field each, config, progress, osv or finding, here they have not");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var tally = new GovulncheckTally(allowance);
        try (var json = Json.open(input.content(), allowance)) {
            json.values("a message", () -> json.object("a message", field -> message(field, json, tally)));
            tally.notes().replaced(json.replacedCharacters());
            if (!tally.whole()) {
                throw json.wrong("The stream has no message «config»: it does not begin where govulncheck began.");
            }
        }
        return tally.reading(this, input);
    }

    private static void message(String field, JsonCursor json, GovulncheckTally tally) {
        switch (field) {
            case "config" -> json.object("config", name -> config(name, json, tally));
            case "SBOM" ->
                json.object("SBOM", name -> {
                    if (name.equals("modules")) {
                        json.array("modules", tally::module);
                    }
                });
            case "osv" -> tally.known(GovulncheckTally.Advisory.read(json));
            case "finding" -> tally.found(GovulncheckTally.Found.read(json));
            case "Vulns" -> {
                // before version 1 a clean run had null here
                tally.begun();
                if (json.isArray()) {
                    json.array("Vulns", () -> tally.old(json));
                }
            }
            case "Modules" -> {
                if (json.isArray()) {
                    json.array("Modules", tally::module);
                }
            }
            default -> {
                // progress; calls, imports and requires of versions before 1
            }
        }
    }

    private static void config(String name, JsonCursor json, GovulncheckTally tally) {
        String value = json.textOrNothing(Limits.KEPT_CHARS);
        if (value != null) {
            tally.config(name, value);
        }
    }
}
