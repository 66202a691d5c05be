package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Safety's JSON ([its documentation](https://docs.safetycli.com/safety-docs/output-options/json-output)):
/// `safety check` of version 1 wrote a list of lists, of version 2 and 3 an object with `report_meta`; `safety
/// scan` of version 3 writes an object with `scan_results`.
final class Safety {
    private static final Pattern OLD_LIST = Pattern.compile("\\A\\s{0,200}\\[\\s{0,200}\\[\\s{0,200}\"");
    private static final int OLD_FIELDS = 5;

    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;
    private int ignored;

    private Safety(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "safety-json",
                "safety",
                new FormatPage(
                        "safety check, safety scan",
                        "the list of version 1, the objects of 2 and 3",
                        "vulnerabilities by package with CVE name, severity, fixed versions; ignored ones; packages; version, time",
                        "advisories, remediations, announcements",
                        "https://docs.safetycli.com/safety-docs/output-options/json-output"),
                Safety::look,
                (json, sheet) -> new Safety(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = switch (head.shape()) {
            case Shape.JsonObject object ->
                object.fields().contains("report_meta") || object.fields().containsAll(Set.of("meta", "scan_results"));
            case Shape.JsonArray array ->
                array.itemFields().isEmpty() && OLD_LIST.matcher(head.text()).find();
            case Shape.Xml _, Shape.Text _, Shape.Empty _, Shape.Binary _ -> false;
        };
        return own
                ? Recognition.MATCH
                : Recognition.alike(
                        "it has the field report_meta, or meta and scan_results, or is a list of lists, here that is not so");
    }

    private void read() {
        if (json.isArray()) {
            json.array("the report", this::old);
            return;
        }
        json.object("the report", field -> {
            switch (field) {
                case "report_meta", "meta" -> Values.object(json, this::meta);
                case "scanned_packages" -> {
                    sheet.looked(0);
                    Values.object(json, _ -> sheet.looked(1));
                }
                case "vulnerabilities" -> {
                    listed = true;
                    Values.entries(json, field, this::vulnerability);
                }
                case "ignored_vulnerabilities" -> Values.entries(json, field, sheet::suppress);
                case "scan_results" -> Values.object(json, this::scan);
                default -> {
                    // announcements, remediations
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of vulnerabilities, and no projects that were scanned.");
        }
        if (ignored > 0) {
            sheet.notes().add(ignored + " vulnerabilities are marked as ignored and do not count.");
        }
    }

    private void meta(String field) {
        switch (field) {
            case "safety_version" -> sheet.version(Values.text(json));
            case "timestamp" -> sheet.ran(Values.text(json));
            case "packages_found" -> sheet.declare("packages", Values.count(json));
            case "vulnerabilities_found" -> sheet.declare("findings", Values.count(json));
            case "vulnerabilities_ignored" -> sheet.declare("suppressed", Values.count(json));
            default -> {
                // settings
            }
        }
    }

    /// Name, affected versions, version, advisory, number, and since 1.9 two scores.
    private void old() {
        var words = new ArrayList<String>();
        json.array("an entry", () -> words.add(words.size() == 3 ? "" : Values.text(json)));
        if (words.size() < OLD_FIELDS) {
            throw json.wrong("An entry has fewer than " + OLD_FIELDS + " fields.");
        }
        var flaw = new Flaw();
        flaw.named(words.get(4).isEmpty() ? "" : "safety:" + words.get(4));
        if (flaw.nameless()) {
            throw json.wrong("An entry has no number.");
        }
        sheet.add(flaw.in(words.get(0), words.get(2)));
    }

    private void vulnerability() {
        var flaw = new Flaw();
        String[] id = {""};
        boolean[] off = new boolean[1];
        json.object("a vulnerability", field -> {
            switch (field) {
                case "vulnerability_id" -> id[0] = Values.text(json);
                case "CVE" -> Values.texts(json, flaw.names());
                case "package_name" -> flaw.in(Values.text(json), "");
                case "analyzed_version" -> flaw.in("", Values.text(json));
                case "fixed_versions" -> Values.texts(json, flaw.fixedList());
                case "ignored" -> off[0] = Values.truth(json);
                case "severity" -> severity(flaw);
                default -> {
                    // advisory, addresses
                }
            }
        });
        flaw.named(id[0].isEmpty() ? "" : "safety:" + id[0]);
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no id.");
        }
        if (off[0]) {
            ignored++;
            sheet.suppress();
        } else {
            sheet.add(flaw);
        }
    }

    private void severity(Flaw flaw) {
        if (json.isText()) {
            flaw.word(Values.text(json));
        }
        Values.object(json, field -> {
            if (field.equals("cvssv3") || field.equals("cvssv2")) {
                Values.object(json, name -> {
                    if (name.equals("base_severity")) {
                        flaw.word(Values.text(json));
                    } else if (name.equals("base_score") && json.isNumber()) {
                        Double score = json.number("a score");
                        flaw.score(score == null ? -1 : score);
                    }
                });
            }
        });
    }

    private void scan(String field) {
        if (field.equals("projects")) {
            listed = true;
            sheet.looked(0);
            Values.entries(
                    json,
                    field,
                    () -> json.object("a project", name -> {
                        if (name.equals("files")) {
                            Values.entries(json, name, () -> json.object("a file", this::file));
                        }
                    }));
        }
    }

    private void file(String field) {
        if (field.equals("results")) {
            Values.object(json, name -> {
                if (name.equals("dependencies")) {
                    Values.entries(json, name, this::dependency);
                }
            });
        }
    }

    private void dependency() {
        sheet.looked(1);
        String[] name = {""};
        var flaws = new ArrayList<Flaw>();
        json.object("a dependency", field -> {
            switch (field) {
                case "name" -> name[0] = Values.text(json);
                case "specifications" -> Values.entries(json, field, () -> flaws.addAll(specification()));
                default -> {
                    // version stands in the specifications
                }
            }
        });
        flaws.forEach(flaw -> sheet.add(flaw.in(name[0], "")));
    }

    private List<Flaw> specification() {
        String[] raw = {""};
        var fixed = new ArrayList<String>();
        var flaws = new ArrayList<Flaw>();
        json.object("a specification", field -> {
            switch (field) {
                case "raw" -> raw[0] = Values.text(json);
                case "vulnerabilities" ->
                    Values.object(json, name -> {
                        switch (name) {
                            case "known_vulnerabilities" ->
                                Values.entries(json, name, () -> {
                                    sheet.allowance().keep(400);
                                    known(flaws);
                                });
                            case "remediation" -> Values.object(json, inner -> remediation(inner, fixed));
                            default -> {
                                // nothing else is known
                            }
                        }
                    });
                default -> {
                    // nothing else is known
                }
            }
        });
        int equal = raw[0].indexOf("==");
        String version = equal < 0 ? "" : raw[0].substring(equal + 2).strip();
        flaws.forEach(flaw -> {
            flaw.in("", version);
            fixed.forEach(flaw::fixed);
        });
        return flaws;
    }

    private void remediation(String field, List<String> fixed) {
        if (field.equals("recommended")) {
            Values.texts(json, fixed);
        }
    }

    private void known(List<Flaw> flaws) {
        var flaw = new Flaw();
        boolean[] off = new boolean[1];
        json.object("a vulnerability", field -> {
            switch (field) {
                case "id" -> flaw.named("safety:" + Values.text(json));
                case "CVE", "cve" -> Values.texts(json, flaw.names());
                case "ignored" -> off[0] = json.isObject() || Values.truth(json);
                case "severity" -> severity(flaw);
                default -> {
                    // affected versions
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no id.");
        }
        if (off[0]) {
            ignored++;
            sheet.suppress();
        } else {
            flaws.add(flaw);
        }
    }
}
