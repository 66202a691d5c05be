package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// `npm audit --json`. Version 1 (npm 6, and in the same form pnpm and Yarn 2 and 3) lists advisories;
/// version 2 (since npm 7) lists packages, with the advisories that make them vulnerable or the vulnerable
/// packages that they depend on. Definitions: [npm's
/// documentation](https://docs.npmjs.com/cli/v11/commands/npm-audit), [npm's audit
/// report](https://github.com/npm/cli/blob/latest/workspaces/arborist/lib/audit-report.js).
final class Npm {
    private static final Set<String> LEVELS = Set.of("info", "low", "moderate", "high", "critical");
    /// pnpm's paths begin at a project of the workspace: `.>express>qs`.
    private static final Pattern FROM_PROJECT =
            Pattern.compile("\"paths?\"\\s{0,20}:\\s{0,20}(?:\\[\\s{0,40})?\"[^\">]{0,200}(?<=[./_])\\s?>");

    private final JsonCursor json;
    private final AuditSheet sheet;
    private final Set<String> advisories = new HashSet<>();
    private boolean listed;
    private boolean second;
    private long declared = -1;
    private int packages;
    private int through;

    private Npm(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit npm() {
        return new Audit(
                "npm-audit-json",
                "npm audit",
                new FormatPage(
                        "npm audit, yarn npm audit 2 and 3, audit-ci",
                        "1 (npm 6), 2 (since npm 7)",
                        "advisories by package with their GitHub and CVE names, severity, versions, fixes; number of dependencies",
                        "descriptions, actions; packages that are listed only for what they depend on are counted",
                        "https://docs.npmjs.com/cli/v11/commands/npm-audit"),
                Npm::look,
                (json, sheet) -> new Npm(json, sheet).read("npm audit"));
    }

    static Audit pnpm() {
        return new Audit(
                "pnpm-audit-json",
                "pnpm audit",
                new FormatPage(
                        "pnpm audit",
                        "all; a report without advisories looks like npm's",
                        "advisories by package with their GitHub and CVE names, severity, versions, fixes; number of dependencies",
                        "descriptions, actions",
                        "https://pnpm.io/cli/audit"),
                head -> look(head) instanceof Recognition.Match
                                && FROM_PROJECT.matcher(head.text()).find()
                        ? Recognition.MATCH
                        : pnpmError(head),
                (json, sheet) -> new Npm(json, sheet).read("pnpm audit"));
    }

    private static Recognition pnpmError(Head head) {
        return head.shape() instanceof Shape.JsonObject object
                        && object.fields().equals(Set.of("error"))
                        && head.has("\"ERR_PNPM_")
                ? Recognition.MATCH
                : Recognition.alike("it has the field advisories, with paths that begin at a project, here it has not");
    }

    private static Recognition look(Head head) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        Set<String> fields = object.fields();
        boolean first = fields.contains("advisories")
                && (fields.contains("metadata") || fields.contains("muted") || head.has("\"module_name\""));
        boolean second =
                fields.contains("auditReportVersion") || fields.contains("vulnerabilities") && head.has("\"isDirect\"");
        boolean error = fields.contains("error")
                && Set.of("error", "message", "method", "uri", "headers", "statusCode", "body")
                        .containsAll(fields)
                && (head.has("\"code\"") || head.has("\"summary\""));
        return first || second || error || fields.contains("actions") && fields.contains("advisories")
                ? Recognition.MATCH
                : Recognition.alike(
                        "it has the fields auditReportVersion and vulnerabilities, or advisories and metadata, here it has not");
    }

    private void read(String tool) {
        var said = new ArrayList<String>();
        json.object("the report", field -> {
            switch (field) {
                case "message" -> Values.texts(json, said);
                case "advisories" -> {
                    listed = true;
                    Values.either(json, "advisories", this::advisory);
                }
                case "vulnerabilities" -> {
                    listed = true;
                    second = true;
                    if (!json.isNull()) {
                        json.object("vulnerabilities", this::vulnerable);
                    }
                }
                case "metadata" -> Values.object(json, this::metadata);
                case "error" -> throw error(tool, said);
                default -> {
                    // actions say how to mend what the advisories say
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has neither advisories nor vulnerabilities.");
        }
        if (declared >= 0) {
            // the second form counts packages, the first one advisories by each way to them
            sheet.declare(second ? "findings" : "vulnerabilities", declared);
        }
        if (second) {
            sheet.count("findings", packages);
            sheet.count("vulnerableDependencies", packages);
            sheet.count("advisories", advisories.size());
            if (through > 0) {
                sheet.notes()
                        .add(
                                through + " of the " + packages
                                        + " packages listed are vulnerable only through others; the advisories count once each.");
            }
        }
    }

    /// @param said what the report says outside of its error, which may say nothing
    private MalformedReport error(String tool, List<String> said) {
        var words = new ArrayList<String>();
        if (json.isObject()) {
            json.object("error", field -> {
                if (Set.of("code", "summary", "message", "detail").contains(field) && words.size() < 2) {
                    Values.texts(json, words);
                }
            });
        } else {
            Values.texts(json, words);
        }
        return Refusal.of(json.where(), tool, String.join("", words).isBlank() ? said : words);
    }

    private void advisory() {
        var flaw = new Flaw();
        advisory(json, flaw);
        sheet.add(flaw);
    }

    /// An advisory in the form of npm 6, which pnpm and Yarn use too.
    static void advisory(JsonCursor json, Flaw flaw) {
        var versions = new ArrayList<String>();
        var names = new ArrayList<String>();
        String[] number = {""};
        json.object("an advisory", field -> {
            switch (field) {
                case "github_advisory_id" -> flaw.named(Values.text(json));
                case "cves" -> Values.texts(json, names);
                case "id" -> number[0] = Values.text(json);
                case "url" -> flaw.address(Values.text(json));
                case "module_name" -> flaw.in(Values.text(json), "");
                case "severity" -> flaw.word(Values.text(json));
                case "patched_versions" -> patched(Values.text(json), flaw);
                case "findings" ->
                    Values.list(
                            json,
                            () -> Values.object(json, name -> {
                                if (name.equals("version")) {
                                    Values.texts(json, versions);
                                }
                            }));
                default -> {
                    // texts
                }
            }
        });
        names.forEach(flaw::named);
        if (flaw.nameless()) {
            flaw.named(number[0].isEmpty() ? "" : "npm:" + number[0]);
        }
        if (flaw.nameless()) {
            throw json.wrong("An advisory has no name and no number.");
        }
        flaw.in(
                "",
                String.join(", ", versions.stream().distinct().sorted().limit(5).toList()));
    }

    private static void patched(String versions, Flaw flaw) {
        boolean none = versions.equals("<0.0.0") || versions.equals("No fix available");
        flaw.fixed(none ? "" : versions);
    }

    private void vulnerable(String name) {
        packages++;
        sheet.entry();
        var own = new ArrayList<Flaw>();
        String[] fix = {""};
        json.object("a package", field -> {
            switch (field) {
                case "via" ->
                    Values.list(json, () -> {
                        if (json.isObject()) {
                            own.add(via());
                        }
                    });
                case "fixAvailable" -> fix[0] = fix(name);
                default -> {
                    // what depends on it, where it lies
                }
            }
        });
        through += own.isEmpty() ? 1 : 0;
        for (Flaw flaw : own) {
            flaw.in(flaw.packageName().isEmpty() ? name : "", "");
            flaw.fixed(fix[0]);
            advisories.add(flaw.names().getFirst());
            sheet.add(flaw);
        }
    }

    /// {@return the version that mends the package itself; empty where another package is to be raised}
    private String fix(String name) {
        var words = new ArrayList<String>(List.of("", ""));
        Values.object(json, field -> {
            switch (field) {
                case "name" -> words.set(0, Values.text(json));
                case "version" -> words.set(1, Values.text(json));
                default -> {
                    // whether it is a major version
                }
            }
        });
        return words.get(0).equals(name) ? words.get(1) : "";
    }

    private Flaw via() {
        var flaw = new Flaw();
        String[] source = {""};
        json.object("an advisory", field -> {
            switch (field) {
                case "source" -> source[0] = Values.text(json);
                case "name" -> flaw.in(Values.text(json), "");
                case "url" -> flaw.address(Values.text(json));
                case "severity" -> flaw.word(Values.text(json));
                default -> {
                    // title, range, classes
                }
            }
        });
        if (flaw.nameless()) {
            flaw.named(source[0].isEmpty() ? "" : "npm:" + source[0]);
        }
        if (flaw.nameless()) {
            throw json.wrong("An advisory has neither a source nor an address.");
        }
        return flaw;
    }

    private void metadata(String field) {
        switch (field) {
            case "vulnerabilities" ->
                Values.object(json, level -> {
                    if (LEVELS.contains(level)) {
                        declared = Math.max(0, declared) + Values.count(json);
                    }
                });
            case "dependencies" -> {
                if (json.isObject()) {
                    json.object("dependencies", group -> {
                        if (group.equals("total")) {
                            sheet.looked(Values.count(json));
                        }
                    });
                }
            }
            case "totalDependencies" -> sheet.looked(Values.count(json));
            default -> {
                // groups of dependencies
            }
        }
    }
}
