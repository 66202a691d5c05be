package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Set;

/// `composer audit --format=json` ([its
/// auditor](https://github.com/composer/composer/blob/main/src/Composer/Advisory/Auditor.php)): advisories by
/// package, ignored ones, abandoned packages. PHP writes an empty object as an empty list.
final class Composer {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;
    private int abandoned;

    private Composer(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "composer-audit-json",
                "composer audit",
                new FormatPage(
                        "composer audit --format=json",
                        "all",
                        "advisories with CVE and GitHub names, package, severity; ignored ones",
                        "affected versions, titles; abandoned packages are counted in a note; installed versions are not in the report",
                        "https://github.com/composer/composer/blob/main/src/Composer/Advisory/Auditor.php"),
                Composer::look,
                (json, sheet) -> new Composer(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().contains("advisories")
                && Set.of("metadata", "muted", "actions").stream().noneMatch(object.fields()::contains)
                && !head.has("\"module_name\"");
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch("it has the fields advisories and abandoned, here it has not", 2);
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "advisories" -> {
                    listed = true;
                    each(field, () -> sheet.add(advisory()));
                }
                case "ignored-advisories" -> each(field, sheet::suppress);
                case "abandoned" -> Values.either(json, field, () -> abandoned++);
                case "unreachable-repositories" -> Values.list(json, () -> sheet.skip(Values.text(json)));
                default -> {
                    // nothing else is known
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no advisories.");
        }
        if (abandoned > 0) {
            sheet.notes().add(abandoned + " packages are abandoned by their authors; that is no vulnerability.");
        }
    }

    /// Lists, or objects of numbered entries, by package.
    private void each(String what, Runnable advisory) {
        Values.either(json, what, () -> Values.either(json, "the advisories of a package", advisory));
    }

    private Flaw advisory() {
        var flaw = new Flaw();
        String[] id = {""};
        json.object("an advisory", field -> {
            switch (field) {
                case "advisoryId" -> id[0] = Values.text(json);
                case "packageName" -> flaw.in(Values.text(json), "");
                case "cve" -> flaw.named(Values.text(json));
                case "severity" -> flaw.word(Values.text(json));
                case "sources" ->
                    Values.list(
                            json,
                            () -> Values.object(json, name -> {
                                if (name.equals("remoteId")) {
                                    flaw.perhapsNamed(Values.text(json));
                                }
                            }));
                default -> {
                    // texts, affected versions
                }
            }
        });
        flaw.named(id[0]);
        if (flaw.nameless()) {
            throw json.wrong("An advisory has no id.");
        }
        return flaw;
    }
}
