package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.List;

/// `retire --outputformat json` ([its reporter](https://github.com/RetireJS/retire.js/blob/master/node/src/reporters)):
/// components by file, each with its vulnerabilities. Since version 2 the list lies in an object `data`.
final class Retire {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private Retire(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "retire-json",
                "retire.js",
                new FormatPage(
                        "retire --outputformat json",
                        "1 to 5",
                        "vulnerabilities by component with CVE, GitHub's or its own name, severity",
                        "files, how a component was recognised, references",
                        "https://github.com/RetireJS/retire.js/tree/master/node#readme"),
                Retire::look,
                (json, sheet) -> new Retire(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = switch (head.shape()) {
            case Shape.JsonObject object ->
                object.fields().contains("data")
                        && (object.fields().contains("messages")
                                || object.fields().contains("errors")
                                || head.has("\"detection\""));
            case Shape.JsonArray list -> list.itemFields().contains("results") && head.has("\"detection\"");
            case Shape.Text _, Shape.Xml _, Shape.Empty _, Shape.Binary _ -> false;
        };
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has the fields data and errors, with results by file, here it has not", 2);
    }

    private void read() {
        if (json.isArray()) {
            listed = true;
            Values.entries(json, "the report", this::file);
            return;
        }
        json.object("the report", field -> {
            switch (field) {
                case "version" -> sheet.version(Values.text(json));
                case "data" -> {
                    listed = true;
                    Values.entries(json, field, this::file);
                }
                case "errors" -> Values.list(json, () -> sheet.skip(Values.text(json)));
                default -> {
                    // times, messages
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no data.");
        }
    }

    private void file() {
        json.object("a file", field -> {
            if (field.equals("results")) {
                Values.entries(json, field, this::component);
            }
        });
    }

    private void component() {
        String[] words = {"", ""};
        var flaws = new ArrayList<Flaw>();
        json.object("a component", field -> {
            switch (field) {
                case "component", "npmname" -> words[0] = words[0].isEmpty() ? Values.text(json) : words[0];
                case "version" -> words[1] = Values.text(json);
                case "vulnerabilities" ->
                    Values.entries(json, field, () -> {
                        sheet.entry();
                        flaws.add(vulnerability());
                    });
                default -> {
                    // how it was recognised
                }
            }
        });
        flaws.forEach(flaw -> sheet.add(flaw.in(words[0], words[1])));
    }

    private Flaw vulnerability() {
        var flaw = new Flaw();
        String[] own = {""};
        json.object("a vulnerability", field -> {
            switch (field) {
                case "severity" -> flaw.word(Values.text(json));
                case "below" -> flaw.fixed(Values.text(json));
                case "identifiers" -> Values.object(json, name -> identifier(name, flaw, own));
                default -> {
                    // references
                }
            }
        });
        flaw.named(own[0]);
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no identifier.");
        }
        return flaw;
    }

    private void identifier(String name, Flaw flaw, String[] own) {
        switch (name) {
            case "CVE" -> {
                List<String> names = new ArrayList<>();
                Values.texts(json, names);
                names.forEach(flaw::named);
            }
            case "githubID" -> flaw.named(Values.text(json));
            case "retid", "issue", "bug", "summary" -> own[0] = own[0].isEmpty() ? Values.text(json) : own[0];
            default -> {
                // tenable, osvdb
            }
        }
    }
}
