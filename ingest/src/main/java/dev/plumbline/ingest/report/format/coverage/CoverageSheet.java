package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One coverage report while it is being read: what its details add up to, what its format counts by
/// itself, and what it declares besides.
final class CoverageSheet {
    /// More lines than this never fit into the packed form.
    private static final int PACKABLE_LINES = 500_000;
    private static final int BYTES_PER_FILE = 320;

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final Map<String, FileCoverage> files = new HashMap<>();
    private final SortedMap<String, Long> own = new TreeMap<>();
    private final SortedMap<String, Long> declared = new TreeMap<>();
    private final Set<String> spoken = new HashSet<>();
    private @Nullable String explanation;
    private @Nullable FileCoverage last;
    private String lastName = "";

    /// @param measures of which the format always speaks, besides lines and branches
    CoverageSheet(Allowance allowance, String... measures) {
        this.allowance = allowance;
        for (String measure : measures) {
            counts(measure);
        }
    }

    Notes notes() {
        return notes;
    }

    /// Accounts for what a reader keeps until it knows the name of its file.
    void keep(long bytes) {
        allowance.keep(bytes);
    }

    /// {@return the file, new or listed before}
    FileCoverage file(String name) {
        FileCoverage before = last;
        if (before != null && name.equals(lastName)) {
            return before;
        }
        FileCoverage file = found(name);
        lastName = name;
        last = file;
        return file;
    }

    private FileCoverage found(String name) {
        String path = ReportPath.of(name);
        FileCoverage file = files.get(path);
        if (file == null) {
            if (files.size() == Limits.ENTRIES) {
                throw new MalformedReport(
                        Where.WHOLE,
                        "The report lists more than " + Limits.ENTRIES + " files.",
                        "Split the report by module and send the pieces as parts of one upload.");
            }
            allowance.keep(BYTES_PER_FILE + 2L * path.length());
            file = new FileCoverage(allowance);
            files.put(path, file);
        }
        return file;
    }

    /// A figure that the format itself counts and that no detail can replace, such as JaCoCo's
    /// instructions.
    ///
    /// @param more null counts nothing
    void count(String figure, @Nullable Integer more) {
        add(own, figure, more);
    }

    /// The report speaks of this measure: where it lists nothing of it, that is 0.
    void counts(String measure) {
        spoken.add(measure);
    }

    /// Why the details of this format add up to something else than what it counts, a sentence.
    void explain(String why) {
        explanation = why;
    }

    /// A figure that the report says of itself beside its details.
    ///
    /// @param more null declares nothing
    void declare(String figure, @Nullable Integer more) {
        add(declared, figure, more);
    }

    private static void add(Map<String, Long> figures, String figure, @Nullable Integer more) {
        if (more != null) {
            figures.merge(figure, (long) more, Long::sum);
        }
    }

    /// @param tool what the report says of its tool
    Reading reading(ReportReader reader, ReportInput input, ToolRuns.Stated tool) {
        var counted = counted();
        check(counted);
        compare(counted);
        if (counted.getOrDefault("linesTotal", 0L) == 0 && counted.getOrDefault("statementsTotal", 0L) == 0) {
            notes.add("The report lists no line.");
        }
        var source = reader.source(input, ToolRuns.joined(tool, input.declared().tool()), notes);
        var evidence =
                new CoverageEvidence(Kind.COVERAGE, source, totals(counted), declaredTotals(), lineSets(counted));
        var figures = Figures.builder();
        counted.forEach(figures::put);
        declared.forEach(figures::declare);
        return Reading.of(evidence, figures.build());
    }

    private SortedMap<String, Long> counted() {
        var details = details();
        var counted = new TreeMap<>(details);
        counted.putAll(own);
        for (String measure : spoken) {
            counted.putIfAbsent(measure + "Covered", 0L);
            counted.putIfAbsent(measure + "Total", 0L);
        }
        for (String measure : Measures.differing(own, details)) {
            if (details.getOrDefault(measure + "Total", 0L) > 0) {
                notes.add(
                        explanation != null
                                ? explanation
                                : "The report counts " + Measures.shown(measure, own)
                                        + ", which is what counts; its details add up to "
                                        + Measures.shown(measure, details) + ".");
            }
        }
        return counted;
    }

    private SortedMap<String, Long> details() {
        var lines = new Sum();
        var branches = new Sum();
        var statements = new Sum();
        var methods = new Sum();
        for (FileCoverage file : files.values()) {
            lines.add(file.lines().covered(), file.lines().total());
            branches.add(file.branchesCovered(), file.branchesTotal());
            statements.add(file.statements());
            methods.add(file.methods());
        }
        var sums = new TreeMap<String, Long>();
        sums.put("files", (long) files.size());
        lines.put("lines", sums);
        branches.put("branches", sums);
        if (statements.listed) {
            statements.put("statements", sums);
        }
        if (methods.listed) {
            methods.put("methods", sums);
        }
        return sums;
    }

    /// What the files have of one measure.
    private static final class Sum {
        private long covered;
        private long total;
        private boolean listed;

        void add(@Nullable Marks marks) {
            if (marks != null) {
                add(marks.reached(), marks.total());
            }
        }

        void add(int moreCovered, int more) {
            covered += moreCovered;
            total += more;
            listed = true;
        }

        void put(String measure, Map<String, Long> sums) {
            sums.put(measure + "Covered", covered);
            sums.put(measure + "Total", total);
        }
    }

    private void compare(SortedMap<String, Long> counted) {
        for (String measure : Measures.differing(declared, counted)) {
            notes.add("The report declares " + Measures.shown(measure, declared) + "; its details add up to "
                    + Measures.shown(measure, counted) + ", which is what counts.");
        }
    }

    private @Nullable CoverageTotals declaredTotals() {
        if (!declared.containsKey("linesTotal")) {
            return null;
        }
        try {
            return totals(declared);
        } catch (IllegalArgumentException e) {
            notes.add("The report declares more covered than there is; its declaration is left out.");
            return null;
        }
    }

    /// Figures that the format counts by itself are as hostile as all others.
    private static void check(Map<String, Long> counted) {
        for (String measure : Measures.impossible(counted)) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report counts " + Measures.shown(measure, counted) + ": more than there are.",
                    "Send the file as the tool wrote it.");
        }
    }

    private static CoverageTotals totals(Map<String, Long> figures) {
        return new CoverageTotals(
                whole(figures, "linesCovered"),
                whole(figures, "linesTotal"),
                whole(figures, "branchesCovered"),
                whole(figures, "branchesTotal"),
                whole(figures, "files"));
    }

    private static int whole(Map<String, Long> figures, String figure) {
        long value = figures.getOrDefault(figure, 0L);
        if (value > Integer.MAX_VALUE) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report's figures for " + figure + " add up to more than " + Integer.MAX_VALUE + ".",
                    "Send the file as the tool wrote it.");
        }
        return (int) value;
    }

    private LineSets lineSets(Map<String, Long> counted) {
        long lines = 0;
        for (FileCoverage file : files.values()) {
            lines += file.lines().total();
        }
        if (lines > PACKABLE_LINES || lines == 0 && counted.getOrDefault("linesTotal", 0L) > 0) {
            return LineSets.TRUNCATED;
        }
        var byHash = new TreeMap<Long, FileLines>();
        var sha256 = Digest.sha256();
        files.forEach((path, file) -> byHash.put(Fingerprints.hash(sha256, path), file.lines()));
        var packer = new LineSets.Packer();
        byHash.forEach((path, file) -> file.pack(path, packer));
        return packer.packed();
    }
}
