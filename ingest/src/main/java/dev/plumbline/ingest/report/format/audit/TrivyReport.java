package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.finding.Severities;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one file of Trivy lists. Which kinds of evidence it is, its results say by their class; a file
/// without any result is what the sender declares, else an audit of nothing.
final class TrivyReport {
    private static final Set<String> PACKAGES = Set.of("os-pkgs", "lang-pkgs");

    private final AuditSheet sheet;
    private final FindingList secrets;
    private final FindingList misconfigurations;
    private final Set<Kind> kinds = new TreeSet<>();
    private final Map<String, String> paths = new HashMap<>();
    private boolean whole;
    private int listedSecrets;
    private int listedMisconfigurations;
    private int failed;
    private int licences;

    TrivyReport(Allowance allowance) {
        this.sheet = new AuditSheet("trivy", allowance);
        this.secrets = new FindingList("trivy", allowance);
        this.misconfigurations = new FindingList("trivy", allowance);
    }

    AuditSheet sheet() {
        return sheet;
    }

    void read(JsonCursor json) {
        if (json.isArray()) {
            whole = true;
            json.array("the report", () -> result(json));
            return;
        }
        json.object("the report", field -> field(json, field));
        if (!whole) {
            throw json.wrong("The report has neither a schema version nor the name of an artifact or cluster.");
        }
    }

    /// One field of the report.
    void field(JsonCursor json, String field) {
        switch (field) {
            case "SchemaVersion", "ArtifactName", "ClusterName" -> whole = true;
            case "CreatedAt" -> sheet.ran(Values.text(json));
            case "Trivy" -> Values.object(json, name -> version(json, name));
            case "Results" -> {
                whole = true;
                Values.entries(json, field, () -> result(json));
            }
            case "Resources", "Findings", "Vulnerabilities", "Misconfigurations" ->
                Values.entries(json, field, () -> resource(json));
            default -> {
                // what was looked at
            }
        }
    }

    /// Whether a field was there that every report of Trivy's has.
    boolean isWhole() {
        return whole;
    }

    private void version(JsonCursor json, String field) {
        if (field.equals("Version")) {
            sheet.version(Values.text(json));
        }
    }

    private void resource(JsonCursor json) {
        String[] words = {"", "", ""};
        json.object("a resource", field -> {
            switch (field) {
                case "Kind" -> words[0] = Values.text(json);
                case "Name" -> words[1] = Values.text(json);
                case "Error" -> words[2] = Values.text(json);
                case "Results" -> Values.entries(json, field, () -> result(json));
                default -> {
                    // namespace, images
                }
            }
        });
        if (!words[2].isEmpty()) {
            sheet.skip(words[0] + "/" + words[1]);
            sheet.notes()
                    .add("Trivy could not look at " + Texts.shown(words[0] + "/" + words[1], 80) + ": «"
                            + Texts.firstLine(words[2], 100) + "».");
        }
    }

    private void result(JsonCursor json) {
        String[] target = {""};
        json.object("a result", field -> {
            switch (field) {
                case "Target" -> target[0] = Values.text(json);
                case "Class" -> ofClass(Values.text(json));
                case "Packages" -> {
                    long[] packages = {0};
                    Values.list(json, () -> packages[0]++);
                    sheet.looked(packages[0]);
                }
                case "Vulnerabilities" -> {
                    kinds.add(Kind.AUDIT);
                    Values.entries(json, field, () -> vulnerability(json));
                }
                case "Misconfigurations" -> {
                    kinds.add(TrivyReader.MISCONFIGURATIONS);
                    Values.entries(json, field, () -> misconfiguration(json, target[0]));
                }
                case "Secrets" -> {
                    kinds.add(TrivyReader.SECRETS);
                    Values.entries(json, field, () -> secret(json, target[0]));
                }
                case "Licenses" ->
                    Values.entries(json, field, () -> {
                        sheet.entry();
                        licences++;
                    });
                case "ExperimentalModifiedFindings" -> Values.entries(json, field, sheet::suppress);
                default -> {
                    // summaries, resources of other kinds
                }
            }
        });
    }

    private void ofClass(String name) {
        if (PACKAGES.contains(name)) {
            kinds.add(Kind.AUDIT);
        } else if (name.equals("config")) {
            kinds.add(TrivyReader.MISCONFIGURATIONS);
        } else if (name.equals("secret")) {
            kinds.add(TrivyReader.SECRETS);
        }
    }

    private void vulnerability(JsonCursor json) {
        var flaw = new Flaw();
        var vendors = new ArrayList<String>();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "VulnerabilityID" -> flaw.named(Values.text(json));
                case "VendorIDs" -> Values.texts(json, vendors);
                case "PkgName" -> flaw.in(Values.text(json), "");
                case "InstalledVersion" -> flaw.in("", Values.text(json));
                case "FixedVersion" -> fixed(Values.text(json), flaw);
                case "Severity" -> flaw.word(Values.text(json));
                default -> {
                    // texts, scores of others, layers
                }
            }
        });
        if (flaw.nameless()) {
            throw json.wrong("A vulnerability has no VulnerabilityID.");
        }
        vendors.stream().filter(vendor -> vendor.startsWith("GHSA-")).forEach(flaw::named);
        sheet.add(flaw);
    }

    private static void fixed(String versions, Flaw flaw) {
        for (String version : versions.split(",")) {
            flaw.fixed(version.strip());
        }
    }

    private void misconfiguration(JsonCursor json, String target) {
        var entry = new Row();
        json.object("a misconfiguration", field -> {
            switch (field) {
                case "ID" -> entry.rule = Values.text(json);
                case "AVDID" -> entry.rule = entry.rule.isEmpty() ? Values.text(json) : entry.rule;
                case "Title" -> entry.message = Values.text(json);
                case "Severity" -> entry.severity = Values.text(json);
                case "Status" -> entry.status = Values.text(json);
                case "CauseMetadata" -> Values.object(json, name -> line(json, name, entry));
                default -> {
                    // texts, queries
                }
            }
        });
        if (entry.rule.isEmpty()) {
            throw json.wrong("A misconfiguration has no ID.");
        }
        listedMisconfigurations++;
        Finding.State state = switch (entry.status) {
            case "PASS" -> Finding.State.INFORMATIONAL;
            case "EXCEPTION" -> Finding.State.SUPPRESSED;
            default -> Finding.State.OPEN;
        };
        if (state == Finding.State.SUPPRESSED) {
            sheet.suppress();
        } else {
            sheet.entry();
            failed += state == Finding.State.OPEN ? 1 : 0;
        }
        entry.into(misconfigurations, path(target), state);
    }

    private static void line(JsonCursor json, String field, Row entry) {
        if (field.equals("StartLine")) {
            entry.line = (int) Math.min(Values.count(json), Integer.MAX_VALUE);
        }
    }

    private void secret(JsonCursor json, String target) {
        var entry = new Row();
        json.object("a secret", field -> {
            switch (field) {
                case "RuleID" -> entry.rule = Values.text(json);
                case "Title" -> entry.message = Values.text(json);
                case "Severity" -> entry.severity = Values.text(json);
                case "StartLine" -> line(json, field, entry);
                default -> {
                    // the secret itself is never kept
                }
            }
        });
        if (entry.rule.isEmpty()) {
            throw json.wrong("A secret has no RuleID.");
        }
        listedSecrets++;
        sheet.entry();
        entry.into(secrets, path(target), Finding.State.OPEN);
    }

    private String path(String target) {
        if (paths.size() == 1_000) {
            paths.clear();
        }
        return paths.computeIfAbsent(target, ReportPath::of);
    }

    private static final class Row {
        private String rule = "";
        private String message = "";
        private String severity = "";
        private String status = "";
        private int line;

        void into(FindingList list, String path, Finding.State state) {
            list.add(rule, Severities.ofWord(severity), path, line, message, state);
        }
    }

    Reading reading(ReportReader reader, ReportInput input) {
        Kind declared = input.declared().kind();
        if (kinds.isEmpty()) {
            kinds.add(declared == null ? Kind.AUDIT : declared);
            sheet.notes().add("The report has no results: Trivy found nothing that it could look at.");
        }
        if (declared != null && !kinds.contains(declared)) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report was declared as " + declared + ", but its results are " + kinds + " only.",
                    "Leave the kind out, or run Trivy with the scanner for that kind.");
        }
        if (licences > 0) {
            sheet.notes().add(licences + " entries of licences are counted only; an inventory says more of them.");
        }
        List<Evidence> evidence = new ArrayList<>();
        var findings = new ArrayList<Finding>();
        for (Kind kind : kinds) {
            FindingList list = list(kind);
            if (list == null) {
                evidence.add(sheet.evidence(reader, input));
            } else {
                var source = reader.source(input, sheet.run(input.declared().tool()), sheet.notes());
                evidence.add(new FindingsEvidence(kind, source, list.groups(), list.fingerprints(), List.of()));
                findings.addAll(list.sorted());
            }
        }
        return new Reading(evidence, findings, figures());
    }

    private @Nullable FindingList list(Kind kind) {
        if (kind.equals(TrivyReader.SECRETS)) {
            return secrets;
        }
        return kind.equals(TrivyReader.MISCONFIGURATIONS) ? misconfigurations : null;
    }

    private Figures figures() {
        return sheet.figures()
                .put("findings", (long) sheet.listed() + listedMisconfigurations + listedSecrets + licences)
                .put("misconfigurations", listedMisconfigurations)
                .put("misconfFail", failed)
                .put("secrets", listedSecrets)
                .put("licenses", licences)
                .build();
    }
}
