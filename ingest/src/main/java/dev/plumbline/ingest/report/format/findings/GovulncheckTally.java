package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Aliases;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up the messages of one run of govulncheck.
final class GovulncheckTally {
    private static final int TEXT_CHARS = 300;
    private static final int BYTES_PER_ENTRY = 400;

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final Map<String, List<String>> aliases = new HashMap<>();
    private final Map<String, Found> deepest = new TreeMap<>();
    private final Map<String, String> config = new HashMap<>();
    private final Set<String> modules = new HashSet<>();
    private boolean whole;
    private int listed;
    private int inventory;

    GovulncheckTally(Allowance allowance) {
        this.allowance = allowance;
    }

    Notes notes() {
        return notes;
    }

    /// Whether the beginning of a run was there.
    boolean whole() {
        return whole;
    }

    void begun() {
        whole = true;
    }

    void config(String name, String value) {
        whole = true;
        config.put(name, value);
    }

    void module() {
        inventory++;
    }

    void known(Advisory advisory) {
        count();
        aliases.put(advisory.id(), advisory.aliases());
    }

    /// @param found by whatever way; of several ways into one module the deepest is kept
    void found(Found found) {
        count();
        listed++;
        modules.add(found.module());
        deepest.merge(found.id() + "\0" + found.module(), found, (a, b) -> a.depth() >= b.depth() ? a : b);
    }

    /// An entry of the object that was written before version 1.
    void old(JsonCursor json) {
        var draft = new Draft(json);
        json.object("a vulnerability", draft::old);
        known(new Advisory(draft.id, draft.aliases));
        found(draft.found());
    }

    private void count() {
        allowance.keep(BYTES_PER_ENTRY);
        if (listed + aliases.size() > Limits.ENTRIES) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report has more than " + Limits.ENTRIES + " messages about vulnerabilities.",
                    "Split the report, for example by module, and send the pieces as parts of one upload.");
        }
    }

    Reading reading(ReportReader reader, ReportInput input) {
        DeclaredTool declared = input.declared().tool();
        var vulnerabilities = Aliases.united(deepest.values().stream()
                .map(found -> found.vulnerability(aliases.getOrDefault(found.id(), List.of())))
                .toList());
        long distinct = deepest.values().stream().map(Found::id).distinct().count();
        Instant ran = declared.finishedAt() != null ? declared.finishedAt() : declared.startedAt();
        if (ran == null) {
            notes.add("Neither the report nor the sender says when the audit ran; the time of receipt counts.");
        }
        if (inventory == 0) {
            notes.add(
                    "The report does not list the modules that were looked at; those with vulnerabilities are counted.");
        }
        int looked = Math.max(inventory, modules.size());
        var evidence = new AuditEvidence(
                Kind.AUDIT,
                reader.source(input, tool(declared), notes),
                ran == null ? input.receivedAt() : ran,
                looked,
                List.of(),
                vulnerabilities.subList(0, Math.min(vulnerabilities.size(), AuditEvidence.LISTED_LIMIT)),
                vulnerabilities.size());
        return Reading.of(
                evidence,
                Figures.builder()
                        .put("findings", listed)
                        .put("vulnerabilities", distinct)
                        .put("dependencies", looked)
                        .put("vulnerableDependencies", modules.size())
                        .put("skipped", 0)
                        .build());
    }

    private ToolRun tool(DeclaredTool declared) {
        ToolRun run = ToolRuns.joined(ToolRuns.Stated.of("govulncheck", config.get("scanner_version")), declared);
        return new ToolRun(
                run.name(),
                run.version(),
                run.exitCode(),
                run.success(),
                run.startedAt(),
                run.finishedAt(),
                database(run.databaseAt()));
    }

    private @Nullable Instant database(@Nullable Instant declared) {
        String stated = config.get("db_last_modified");
        try {
            return stated == null ? declared : Instant.parse(stated);
        } catch (DateTimeParseException e) {
            notes.add("The database's time «" + Texts.shown(stated, 60) + "» is not a moment.");
            return declared;
        }
    }

    /// What is known of a vulnerability, found or not.
    record Advisory(String id, List<String> aliases) {
        static Advisory read(JsonCursor json) {
            var draft = new Draft(json);
            json.object("osv", draft::advisory);
            return new Advisory(draft.id, draft.aliases);
        }
    }

    /// @param depth 3: its function is called, 2: its package is imported, 1: its module is required
    record Found(String id, String module, String version, String fixed, int depth) {
        static Found read(JsonCursor json) {
            var draft = new Draft(json);
            json.object("finding", draft::finding);
            return draft.found();
        }

        Vulnerability vulnerability(List<String> aliases) {
            Severity severity = depth == 3 ? Severity.HIGH : depth == 2 ? Severity.MEDIUM : Severity.LOW;
            return new Vulnerability(
                    id, aliases, module, version, severity, fixed.isEmpty() ? List.of() : List.of(fixed));
        }
    }

    private static final class Draft {
        private final JsonCursor json;
        private String id = "";
        private final List<String> aliases = new ArrayList<>();
        private String module = "";
        private String version = "";
        private String fixed = "";
        private int depth = 1;
        private boolean first = true;

        Draft(JsonCursor json) {
            this.json = json;
        }

        void advisory(String field) {
            switch (field) {
                case "id" -> id = text();
                case "aliases" ->
                    json.array("aliases", () -> {
                        if (aliases.size() < 50) {
                            aliases.add(text());
                        }
                    });
                default -> {
                    // descriptions
                }
            }
        }

        void finding(String field) {
            switch (field) {
                case "osv" -> id = text();
                case "fixed_version" -> fixed = text();
                case "trace" -> json.array("trace", this::frame);
                default -> {
                    // nothing else is known
                }
            }
        }

        /// The first frame is where the vulnerability is, the others lead to the code that was looked at.
        private void frame() {
            if (!first) {
                return;
            }
            first = false;
            json.object("a frame", field -> {
                switch (field) {
                    case "module" -> module = text();
                    case "version" -> version = text();
                    case "package" -> depth = Math.max(depth, text().isEmpty() ? 1 : 2);
                    case "function" -> depth = text().isEmpty() ? depth : 3;
                    default -> {
                        // position, receiver
                    }
                }
            });
        }

        void old(String field) {
            switch (field) {
                case "OSV" -> json.object("OSV", this::advisory);
                case "ModPath" -> module = text();
                case "CallSink" -> depth = sink() ? 3 : depth;
                case "ImportSink" -> depth = Math.max(depth, sink() ? 2 : 1);
                default -> {
                    // symbol, package
                }
            }
        }

        private boolean sink() {
            Integer node = json.whole("a sink");
            return node != null && node > 0;
        }

        private String text() {
            String text = json.text("a text", TEXT_CHARS);
            return text == null ? "" : Texts.shown(text, TEXT_CHARS);
        }

        Found found() {
            if (id.isEmpty()) {
                throw json.wrong("A finding names no vulnerability.");
            }
            return new Found(id, module, version, fixed, depth);
        }
    }
}
