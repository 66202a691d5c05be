package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Yarn's audits, an object a line.
///
/// `yarn audit --json` of Yarn 1 ([its
/// reporter](https://github.com/yarnpkg/yarn/blob/master/src/reporters/json-reporter.js)) writes `auditAdvisory`
/// once for each way to the package and ends with `auditSummary`. `yarn npm audit --json` of Yarn 4 ([its
/// command](https://github.com/yarnpkg/berry/blob/master/packages/plugin-npm-cli/sources/commands/npm/audit.ts))
/// writes a tree, among whose entries are deprecated packages. Yarn 2 and 3 write npm's first form.
final class Yarn {
    private static final Set<String> LEVELS = Set.of("info", "low", "moderate", "high", "critical");

    private final JsonCursor json;
    private final AuditSheet sheet;
    private final Set<String> advisories = new HashSet<>();
    private final List<String> errors = new ArrayList<>();
    private boolean summary;
    private int deprecated;

    private Yarn(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit classic() {
        return new Audit(
                "yarn-audit-json",
                "yarn audit",
                new FormatPage(
                        "yarn audit --json",
                        "Yarn 1",
                        "advisories with their GitHub and CVE names, severity, versions, fixes; number of dependencies",
                        "actions, descriptions, ways to the package",
                        "https://classic.yarnpkg.com/lang/en/docs/cli/audit/"),
                Yarn::lookClassic,
                (json, sheet) -> new Yarn(json, sheet).classicLines());
    }

    static Audit berry() {
        return new Audit(
                        "yarn-npm-audit-json",
                        "yarn npm audit",
                        new FormatPage(
                                "yarn npm audit --json",
                                "Yarn 4; 2 and 3 write npm's form",
                                "advisories with their GitHub names, severity, versions; deprecated packages are counted",
                                "dependents",
                                "https://yarnpkg.com/cli/npm/audit"),
                        Yarn::lookBerry,
                        (json, sheet) -> new Yarn(json, sheet).berryLines())
                .silentWhenClean();
    }

    private static Recognition lookClassic(Head head) {
        boolean lines = head.shape() instanceof Shape.JsonObject object
                && object.fields().equals(Set.of("type", "data"))
                && (head.has("\"auditAdvisory\"") || head.has("\"auditSummary\"") || head.has("\"type\":\"error\""));
        return lines
                ? Recognition.MATCH
                : Recognition.alike(
                        "its objects have the fields type and data, with auditAdvisory among the types, here they have not");
    }

    private static Recognition lookBerry(Head head) {
        boolean lines = head.shape() instanceof Shape.JsonObject object
                && object.fields().equals(Set.of("value", "children"))
                && head.has("\"Severity\"");
        return lines
                ? Recognition.MATCH
                : Recognition.alike("its objects have the fields value and children, here they have not");
    }

    private void classicLines() {
        json.values("a line", () -> {
            String[] type = {""};
            json.object("a line", field -> {
                switch (field) {
                    case "type" -> type[0] = Values.text(json);
                    case "data" -> data(type[0]);
                    default -> {
                        // nothing else is known
                    }
                }
            });
        });
        if (!summary && sheet.listed() == 0) {
            throw errors.isEmpty()
                    ? json.wrong("The report has neither an advisory nor the summary with which Yarn ends it.")
                    : Refusal.of(json.where(), "yarn audit", errors);
        }
        errors.forEach(error -> sheet.notes().add("The tool reports an error: «" + error + "»."));
        if (!summary) {
            sheet.notes().add("The summary with which Yarn ends its report is missing: it may be cut off.");
        }
        sheet.count("advisories", advisories.size());
    }

    private void data(String type) {
        switch (type) {
            case "auditAdvisory" ->
                json.object("an advisory", field -> {
                    if (field.equals("advisory")) {
                        var flaw = new Flaw();
                        Npm.advisory(json, flaw);
                        advisories.add(flaw.names().getFirst() + "\0" + flaw.packageName());
                        sheet.add(flaw);
                    }
                });
            case "auditSummary" -> {
                summary = true;
                json.object("the summary", this::summary);
            }
            case "error" -> Values.texts(json, errors);
            default -> {
                // actions, warnings, remarks
            }
        }
    }

    private void summary(String field) {
        switch (field) {
            case "vulnerabilities" ->
                Values.object(json, level -> {
                    if (LEVELS.contains(level)) {
                        sheet.declare("vulnerabilities", Values.count(json));
                    }
                });
            case "totalDependencies" -> sheet.looked(Values.count(json));
            default -> {
                // groups of dependencies
            }
        }
    }

    private void berryLines() {
        json.values("a line", () -> {
            String[] name = {""};
            json.object("a line", field -> {
                switch (field) {
                    case "value" -> name[0] = Values.text(json);
                    case "children" -> children(name[0]);
                    default -> {
                        // nothing else is known
                    }
                }
            });
        });
        sheet.count("findings", (long) sheet.listed() + deprecated);
        sheet.count("advisories", advisories.size());
        if (deprecated > 0) {
            sheet.notes().add(deprecated + " entries are of deprecated packages and no vulnerabilities.");
        }
    }

    private void children(String name) {
        var flaw = new Flaw();
        var versions = new ArrayList<String>();
        String[] id = {""};
        json.object("an entry", field -> {
            switch (field) {
                case "ID" -> id[0] = Values.text(json);
                case "URL" -> flaw.address(Values.text(json));
                case "Severity" -> flaw.word(Values.text(json));
                case "Tree Versions" -> Values.texts(json, versions);
                default -> {
                    // text, dependents
                }
            }
        });
        if (id[0].endsWith("(deprecation)")) {
            deprecated++;
            sheet.entry();
            return;
        }
        if (flaw.nameless()) {
            flaw.named(id[0].isEmpty() ? "" : "npm:" + id[0]);
        }
        if (flaw.nameless()) {
            throw json.wrong("An entry has neither an ID nor an address.");
        }
        advisories.add(flaw.names().getFirst() + "\0" + name);
        sheet.add(flaw.in(name, String.join(", ", versions)));
    }
}
