package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Set;

/// `bundle-audit check --format json` ([its
/// formatter](https://github.com/rubysec/bundler-audit/blob/master/lib/bundler/audit/cli/formats/json.rb)): gems
/// with an advisory, and sources that are not encrypted, which are no vulnerabilities.
final class Bundler {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;
    private int sources;

    private Bundler(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "bundler-audit-json",
                "bundler-audit",
                new FormatPage(
                        "bundle-audit check --format json",
                        "all",
                        "advisories with CVE and GitHub names, gem, version, patched versions, criticality or score; version, time",
                        "descriptions; insecure sources are counted among the findings only",
                        "https://github.com/rubysec/bundler-audit/blob/master/lib/bundler/audit/cli/formats/json.rb"),
                Bundler::look,
                (json, sheet) -> new Bundler(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("results")
                && object.fields().contains("created_at")
                && (head.has("\"gem\"")
                        || head.has("\"insecure_source\"")
                        || object.fields().equals(Set.of("version", "created_at", "results")));
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has the fields version, created_at and results of gems, here it has not", 2);
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "version" -> sheet.version(Values.text(json));
                case "created_at" -> sheet.ran(Values.text(json));
                case "results" -> {
                    listed = true;
                    Values.entries(json, field, this::result);
                }
                default -> {
                    // nothing else is known
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of results.");
        }
        insecure(sheet, sources);
    }

    static void insecure(AuditSheet sheet, int sources) {
        if (sources > 0) {
            sheet.count("findings", (long) sheet.listed() + sources);
            sheet.notes()
                    .add(sources + " sources of gems are not encrypted; they are findings and no vulnerabilities.");
        }
    }

    private void result() {
        var flaw = new Flaw();
        String[] type = {""};
        json.object("a result", field -> {
            switch (field) {
                case "type" -> type[0] = Values.text(json);
                case "gem" -> Values.object(json, name -> gem(name, flaw));
                case "advisory" -> Values.object(json, name -> advisory(name, flaw));
                default -> {
                    // the source
                }
            }
        });
        if (type[0].equals("insecure_source")) {
            sources++;
            sheet.entry();
        } else if (flaw.nameless()) {
            throw json.wrong("A result names no advisory.");
        } else {
            sheet.add(flaw);
        }
    }

    private void gem(String field, Flaw flaw) {
        switch (field) {
            case "name" -> flaw.in(Values.text(json), "");
            case "version" -> flaw.in("", Values.text(json));
            default -> {
                // nothing else is known
            }
        }
    }

    private void advisory(String field, Flaw flaw) {
        switch (field) {
            case "id" -> flaw.named(Values.text(json));
            case "cve" -> flaw.named(with("CVE-", Values.text(json)));
            case "ghsa" -> flaw.named(with("GHSA-", Values.text(json)));
            case "osvdb" -> flaw.named(with("OSVDB-", Values.text(json)));
            case "criticality" -> flaw.word(Values.text(json));
            case "cvss_v3", "cvss_v2" -> {
                if (json.isNumber()) {
                    Double score = json.number("a score");
                    flaw.score(score == null ? -1 : score);
                }
            }
            case "patched_versions" -> Values.texts(json, flaw.fixedList());
            default -> {
                // texts
            }
        }
    }

    static String with(String scheme, String number) {
        return number.isEmpty() || number.startsWith(scheme) ? number : scheme + number;
    }
}
