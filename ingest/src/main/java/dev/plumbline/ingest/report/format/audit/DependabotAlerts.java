package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.List;

/// GitHub's REST API, [list Dependabot alerts](https://docs.github.com/en/rest/dependabot/alerts). Dismissed alerts are
/// suppressed; fixed ones are no entries any more.
final class DependabotAlerts {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private int fixed;

    private DependabotAlerts(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "dependabot-alerts-json",
                "dependabot",
                new FormatPage(
                        "GitHub's API of Dependabot alerts",
                        "2022-11-28",
                        "alerts with GitHub and CVE names, severity, package, first fixed version; dismissed ones",
                        "manifests, descriptions, weaknesses; which version is in use is not in the answer",
                        "https://docs.github.com/en/rest/dependabot/alerts"),
                DependabotAlerts::look,
                (json, sheet) -> new DependabotAlerts(json, sheet).read());
    }

    private static Recognition look(Head head) {
        return head.shape() instanceof Shape.JsonArray list
                        && list.itemFields().containsAll(List.of("security_advisory", "security_vulnerability"))
                ? Recognition.MATCH
                : new Recognition.Mismatch("its entries have the field security_advisory, here they have not", 2);
    }

    private void read() {
        Values.entries(json, "the alerts", this::alert);
        if (fixed > 0) {
            sheet.notes().add(fixed + " alerts are fixed and do not count.");
        }
    }

    private void alert() {
        var flaw = new Flaw();
        String[] state = {""};
        json.object("an alert", field -> {
            switch (field) {
                case "state" -> state[0] = Values.text(json);
                case "security_advisory" ->
                    Values.object(json, name -> {
                        switch (name) {
                            case "ghsa_id", "cve_id" -> flaw.named(Values.text(json));
                            case "severity" -> flaw.word(Values.text(json));
                            default -> {
                                // texts, scores
                            }
                        }
                    });
                case "security_vulnerability" -> Values.object(json, name -> vulnerability(name, flaw));
                default -> {
                    // dates, people, places
                }
            }
        });
        switch (state[0]) {
            case "dismissed", "auto_dismissed" -> sheet.suppress();
            case "fixed" -> fixed++;
            default -> {
                if (flaw.nameless()) {
                    throw json.wrong("An alert has no advisory with a name.");
                }
                sheet.add(flaw);
            }
        }
    }

    private void vulnerability(String name, Flaw flaw) {
        switch (name) {
            case "package" ->
                Values.object(json, field -> {
                    if (field.equals("name")) {
                        flaw.in(Values.text(json), "");
                    }
                });
            case "first_patched_version" ->
                Values.object(json, field -> {
                    if (field.equals("identifier")) {
                        flaw.fixed(Values.text(json));
                    }
                });
            default -> {
                // ranges
            }
        }
    }
}
