package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// `grype -o json` ([its document](https://github.com/anchore/grype/tree/main/grype/presenter/models)): matches
/// of a package with a vulnerability, and beside them those that a rule ignores. A bulletin of a
/// distribution names many CVE numbers, which are not aliases of each other: only a single related name is
/// one.
final class Grype {
    private static final List<String> SINGLE = List.of("CVE-", "GHSA-");

    private final JsonCursor json;
    private final AuditSheet sheet;
    private final Set<String> packages = new HashSet<>();
    private boolean listed;
    private int fixable;

    Grype(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "grype-json",
                "grype",
                new FormatPage(
                        "grype -o json",
                        "all",
                        "matches with names, package, version, severity, fixes; ignored matches; versions of tool and database",
                        "match details, locations; the number of packages looked at is not in the report",
                        "https://github.com/anchore/grype/tree/main/grype/presenter/models"),
                head -> Look.object(
                        head, "matches", Set.of("descriptor", "distro", "ignoredMatches"), "\"matchDetails\""),
                (json, sheet) -> new Grype(json, sheet).read());
    }

    private void read() {
        json.object("the report", this::field);
        if (!listed) {
            throw json.wrong("The report has no list of matches.");
        }
        sheet.count("packages", packages.size());
        sheet.count("withFix", fixable);
    }

    /// One field of the report.
    void field(String field) {
        switch (field) {
            case "matches" -> {
                listed = true;
                Values.entries(json, "matches", this::match);
            }
            case "ignoredMatches" -> Values.entries(json, field, sheet::suppress);
            case "descriptor" -> Values.object(json, this::descriptor);
            default -> {
                // what was looked at
            }
        }
    }

    boolean isListed() {
        return listed;
    }

    private void match() {
        var flaw = new Flaw();
        var related = new ArrayList<String>();
        String[] state = {""};
        json.object("a match", field -> {
            switch (field) {
                case "vulnerability" -> json.object("a vulnerability", name -> vulnerability(name, flaw, state));
                case "relatedVulnerabilities" ->
                    Values.list(
                            json,
                            () -> Values.object(json, name -> {
                                if (name.equals("id")) {
                                    Values.texts(json, related);
                                }
                            }));
                case "artifact" -> Values.object(json, name -> artifact(name, flaw));
                default -> {
                    // how it was matched
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A match names no vulnerability.");
        }
        boolean single = SINGLE.stream().anyMatch(flaw.names().getFirst()::startsWith);
        if (single || related.size() == 1) {
            related.forEach(flaw::perhapsNamed);
        }
        packages.add(flaw.packageName() + "\0" + flaw.version());
        fixable += flaw.fixable() && (state[0].isEmpty() || state[0].equals("fixed")) ? 1 : 0;
        sheet.add(flaw);
    }

    /// @param state gets whether there is a fix, in the tool's own word
    private void vulnerability(String field, Flaw flaw, String[] state) {
        switch (field) {
            case "id" -> flaw.named(Values.text(json));
            case "severity" -> flaw.word(Values.text(json));
            case "fix" ->
                Values.object(json, name -> {
                    switch (name) {
                        case "versions" -> Values.texts(json, flaw.fixedList());
                        case "state" -> state[0] = Values.text(json);
                        default -> {
                            // when it became available
                        }
                    }
                });
            case "fixedInVersion" -> flaw.fixed(Values.text(json));
            default -> {
                // scores, addresses
            }
        }
    }

    private void artifact(String field, Flaw flaw) {
        switch (field) {
            case "name" -> flaw.in(Values.text(json), "");
            case "version" -> flaw.in("", Values.text(json));
            default -> {
                // places, licences
            }
        }
    }

    private void descriptor(String field) {
        switch (field) {
            case "version" -> sheet.version(Values.text(json));
            case "timestamp" -> sheet.ran(Values.text(json));
            case "db" -> Values.object(json, this::database);
            default -> {
                // settings
            }
        }
    }

    private void database(String field) {
        switch (field) {
            case "built" -> sheet.database(Values.text(json));
            case "status" -> Values.object(json, this::database);
            default -> {
                // where it lies
            }
        }
    }
}
