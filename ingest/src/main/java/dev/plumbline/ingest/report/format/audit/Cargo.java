package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.Set;

/// `cargo audit --json` ([its report](https://docs.rs/rustsec/latest/rustsec/report/struct.Report.html)):
/// vulnerabilities, and warnings of unmaintained, unsound or withdrawn crates, which are no vulnerabilities.
/// RustSec gives a CVSS vector and no word for how bad it is.
final class Cargo {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;
    private int warnings;

    private Cargo(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "cargo-audit-json",
                "cargo-audit",
                new FormatPage(
                        "cargo audit --json",
                        "all",
                        "vulnerabilities with RUSTSEC, CVE and GitHub names, crate, version, patched versions, severity from the CVSS vector; number of crates; database time",
                        "descriptions; warnings are counted only",
                        "https://docs.rs/rustsec/latest/rustsec/report/struct.Report.html"),
                head -> Look.object(head, "vulnerabilities", Set.of("database", "lockfile"), "\"RUSTSEC-"),
                (json, sheet) -> new Cargo(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "database" ->
                    Values.object(json, name -> {
                        if (name.equals("last-updated")) {
                            sheet.database(Values.text(json));
                        }
                    });
                case "lockfile" ->
                    Values.object(json, name -> {
                        if (name.equals("dependency-count")) {
                            sheet.looked(Values.count(json));
                        }
                    });
                case "vulnerabilities" -> Values.object(json, this::vulnerabilities);
                case "meta" ->
                    Values.object(json, name -> {
                        if (name.equals("timestamp")) {
                            sheet.ran(Values.text(json));
                        }
                    });
                case "warnings" -> warnings();
                default -> {
                    // settings
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of vulnerabilities.");
        }
        sheet.count("warnings", warnings);
        if (warnings > 0) {
            sheet.notes()
                    .add(warnings + " warnings of unmaintained, unsound or withdrawn crates are no vulnerabilities.");
        }
    }

    /// A list, or since 0.13 lists by their kind.
    private void warnings() {
        if (json.isObject()) {
            json.object("warnings", _ -> Values.list(json, () -> warnings++));
        } else {
            Values.list(json, () -> warnings++);
        }
    }

    private void vulnerabilities(String field) {
        switch (field) {
            case "count" -> sheet.declare("findings", Values.count(json));
            case "list" -> {
                listed = true;
                Values.entries(json, field, this::vulnerability);
            }
            default -> {
                // whether there are any; or entries by their number, as some converters write them
                if (json.isObject()) {
                    listed = true;
                    vulnerability();
                }
            }
        }
    }

    private void vulnerability() {
        var flaw = new Flaw();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "advisory" -> json.object("an advisory", name -> advisory(name, flaw));
                case "versions" ->
                    Values.object(json, name -> {
                        if (name.equals("patched")) {
                            Values.texts(json, flaw.fixedList());
                        }
                    });
                case "package" -> Values.object(json, name -> crate(name, flaw));
                default -> {
                    // affected systems
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no id.");
        }
        sheet.add(flaw);
    }

    private void advisory(String field, Flaw flaw) {
        switch (field) {
            case "id" -> flaw.named(Values.text(json));
            case "aliases" -> {
                var aliases = new ArrayList<String>();
                Values.texts(json, aliases);
                aliases.forEach(flaw::named);
            }
            case "cvss" -> flaw.vector(Values.text(json));
            case "severity" -> flaw.word(Values.text(json));
            case "package" -> flaw.in(flaw.packageName().isEmpty() ? Values.text(json) : "", "");
            default -> {
                // texts
            }
        }
    }

    private void crate(String field, Flaw flaw) {
        switch (field) {
            case "name" -> flaw.in(Values.text(json), "");
            case "version" -> flaw.in("", Values.text(json));
            default -> {
                // source, dependencies
            }
        }
    }
}
