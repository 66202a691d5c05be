package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Set;

/// `nancy sleuth -o json` ([its
/// formatter](https://github.com/sonatype-nexus-community/nancy/blob/main/internal/audit)):
/// modules that were looked at, those with vulnerabilities, and those whose version could not be looked up.
final class Nancy {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;

    private Nancy(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "nancy-json",
                "nancy",
                new FormatPage(
                        "nancy sleuth -o json",
                        "1",
                        "vulnerabilities by module with CVE, score; excluded ones; modules that could not be looked up; number of modules",
                        "descriptions, references",
                        "https://github.com/sonatype-nexus-community/nancy#readme"),
                head -> Look.object(head, "vulnerable", Set.of("num_audited", "audited", "invalid")),
                (json, sheet) -> new Nancy(json, sheet).read());
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "num_audited" -> sheet.looked(Values.count(json));
                case "version" -> sheet.version(Values.text(json));
                case "vulnerable" -> {
                    listed = true;
                    Values.entries(json, field, this::module);
                }
                case "invalid" -> Values.list(json, this::unread);
                default -> {
                    // what was looked at, one by one
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report does not list vulnerable modules.");
        }
    }

    private void unread() {
        Values.object(json, field -> {
            if (field.equals("Coordinates")) {
                sheet.skip(Values.text(json));
            }
        });
    }

    /// The coordinates stand before the vulnerabilities.
    private void module() {
        String[] coordinates = {""};
        json.object("a module", field -> {
            switch (field) {
                case "Coordinates" -> coordinates[0] = Values.text(json);
                case "Vulnerabilities" -> Values.list(json, () -> vulnerability(Purl.of(coordinates[0])));
                default -> {
                    // address
                }
            }
        });
    }

    private void vulnerability(Purl module) {
        var flaw = new Flaw();
        boolean[] excluded = new boolean[1];
        String[] id = {""};
        json.object("a vulnerability", field -> {
            switch (field) {
                case "Cve" -> flaw.named(Values.text(json));
                case "ID", "Id" -> id[0] = Values.text(json);
                case "Title" -> flaw.perhapsNamed(title(Values.text(json)));
                case "CvssScore" -> flaw.score(score(Values.text(json)));
                case "CvssVector" -> flaw.vector(Values.text(json));
                case "Excluded" -> excluded[0] = Values.truth(json);
                default -> {
                    // texts
                }
            }
        });
        flaw.named(id[0]);
        if (excluded[0]) {
            sheet.suppress();
        } else if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no id.");
        } else {
            sheet.add(flaw.in(module.name(), module.version()));
        }
    }

    /// `[CVE-2020-1] CWE-22: …`
    private static String title(String text) {
        int end = text.startsWith("[") ? text.indexOf(']') : -1;
        return end < 0 ? "" : text.substring(1, end);
    }

    /// Decimals are written as text.
    private static double score(String text) {
        return text.matches("\\d{1,2}(?:\\.\\d{1,10})?") ? Double.parseDouble(text) : -1;
    }
}
