package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What speaks of images in Clair's words: its report of version 4 (`clairctl report -o json`), the layers
/// of its API of version 1, and the reports of clair-scanner and klar. clair-scanner lists all
/// vulnerabilities, and before them those that its whitelist does not approve: the others do not count.
final class Clair {
    private final JsonCursor json;
    private final AuditSheet sheet;
    private @Nullable Set<String> unapproved;
    private boolean listed;

    private Clair(JsonCursor json, AuditSheet sheet) {
        this.json = json;
        this.sheet = sheet;
    }

    static Audit audit() {
        return new Audit(
                "clair-json",
                "clair",
                new FormatPage(
                        "clairctl report -o json, Clair's API, clair-scanner, klar",
                        "1 and 4",
                        "vulnerabilities with package, version, severity, fix; those that clair-scanner's whitelist approves as suppressed",
                        "descriptions, links, layers",
                        "https://quay.github.io/clair/reference/api.html"),
                Clair::look,
                (json, sheet) -> new Clair(json, sheet).read());
    }

    private static Recognition look(Head head) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && (object.fields().containsAll(Set.of("unapproved", "vulnerabilities"))
                        || object.fields().containsAll(Set.of("LayerCount", "Vulnerabilities"))
                        || object.fields().containsAll(Set.of("manifest_hash", "packages"))
                        || object.fields().contains("Layer") && head.has("\"NamespaceName\""));
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has the fields unapproved, LayerCount, manifest_hash or Layer, here it has not", 2);
    }

    private void read() {
        json.object("the report", field -> {
            switch (field) {
                case "unapproved" -> {
                    unapproved = new HashSet<>();
                    Values.list(json, () -> approve(Values.text(json)));
                }
                case "vulnerabilities" -> {
                    listed = true;
                    Values.either(json, field, () -> vulnerability("", ""));
                }
                case "Vulnerabilities" -> {
                    listed = true;
                    Values.object(json, _ -> Values.entries(json, "a severity", () -> vulnerability("", "")));
                }
                case "packages" ->
                    Values.object(json, _ -> {
                        sheet.looked(1);
                        Values.object(json, name -> {});
                    });
                case "Layer" -> Values.object(json, this::layer);
                default -> {
                    // environments, distributions, repositories
                }
            }
        });
        if (!listed) {
            throw json.wrong("The report has no list of vulnerabilities.");
        }
    }

    private void approve(String name) {
        sheet.allowance().keep(64 + 2L * name.length());
        if (unapproved != null) {
            unapproved.add(name);
        }
    }

    private void layer(String field) {
        if (field.equals("Features") || field.equals("Name")) {
            listed = true;
        }
        if (field.equals("Features")) {
            Values.entries(json, field, this::feature);
        }
    }

    /// Name and version stand before the vulnerabilities.
    private void feature() {
        String[] words = {"", ""};
        sheet.looked(1);
        json.object("a feature", field -> {
            switch (field) {
                case "Name" -> words[0] = Values.text(json);
                case "Version" -> words[1] = Values.text(json);
                case "Vulnerabilities" -> Values.entries(json, field, () -> vulnerability(words[0], words[1]));
                default -> {
                    // namespace, layer that added it
                }
            }
        });
    }

    private void vulnerability(String packageName, String version) {
        var flaw = new Flaw().in(packageName, version);
        json.object("a vulnerability", field -> field(field, flaw));
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no name.");
        }
        if (unapproved == null || unapproved.contains(flaw.names().getFirst())) {
            sheet.add(flaw);
        } else {
            sheet.suppress();
        }
    }

    private void field(String field, Flaw flaw) {
        switch (field) {
            case "vulnerability", "name", "Name" -> flaw.named(Values.text(json));
            case "featurename", "FeatureName" -> flaw.in(Values.text(json), "");
            case "featureversion", "FeatureVersion" -> flaw.in("", Values.text(json));
            case "severity", "Severity", "normalized_severity" -> flaw.word(worst(Values.text(json)));
            case "fixedby", "FixedBy", "fixed_in_version" -> flaw.fixed(Values.text(json));
            case "package" ->
                Values.object(json, name -> {
                    switch (name) {
                        case "name" -> flaw.in(Values.text(json), "");
                        case "version" -> flaw.in("", Values.text(json));
                        default -> {
                            // kind, source
                        }
                    }
                });
            default -> {
                // texts; metadata of several sources
            }
        }
    }

    private static String worst(String word) {
        return word.equals("Defcon1") ? "critical" : word;
    }
}
