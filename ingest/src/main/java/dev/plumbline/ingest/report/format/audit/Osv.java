package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// `osv-scanner --format json` ([its output](https://google.github.io/osv-scanner/output/)): sources, their
/// packages, and for each the entries of [OSV](https://ossf.github.io/osv-schema/) with the groups of those that
/// are aliases of each other.
final class Osv {
    private static final Set<String> FIELDS = Set.of("results", "image_metadata", "license_summary");
    private static final Pattern NOTHING = Pattern.compile("\"results\"\\s{0,40}:\\s{0,40}\\[\\s{0,40}]");

    private final JsonCursor json;
    private final AuditSheet sheet;
    private boolean listed;
    private int packages;
    private int uncalled;

    private Osv(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                        "osv-scanner-json",
                        "osv-scanner",
                        new FormatPage(
                                "osv-scanner --format json",
                                "1 and 2",
                                "entries by package with their aliases, severity, fixed versions; groups of aliases with the highest score",
                                "descriptions, references, licences; packages without findings are listed only on demand",
                                "https://google.github.io/osv-scanner/output/"),
                        Osv::look,
                        (json, sheet) -> new Osv(json, sheet).read())
                .silentWhenClean();
    }

    private static Recognition look(Head head) {
        if (!(head.shape() instanceof Shape.JsonObject object)) {
            return Recognition.apart("it is a JSON object");
        }
        boolean own = object.fields().contains("results")
                && object.fields().stream()
                        .allMatch(field -> FIELDS.contains(field) || field.startsWith("experimental_"))
                && (object.fields().contains("experimental_config")
                        || head.has("\"packages\"")
                        || Looks.near(head, NOTHING, "\"results\""));
        return own
                ? Recognition.MATCH
                : Recognition.alike("it has the field results with packages and besides only experimental_config,"
                        + " here that is not so");
    }

    private void read() {
        json.object("the report", field -> {
            if (field.equals("results")) {
                listed = true;
                Values.entries(json, "results", () -> json.object("a source", this::source));
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of results.");
        }
        sheet.count("packages", packages);
        if (uncalled > 0) {
            sheet.notes()
                    .add(uncalled
                            + " groups of entries are marked as not called by the code; they count all the same.");
        }
    }

    private void source(String field) {
        if (field.equals("packages")) {
            Values.entries(json, field, this::packageOf);
        }
    }

    private void packageOf() {
        packages++;
        sheet.entry();
        String[] place = {"", ""};
        var flaws = new ArrayList<Flaw>();
        var groups = new ArrayList<Group>();
        json.object("a package", field -> {
            switch (field) {
                case "package" ->
                    json.object("a package", name -> {
                        switch (name) {
                            case "name" -> place[0] = Values.text(json);
                            case "version" -> place[1] = Values.text(json);
                            case "commit" -> place[1] = place[1].isEmpty() ? Values.text(json) : place[1];
                            default -> {
                                // ecosystem
                            }
                        }
                    });
                case "vulnerabilities" ->
                    Values.entries(json, field, () -> {
                        sheet.allowance().keep(400);
                        flaws.add(vulnerability(place[0]));
                    });
                case "groups" -> Values.list(json, () -> groups.add(group()));
                default -> {
                    // licences, groups of dependencies
                }
            }
        });
        for (Flaw flaw : flaws) {
            groups.stream()
                    .filter(group -> group.names().contains(flaw.names().getFirst()))
                    .forEach(group -> group.tell(flaw));
            sheet.add(flaw.in(place[0], place[1]));
        }
    }

    /// @param names of the entries and of their aliases
    /// @param score the highest of any of them, as text
    private record Group(List<String> names, String score) {
        void tell(Flaw flaw) {
            names.forEach(flaw::named);
            if (score.isBlank()) {
                // a group without a score has an empty one
                return;
            }
            try {
                flaw.score(Double.parseDouble(score));
            } catch (NumberFormatException e) {
                // boundary: what is no number is no score
                return;
            }
        }
    }

    private Group group() {
        var names = new ArrayList<String>();
        String[] score = {""};
        json.object("a group", field -> {
            switch (field) {
                case "ids", "aliases" -> Values.texts(json, names);
                case "max_severity" -> score[0] = Values.text(json);
                case "experimentalAnalysis", "experimental_analysis" -> Values.object(json, _ -> called());
                default -> {
                    // nothing else is known
                }
            }
        });
        return new Group(names, score[0]);
    }

    private void called() {
        Values.object(json, field -> {
            if (field.equals("called") && Values.untruth(json)) {
                uncalled++;
            }
        });
    }

    /// @param packageName of which the fixed versions are wanted; an entry can be about several
    private Flaw vulnerability(String packageName) {
        var flaw = new Flaw();
        var aliases = new ArrayList<String>();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "id" -> flaw.named(Values.text(json));
                case "aliases" -> Values.texts(json, aliases);
                case "severity" -> Values.list(json, () -> Values.object(json, name -> severity(name, flaw)));
                case "database_specific" ->
                    Values.object(json, name -> {
                        if (name.equals("severity")) {
                            flaw.word(Values.text(json));
                        }
                    });
                case "affected" -> Values.list(json, () -> affected(packageName, flaw));
                default -> {
                    // texts, references
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no id.");
        }
        aliases.forEach(flaw::named);
        return flaw;
    }

    private void severity(String field, Flaw flaw) {
        if (field.equals("score")) {
            flaw.vector(Values.text(json));
        }
    }

    private void affected(String packageName, Flaw flaw) {
        String[] name = {""};
        var fixed = new ArrayList<String>();
        Values.object(json, field -> {
            switch (field) {
                case "package" ->
                    Values.object(json, inner -> {
                        if (inner.equals("name")) {
                            name[0] = Values.text(json);
                        }
                    });
                case "ranges" ->
                    Values.list(
                            json,
                            () -> Values.object(json, inner -> {
                                if (inner.equals("events")) {
                                    Values.list(json, () -> event(fixed));
                                }
                            }));
                default -> {
                    // versions one by one, details of the ecosystem
                }
            }
        });
        if (name[0].isEmpty() || packageName.isEmpty() || name[0].equals(packageName)) {
            fixed.forEach(flaw::fixed);
        }
    }

    private void event(List<String> fixed) {
        Values.object(json, field -> {
            if (field.equals("fixed")) {
                Values.texts(json, fixed);
            }
        });
    }
}
