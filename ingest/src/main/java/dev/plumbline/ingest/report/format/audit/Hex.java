package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Set;

/// `mix deps.audit --format json` ([mix_audit](https://github.com/mirego/mix_audit)): advisories with the dependency
/// that
/// each is about.
final class Hex {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private Hex(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "mix-audit-json",
                "mix_audit",
                new FormatPage(
                        "mix deps.audit --format json",
                        "all",
                        "advisories with CVE and GitHub names, severity, package, version, fixes",
                        "descriptions, lock files",
                        "https://github.com/mirego/mix_audit#readme"),
                head -> Look.object(head, "vulnerabilities", Set.of("pass")),
                (json, sheet) -> new Hex(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            if (field.equals("vulnerabilities")) {
                listed = true;
                Values.entries(json, field, this::vulnerability);
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of vulnerabilities.");
        }
    }

    private void vulnerability() {
        var flaw = new Flaw();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "advisory" -> Values.object(json, name -> advisory(name, flaw));
                case "dependency" ->
                    Values.object(json, name -> {
                        switch (name) {
                            case "package" -> flaw.in(Values.text(json), "");
                            case "version" -> flaw.in("", Values.text(json));
                            default -> {
                                // lock file
                            }
                        }
                    });
                default -> {
                    // nothing else is known
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability names no advisory.");
        }
        sheet.add(flaw);
    }

    private void advisory(String name, Flaw flaw) {
        switch (name) {
            case "id" -> flaw.named(Values.text(json));
            case "cve" -> flaw.named(Bundler.with("CVE-", Values.text(json)));
            case "ghsa_id" -> flaw.named(Values.text(json));
            case "url" -> flaw.address(Values.text(json));
            case "severity" -> flaw.word(Values.text(json));
            case "patched_versions" -> Values.texts(json, flaw.fixedList());
            default -> {
                // texts
            }
        }
    }
}
