package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.Set;

/// OWASP dependency-check's JSON ([its
/// template](https://github.com/dependency-check/DependencyCheck/blob/main/core/src/main/resources/templates/jsonReport.vsl)),
/// which says the same as its XML.
final class DependencyCheckJson {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private DependencyCheckJson(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "dependency-check-json",
                "dependency-check",
                new FormatPage(
                        "OWASP dependency-check",
                        "report schemas 1.0 and 1.1",
                        "dependencies, their vulnerabilities with severity, suppressed ones; versions of tool and database, time",
                        "the tool's reasons for its guesses, software listed as vulnerable",
                        "https://github.com/dependency-check/DependencyCheck/blob/main/core/src/main/resources/templates/jsonReport.vsl"),
                head -> Look.object(head, "dependencies", Set.of("reportSchema", "scanInfo", "projectInfo")),
                (json, sheet) -> new DependencyCheckJson(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "scanInfo" -> Values.object(json, this::scan);
                case "projectInfo" ->
                    Values.object(json, name -> {
                        if (name.equals("reportDate")) {
                            sheet.ran(Values.text(json));
                        }
                    });
                case "dependencies" -> {
                    listed = true;
                    sheet.looked(0);
                    sheet.count("vulnerableDependencies", 0);
                    Values.entries(json, field, this::dependency);
                }
                default -> {
                    // the schema's number
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of dependencies.");
        }
    }

    private void scan(String field) {
        switch (field) {
            case "engineVersion" -> sheet.version(Values.text(json));
            case "dataSource" ->
                Values.list(json, () -> {
                    String[] source = {"", ""};
                    Values.object(json, name -> {
                        switch (name) {
                            case "name" -> source[0] = Values.text(json);
                            case "timestamp" -> source[1] = Values.text(json);
                            default -> {
                                // nothing else is known
                            }
                        }
                    });
                    if (source[0].startsWith("NVD")) {
                        sheet.database(source[1]);
                    }
                });
            case "analysisExceptions" ->
                sheet.notes().add("The tool reports errors of its own analysis; dependencies can be missing.");
            default -> {
                // nothing else is known
            }
        }
    }

    private void dependency() {
        sheet.looked(1);
        String[] place = {"", "", ""};
        var flaws = new ArrayList<Flaw>();
        json.object("a dependency", field -> {
            switch (field) {
                case "fileName" -> place[0] = Values.text(json);
                case "packages" -> Values.list(json, () -> Values.object(json, name -> identifier(name, place)));
                case "vulnerabilities" ->
                    Values.entries(json, field, () -> {
                        sheet.allowance().keep(400);
                        flaws.add(vulnerability());
                    });
                case "suppressedVulnerabilities" -> Values.entries(json, field, sheet::suppress);
                default -> {
                    // evidence, hashes
                }
            }
        });
        flaws.forEach(flaw -> sheet.add(flaw.in(place[1].isEmpty() ? place[0] : place[1], place[2])));
        sheet.count("vulnerableDependencies", flaws.isEmpty() ? 0 : 1);
    }

    private void identifier(String field, String[] place) {
        if (field.equals("id") && place[1].isEmpty()) {
            var purl = Purl.of(Values.text(json));
            place[1] = purl.name();
            place[2] = purl.version();
        }
    }

    private Flaw vulnerability() {
        var flaw = new Flaw();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "name" -> flaw.named(Values.text(json));
                case "severity" -> flaw.word(Values.text(json));
                case "cvssv2", "cvssv3", "cvssv4" -> Values.object(json, name -> score(name, flaw));
                default -> {
                    // texts, references, software
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no name.");
        }
        return flaw;
    }

    private void score(String field, Flaw flaw) {
        if ((field.equals("score") || field.equals("baseScore")) && json.isNumber()) {
            Double score = json.number("a score");
            flaw.score(score == null ? -1 : score);
        }
    }
}
