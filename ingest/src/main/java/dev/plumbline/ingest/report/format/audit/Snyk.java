package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// `snyk test --json` and `snyk container test --json` ([its
/// documentation](https://docs.snyk.io/snyk-cli/commands/test)): a project, or with `--all-projects` a list of
/// them; an image can hold applications. A vulnerability stands there once for each way to its package.
/// `snyk code` writes SARIF, and `snyk iac` can.
final class Snyk {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private final List<String> errors = new ArrayList<>();
    private int projects;
    private int licences;

    private Snyk(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "snyk-json",
                "snyk",
                new FormatPage(
                        "snyk test, snyk container test",
                        "all; snyk code is read from its SARIF, snyk iac as snyk-iac-json",
                        "vulnerabilities with Snyk's, CVE and GitHub names, package, version, severity, fixes; number of dependencies",
                        "descriptions, ways to the package; licence issues are counted only",
                        "https://docs.snyk.io/snyk-cli/commands/test"),
                Snyk::look,
                (json, sheet) -> new Snyk(json, sheet).read());
    }

    /// A report of `snyk iac test` has the same fields, with a list of vulnerabilities that is always
    /// empty.
    private static Recognition look(Head head) {
        if (head.has("\"infrastructureAsCodeIssues\"")) {
            return new Recognition.Mismatch("it is about dependencies, here it is about infrastructure", 2);
        }
        Recognition project = Look.objects(
                head, "vulnerabilities", Set.of("ok", "dependencyCount"), "\"SNYK-", "\"snyk:", "\"packageManager\"");
        boolean error = switch (head.shape()) {
            case Shape.JsonObject object -> object.fields().containsAll(Set.of("ok", "error"));
            case Shape.JsonArray array -> array.itemFields().containsAll(Set.of("ok", "error"));
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> false;
        };
        return error ? Recognition.MATCH : project;
    }

    private void read() {
        if (json.isArray()) {
            json.array("the report", this::project);
        } else {
            project();
        }
        if (projects == 0) {
            throw errors.isEmpty()
                    ? json.wrong("The report has no list of vulnerabilities.")
                    : Refusal.of(json.where(), "snyk", errors.subList(0, 1));
        }
        errors.forEach(error -> sheet.notes().add("Snyk reports an error: «" + error + "»."));
        sheet.count("licenses", licences);
        sheet.count("findings", (long) sheet.listed() + licences);
        if (licences > 0) {
            sheet.notes().add(licences + " issues are about licences and are counted only.");
        }
    }

    private void project() {
        var errorsBefore = new ArrayList<String>();
        String[] path = {""};
        boolean[] listed = new boolean[1];
        json.object("a project", field -> {
            switch (field) {
                case "vulnerabilities" -> {
                    listed[0] = true;
                    Values.entries(json, field, this::vulnerability);
                }
                case "dependencyCount" -> sheet.looked(Values.count(json));
                case "filtered" ->
                    Values.object(json, name -> {
                        if (name.equals("ignore") || name.equals("patch")) {
                            Values.list(json, sheet::suppress);
                        }
                    });
                case "applications" -> Values.list(json, this::project);
                case "error" -> error(errorsBefore);
                case "path", "displayTargetFile", "projectName" ->
                    path[0] = path[0].isEmpty() ? Values.text(json) : path[0];
                default -> {
                    // settings, remediation
                }
            }
        });
        if (listed[0]) {
            projects++;
        } else if (!errorsBefore.isEmpty()) {
            sheet.skip(path[0].isEmpty() ? "a project" : path[0]);
        }
        if (errors.size() < 20) {
            errors.addAll(errorsBefore);
        }
    }

    private void error(List<String> words) {
        if (json.isObject()) {
            json.object("an error", field -> {
                if (field.equals("message") || field.equals("userMessage")) {
                    Values.texts(json, words);
                }
            });
        } else {
            Values.texts(json, words);
        }
    }

    private void vulnerability() {
        var flaw = new Flaw();
        String[] words = {"", "", ""};
        boolean[] off = new boolean[1];
        json.object("a vulnerability", field -> {
            switch (field) {
                case "id" -> words[0] = Values.text(json);
                case "type" -> words[1] = Values.text(json);
                case "packageName", "name" -> flaw.in(flaw.packageName().isEmpty() ? Values.text(json) : "", "");
                case "version" -> flaw.in("", Values.text(json));
                case "severity" -> words[2] = words[2].isEmpty() ? Values.text(json) : words[2];
                case "severityWithCritical" -> words[2] = Values.text(json);
                case "cvssScore" -> score(flaw);
                case "fixedIn" -> Values.texts(json, flaw.fixedList());
                case "nearestFixedInVersion" -> flaw.fixed(Values.text(json));
                case "identifiers" -> Values.object(json, name -> identifiers(name, flaw));
                case "isIgnored" -> off[0] = Values.truth(json);
                default -> {
                    // texts, ways
                }
            }
        });
        flaw.named(words[0]);
        flaw.word(words[2]);
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no id.");
        }
        if (words[1].equals("license") || words[0].startsWith("snyk:lic:")) {
            sheet.entry();
            licences++;
        } else if (off[0]) {
            sheet.suppress();
        } else {
            sheet.add(flaw);
        }
    }

    private void score(Flaw flaw) {
        if (json.isNumber()) {
            Double score = json.number("a score");
            flaw.score(score == null ? -1 : score);
        }
    }

    private void identifiers(String scheme, Flaw flaw) {
        if (scheme.equals("CVE") || scheme.equals("GHSA") || scheme.equals("RHSA")) {
            var names = new ArrayList<String>();
            Values.texts(json, names);
            names.forEach(flaw::perhapsNamed);
        }
    }
}
