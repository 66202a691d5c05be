package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.finding.FindingList;
import dev.plumbline.ingest.report.finding.ReportPaths;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one file lists, and what evidence and figures come of it.
final class FindingsSheet {
    private static final int NAME_CHARS = 100;
    private static final int RULES = 10_000;

    /// What the figure `errors` counts.
    enum Errors {
        /// entries of the linter's error level
        LEVEL,
        /// errors of the tool itself
        OWN,
        /// neither: the tool knows no levels and lists no errors of its own
        NONE
    }

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final FindingList findings;
    /// How many open entries there are of each severity.
    private final Map<Severity, int[]> levels = new EnumMap<>(Severity.class);

    private final TreeMap<String, Long> declared = new TreeMap<>();
    private final TreeMap<String, Long> counted = new TreeMap<>();
    private final ReportPaths paths = new ReportPaths();
    private final Set<String> names = new HashSet<>();
    private final TreeSet<String> enabled = new TreeSet<>();
    private @Nullable Tool named;
    private @Nullable String version;
    private @Nullable Instant finished;
    private Success success = Success.UNSTATED;
    private int files;
    private int listed;
    private int suppressed;
    private int remarks;
    private int ownErrors;

    FindingsSheet(Allowance allowance) {
        this("", allowance);
    }

    /// @param tool that probably wrote the file
    FindingsSheet(String tool, Allowance allowance) {
        this.allowance = allowance;
        this.findings = new FindingList(tool, allowance);
    }

    Notes notes() {
        return notes;
    }

    /// An entry of the list of findings.
    void add(Entry entry) {
        listed++;
        keep(entry);
    }

    /// An entry that the tool keeps apart because somebody suppressed it.
    void addBeside(Entry entry) {
        keep(entry.state(State.SUPPRESSED));
    }

    private void keep(Entry entry) {
        switch (entry.state()) {
            case OPEN -> count(entry.severity());
            case SUPPRESSED -> suppressed++;
            case INFORMATIONAL, ABSENT -> remarks++;
        }
        String path = paths.of(entry.path());
        findings.add(entry.rule(), entry.severity(), path, entry.line(), entry.message(), entry.state());
    }

    private void count(Severity severity) {
        int[] count = levels.get(severity);
        if (count == null) {
            count = new int[1];
            levels.put(severity, count);
        }
        count[0]++;
    }

    /// One more file that the report lists.
    void file() {
        files++;
    }

    /// A file that the report names, once or often.
    void file(String path) {
        if (names.add(path)) {
            allowance.keep(64 + 2L * path.length());
            files++;
        }
    }

    void toolError(String message) {
        ownErrors++;
        notes.add("The tool reports an error of its own: «" + Texts.firstLine(message, NAME_CHARS) + "».");
    }

    void enable(String rule) {
        if (!rule.isBlank() && enabled.size() < RULES) {
            allowance.keep(64 + 2L * rule.length());
            enabled.add(Texts.shown(rule, NAME_CHARS));
        }
    }

    void declare(String figure, long number) {
        declared.merge(figure, number, Long::sum);
    }

    /// A further figure of the file.
    void count(String figure, long number) {
        counted.merge(figure, number, Long::sum);
    }

    void version(@Nullable String stated) {
        version = stated == null || stated.isBlank() ? version : Texts.shown(stated, NAME_CHARS);
    }

    void finished(String stated) {
        try {
            finished = Instant.parse(stated);
        } catch (DateTimeParseException e) {
            notes.add("The time «" + Texts.shown(stated, NAME_CHARS) + "» is not a moment and was left out.");
        }
    }

    void success(Success stated) {
        success = stated;
    }

    /// Who wrote a file of a shared format.
    void writtenBy(String tool) {
        named = named == null ? Tool.shared(slug(tool)) : named;
    }

    /// {@return the name as the second half of a kind}
    private static String slug(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-").replaceAll("\\A[.-]+|[.-]+\\z", "");
        return plain.isEmpty() ? "unnamed" : plain.substring(0, Math.min(plain.length(), 60));
    }

    boolean openErrors() {
        return level(Severity.CRITICAL, Severity.HIGH) > 0;
    }

    private int level(Severity... wanted) {
        int sum = 0;
        for (Severity severity : wanted) {
            int[] count = levels.get(severity);
            sum += count == null ? 0 : count[0];
        }
        return sum;
    }

    /// @param errors what the figure `errors` counts
    Reading reading(ReportReader reader, ReportInput input, Tool otherwise, Errors errors) {
        Tool own = named == null ? otherwise : named;
        Tool tool = own.as(input.declared());
        if (!own.shared() && !tool.kind().family().equals(own.kind().family())) {
            notes.add("It is sent as " + tool.kind() + ", and not as " + own.kind() + ", which a report of "
                    + own.name() + " is by itself: rules that ask for " + own.kind() + " do not see it.");
        }
        if (otherwise.shared() && named == null && input.declared().kind() == null) {
            notes.add("The format does not say which tool wrote it: it is taken as " + tool.kind()
                    + ". Declare the kind, such as findings:ruff, to have it judged as that tool's.");
        }
        FindingList list = findings.named(tool.name());
        List<Finding> sorted = list.sorted();
        // what a type checker notes explains the error above it and is no entry of its own
        int explained = tool.kind().family().equals("types") ? remarks : 0;
        Figures figures = figures(sorted, listed - explained, errors);
        compare(figures);
        if (remarks > 0) {
            notes.add(remarks + " entries are remarks of the tool and are not judged as findings.");
        }
        var stated = new ToolRuns.Stated(tool.name(), version, success, null, null, finished);
        var evidence = new FindingsEvidence(
                tool.kind(),
                reader.source(input, ToolRuns.joined(stated, input.declared().tool()), notes),
                list.groups(),
                list.fingerprints(),
                List.copyOf(enabled));
        return new Reading(List.of(evidence), sorted, figures);
    }

    private void compare(Figures figures) {
        for (String name : List.of("findings", "errors", "warnings")) {
            Long own = figures.declared().get(name);
            Long ours = figures.counted().get(name);
            if (own != null && ours != null && !own.equals(ours)) {
                notes.add("The report says of itself that it has " + own + " " + name + ", and lists " + ours + ".");
            }
        }
    }

    /// How many files findings have; those of one lie together.
    private static int paths(List<Finding> sorted) {
        int paths = 0;
        String before = "";
        for (Finding finding : sorted) {
            if (!finding.path().equals(before)) {
                before = finding.path();
                paths++;
            }
        }
        return paths;
    }

    private Figures figures(List<Finding> sorted, int entries, Errors errors) {
        var figures = Figures.builder()
                .put("findings", entries)
                .put("suppressed", suppressed)
                .put("files", files > 0 ? files : paths(sorted));
        switch (errors) {
            case LEVEL ->
                figures.put("errors", level(Severity.CRITICAL, Severity.HIGH))
                        .put("warnings", level(Severity.MEDIUM))
                        .put("notes", level(Severity.LOW, Severity.INFO) + (long) remarks);
            case OWN -> figures.put("errors", ownErrors);
            case NONE -> {
                // the figure does not apply
            }
        }
        counted.forEach(figures::put);
        declared.forEach(figures::declare);
        return figures.build();
    }
}
