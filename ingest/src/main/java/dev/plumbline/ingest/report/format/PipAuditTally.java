package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Aliases;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up the dependencies of one pip-audit report.
final class PipAuditTally {
    private static final int ID_CHARS = 100;
    private static final int NAME_CHARS = 200;
    private static final int LISTED_WORDS = 50;
    private static final int LISTED_SKIPPED = 200;
    private static final int BYTES_PER_ENTRY = 400;

    private final JsonCursor json;
    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final List<Vulnerability> vulnerabilities = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private boolean seen;
    private int checked;
    private int vulnerable;
    private int fixes;

    PipAuditTally(JsonCursor json, Allowance allowance) {
        this.json = json;
        this.allowance = allowance;
    }

    void read() {
        if (json.isArray()) {
            dependencies();
        } else {
            json.object("the report", field -> {
                switch (field) {
                    case "dependencies" -> dependencies();
                    case "fixes" -> json.array("fixes", () -> fixes++);
                    default -> notes.add("The field «" + Texts.shown(field, 60) + "» is not known and was not read.");
                }
            });
        }
        if (!seen) {
            throw json.wrong("The report has no list of dependencies.");
        }
        json.end();
        notes.replaced(json.replacedCharacters());
    }

    private void dependencies() {
        if (!json.isArray()) {
            throw json.wrong("The value of dependencies is not a list.");
        }
        seen = true;
        json.array("dependencies", this::dependency);
    }

    private void dependency() {
        var dependency = new Dependency();
        json.object("a dependency", field -> {
            switch (field) {
                case "name" -> dependency.name = json.text("a dependency's name", NAME_CHARS);
                case "version" -> dependency.version = json.text("a dependency's version", ID_CHARS);
                case "skip_reason" -> dependency.skipped = !json.isNull();
                case "vulns" -> json.array("vulns", () -> dependency.found.add(vulnerability()));
                default -> {
                    // descriptions are not kept
                }
            }
        });
        String name = dependency.name;
        if (name == null) {
            throw json.wrong("A dependency has no name.");
        }
        count();
        if (dependency.skipped) {
            skipped.add(Texts.shown(name, NAME_CHARS));
            return;
        }
        checked++;
        vulnerable += dependency.found.isEmpty() ? 0 : 1;
        String version = dependency.version;
        if (version == null) {
            throw json.wrong("The dependency " + Texts.shown(name, 60)
                    + " has neither a version nor a reason why it was skipped.");
        }
        dependency.found.forEach(
                found -> vulnerabilities.add(found.in(Texts.shown(name, NAME_CHARS), Texts.shown(version, ID_CHARS))));
    }

    private Found vulnerability() {
        count();
        var found = new Found();
        json.object("a vulnerability", field -> {
            switch (field) {
                case "id" -> found.id = json.text("a vulnerability's id", ID_CHARS);
                case "fix_versions" -> json.array("fix_versions", () -> word(found.fixVersions));
                case "aliases" -> json.array("aliases", () -> word(found.aliases));
                default -> {
                    // advisory texts are not kept
                }
            }
        });
        if (found.id == null) {
            throw json.wrong("A vulnerability has no id.");
        }
        return found;
    }

    private void word(List<String> words) {
        String word = json.text("an entry", ID_CHARS);
        if (word != null && words.size() < LISTED_WORDS) {
            words.add(Texts.shown(word, ID_CHARS));
        }
    }

    private void count() {
        allowance.keep(BYTES_PER_ENTRY);
        if (checked + skipped.size() + vulnerabilities.size() > Limits.ENTRIES) {
            throw json.wrong("The report lists more than " + Limits.ENTRIES + " dependencies and vulnerabilities.");
        }
    }

    AuditEvidence evidence(ReportReader reader, ReportInput input) {
        DeclaredTool declared = input.declared().tool();
        List<Vulnerability> open = Aliases.united(vulnerabilities);
        skipped.sort(Comparator.naturalOrder());
        if (!skipped.isEmpty()) {
            notes.add(skipped.size() + (skipped.size() == 1 ? " dependency" : " dependencies")
                    + " could not be looked at by the tool.");
        }
        if (fixes > 0) {
            notes.add("The run changed or tried to change " + fixes + (fixes == 1 ? " dependency" : " dependencies")
                    + " itself; what it found counts as found.");
        }
        Instant ran = declared.finishedAt() != null ? declared.finishedAt() : declared.startedAt();
        if (ran == null) {
            notes.add("Neither the report nor the sender says when the audit ran; the time of receipt counts.");
        }
        var tool = ToolRuns.joined(ToolRuns.Stated.of("pip-audit", null), declared);
        return new AuditEvidence(
                Kind.AUDIT,
                reader.source(input, tool, notes),
                ran == null ? input.receivedAt() : ran,
                checked,
                skipped.subList(0, Math.min(skipped.size(), LISTED_SKIPPED)),
                open.subList(0, Math.min(open.size(), AuditEvidence.LISTED_LIMIT)),
                open.size());
    }

    Figures figures() {
        return Figures.builder()
                .put("dependencies", (long) checked + skipped.size())
                .put("vulnerableDependencies", vulnerable)
                .put("findings", vulnerabilities.size())
                .put("vulnerabilities", vulnerabilities.size())
                .put("skipped", skipped.size())
                .put("fixes", fixes)
                .build();
    }

    private static final class Dependency {
        private @Nullable String name;
        private @Nullable String version;
        private boolean skipped;
        private final List<Found> found = new ArrayList<>();
    }

    private static final class Found {
        private @Nullable String id;
        private final List<String> aliases = new ArrayList<>();
        private final List<String> fixVersions = new ArrayList<>();

        Vulnerability in(String name, String version) {
            String known = id == null ? "" : Texts.shown(id, ID_CHARS);
            return new Vulnerability(known, aliases, name, version, Severity.UNSTATED, fixVersions);
        }
    }
}
