package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.finding.ReportPath;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.LineSets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Adds up lines by file.
final class CoverageTally {
    /// More lines than this never fit into the packed form.
    private static final int PACKABLE_LINES = 500_000;
    private static final int BYTES_PER_FILE = 256;

    private final Allowance allowance;
    private final Map<String, FileLines> files = new HashMap<>();
    private final FileLines methodLines = new FileLines();
    private @Nullable FileLines current;
    private boolean ofMethods;
    private boolean ownLines;

    CoverageTally(Allowance allowance) {
        this.allowance = allowance;
    }

    /// The lines that follow belong to this file.
    void file(String name, XmlCursor xml) {
        if (name.isBlank()) {
            throw xml.wrong("A <class> has no filename.");
        }
        String path = ReportPath.of(name);
        current = files.get(path);
        if (current == null) {
            if (files.size() == Limits.ENTRIES) {
                throw xml.wrong("The report lists more than " + Limits.ENTRIES + " files.");
            }
            allowance.keep(BYTES_PER_FILE + 2L * path.length());
            current = new FileLines();
            files.put(path, current);
        }
    }

    /// Whether the lines that follow are those of methods.
    void methods(boolean inside) {
        ofMethods = inside;
    }

    void line(int number, boolean hit, int branchesCovered, int branchesTotal) {
        if (current == null) {
            return;
        }
        if (ofMethods) {
            allowance.keep(methodLines.add(number, hit, branchesCovered, branchesTotal));
        } else {
            ownLines = true;
            allowance.keep(current.add(number, hit, branchesCovered, branchesTotal));
        }
    }

    void endOfClass() {
        if (current != null && !ownLines) {
            allowance.keep(current.addAll(methodLines));
        }
        current = null;
        methodLines.clear();
        ownLines = false;
    }

    CoverageTotals totals() {
        int covered = 0;
        int total = 0;
        int branchesCovered = 0;
        int branchesTotal = 0;
        for (FileLines file : files.values()) {
            covered += file.covered();
            total += file.total();
            branchesCovered += file.branchesCovered();
            branchesTotal += file.branchesTotal();
        }
        return new CoverageTotals(covered, total, branchesCovered, branchesTotal, files.size());
    }

    LineSets lineSets() {
        if (files.values().stream().mapToInt(FileLines::total).sum() > PACKABLE_LINES) {
            return LineSets.TRUNCATED;
        }
        var sets = new TreeMap<Long, SortedMap<Integer, Boolean>>();
        files.forEach((path, lines) -> sets.put(Fingerprints.hash(path), lines.hits()));
        return LineSets.of(sets);
    }
}
