package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.DeclaredTool;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Aliases;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.ToolRun.Success;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one audit lists, and what evidence and figures come of it. Figures count entries as they are
/// listed; in the evidence an entry that is there under several names, or by several ways, is there once.
final class AuditSheet {
    private static final int BYTES_PER_ENTRY = 400;
    private static final int LISTED_SKIPPED = 200;
    private static final int SHOWN = 100;

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final List<Vulnerability> vulnerabilities = new ArrayList<>();
    private final Set<String> vulnerable = new HashSet<>();
    private final Set<String> skipped = new TreeSet<>();
    private final TreeMap<String, Long> counted = new TreeMap<>();
    private final TreeMap<String, Long> declared = new TreeMap<>();
    private @Nullable String lastPackage;
    private @Nullable String lastVersion;
    private String tool;
    private @Nullable String version;
    private @Nullable Instant ran;
    private @Nullable Instant database;
    private Success success = Success.UNSTATED;
    private long entries;
    private long suppressed;
    private long looked = -1;

    AuditSheet(String tool, Allowance allowance) {
        this.tool = tool;
        this.allowance = allowance;
    }

    Notes notes() {
        return notes;
    }

    Allowance allowance() {
        return allowance;
    }

    /// An entry that stands.
    void add(Flaw flaw) {
        entry();
        vulnerable(flaw.packageName(), flaw.version());
        vulnerabilities.add(flaw.vulnerability());
    }

    /// Entries of one package mostly come one after another.
    private void vulnerable(String packageName, String packageVersion) {
        if (!packageName.equals(lastPackage) || !packageVersion.equals(lastVersion)) {
            vulnerable.add(packageName + "\0" + packageVersion);
            lastPackage = packageName;
            lastVersion = packageVersion;
        }
    }

    /// An entry that somebody decided not to count.
    void suppress() {
        entry();
        suppressed++;
    }

    /// Accounts for an entry.
    void entry() {
        allowance.keep(BYTES_PER_ENTRY);
        if (++entries > Limits.ENTRIES) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report lists more than " + Limits.ENTRIES + " entries.",
                    "Split the report, for example by project, and send the pieces as parts of one upload.");
        }
    }

    int listed() {
        return vulnerabilities.size();
    }

    /// So many more dependencies were looked at.
    void looked(long more) {
        looked = Math.max(0, looked) + more;
    }

    /// A dependency, or a whole project, that the tool could not look at.
    void skip(String name) {
        entry();
        skipped.add(Texts.shown(name, Values.CHARS));
    }

    void tool(String name) {
        tool = name;
    }

    void version(String stated) {
        version = stated.isBlank() ? version : stated;
    }

    void success(Success stated) {
        success = stated;
    }

    void ran(String stated) {
        if (!stated.isEmpty()) {
            Instant moment = Moments.of(stated);
            ran = moment == null ? ran : moment;
            unclear(moment, stated);
        }
    }

    /// The state of the tool's database; the oldest of several counts.
    void database(String stated) {
        if (!stated.isEmpty()) {
            Instant moment = Moments.of(stated);
            if (moment != null && (database == null || moment.isBefore(database))) {
                database = moment;
            }
            unclear(moment, stated);
        }
    }

    private void unclear(@Nullable Instant moment, String stated) {
        if (moment == null) {
            notes.add("The time «" + Texts.shown(stated, SHOWN) + "» is not a moment and was left out.");
        }
    }

    /// A further figure, or another value than the one that comes of the entries.
    void count(String figure, long number) {
        counted.merge(figure, number, Long::sum);
    }

    void declare(String figure, long number) {
        declared.merge(figure, number, Long::sum);
    }

    Reading reading(ReportReader reader, ReportInput input) {
        return new Reading(
                List.of(evidence(reader, input)), List.of(), figures().build());
    }

    AuditEvidence evidence(ReportReader reader, ReportInput input) {
        List<Vulnerability> open = Aliases.united(vulnerabilities);
        if (open.size() < vulnerabilities.size()) {
            notes.add("Of " + vulnerabilities.size() + " entries, " + (vulnerabilities.size() - open.size())
                    + " repeat a vulnerability by another way to its package or under another name.");
        }
        if (!skipped.isEmpty()) {
            notes.add("The tool could not look at everything: " + skipped.size() + " of it was skipped.");
        }
        if (looked < 0) {
            notes.add("The report does not say how many dependencies were looked at; those with vulnerabilities are"
                    + " counted.");
        }
        Instant moment = moment(input);
        return new AuditEvidence(
                Kind.AUDIT,
                reader.source(input, run(input.declared().tool()), notes),
                moment,
                Math.clamp(Math.max(looked, vulnerable.size()), 0, Integer.MAX_VALUE),
                skipped.stream().limit(LISTED_SKIPPED).toList(),
                open.subList(0, Math.min(open.size(), AuditEvidence.LISTED_LIMIT)),
                open.size());
    }

    /// When the audit ran; never later than it was received, or it would stay fresh for ever.
    private Instant moment(ReportInput input) {
        DeclaredTool sender = input.declared().tool();
        Instant stated = ran != null ? ran : sender.finishedAt() != null ? sender.finishedAt() : sender.startedAt();
        if (stated == null) {
            notes.add("Neither the report nor the sender says when the audit ran; the time of receipt counts.");
            return input.receivedAt();
        }
        if (stated.isAfter(input.receivedAt())) {
            notes.add("The audit is said to have run after it was received; the time of receipt counts.");
            return input.receivedAt();
        }
        return stated;
    }

    ToolRun run(DeclaredTool sender) {
        ToolRun run = ToolRuns.joined(new ToolRuns.Stated(tool, version, success, null, null, ran), sender);
        return new ToolRun(
                run.name(),
                run.version(),
                run.exitCode(),
                run.success(),
                run.startedAt(),
                run.finishedAt(),
                database == null ? run.databaseAt() : database);
    }

    Figures.Builder figures() {
        var figures = Figures.builder()
                .put("findings", vulnerabilities.size())
                .put("vulnerabilities", vulnerabilities.size())
                .put("vulnerableDependencies", vulnerable.size())
                .put("suppressed", suppressed)
                .put("skipped", skipped.size());
        if (looked >= 0) {
            figures.put("dependencies", looked);
        }
        counted.forEach(figures::put);
        declared.forEach(figures::declare);
        return figures;
    }
}
