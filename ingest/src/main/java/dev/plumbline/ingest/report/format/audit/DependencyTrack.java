package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Set;

/// Dependency-Track's [finding packaging format](https://docs.dependencytrack.org/integrations/file-formats/). A
/// finding
/// that people suppressed does not count.
final class DependencyTrack {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private DependencyTrack(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "dependency-track-json",
                "dependency-track",
                new FormatPage(
                        "Dependency-Track's export of findings",
                        "FPF 1.0 to 1.2",
                        "vulnerabilities by component with aliases, severity; suppressed ones; version and time",
                        "descriptions, the project, states of analysis",
                        "https://docs.dependencytrack.org/integrations/file-formats/"),
                head -> Look.object(head, "findings", Set.of("meta", "project")),
                (json, sheet) -> new DependencyTrack(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "meta" ->
                    Values.object(json, name -> {
                        switch (name) {
                            case "version" -> sheet.version(Values.text(json));
                            case "timestamp" -> sheet.ran(Values.text(json));
                            default -> {
                                // address
                            }
                        }
                    });
                case "findings" -> {
                    listed = true;
                    Values.entries(json, field, this::finding);
                }
                default -> {
                    // the project
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of findings.");
        }
    }

    private void finding() {
        var flaw = new Flaw();
        boolean[] suppressed = new boolean[1];
        json.object("a finding", field -> {
            switch (field) {
                case "component" ->
                    Values.object(json, name -> {
                        switch (name) {
                            case "name" -> flaw.in(Values.text(json), "");
                            case "version" -> flaw.in("", Values.text(json));
                            default -> {
                                // groups, package URLs
                            }
                        }
                    });
                case "vulnerability" -> Values.object(json, name -> vulnerability(name, flaw));
                case "analysis" ->
                    Values.object(json, name -> {
                        if (name.equals("isSuppressed")) {
                            suppressed[0] = Values.truth(json);
                        }
                    });
                default -> {
                    // attribution
                }
            }
        });
        if (suppressed[0]) {
            sheet.suppress();
        } else if (flaw.nameless()) {
            throw json.wrong("A finding has no vulnerability with a vulnId.");
        } else {
            sheet.add(flaw);
        }
    }

    private void vulnerability(String name, Flaw flaw) {
        switch (name) {
            case "vulnId" -> flaw.named(Values.text(json));
            case "severity" -> flaw.word(Values.text(json));
            case "aliases" -> Values.list(json, () -> Values.object(json, _ -> flaw.perhapsNamed(Values.text(json))));
            case "patchedVersions" -> flaw.fixed(Values.text(json));
            default -> {
                // texts, weaknesses, scores
            }
        }
    }
}
