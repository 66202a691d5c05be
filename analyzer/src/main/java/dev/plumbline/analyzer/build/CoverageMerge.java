package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.LineSets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Coverage of several reports: a line is covered when one of them covers it, and counts once.
///
/// Branches have no identity across reports. They are added where the reports share no file; where they do, the report
/// with the most branches speaks for all, and a note says so.
final class CoverageMerge {
    private static final Comparator<CoverageEvidence> WIDEST = Comparator.comparingInt(
                    (CoverageEvidence one) -> one.counted().linesTotal())
            .thenComparingInt(one -> one.counted().linesCovered())
            .thenComparing(one -> one.source().report());

    private CoverageMerge() {}

    static CoverageEvidence merge(List<CoverageEvidence> all, List<String> notes) {
        if (all.stream().anyMatch(one -> one.lines().truncated())) {
            var widest = all.stream().max(WIDEST).orElseThrow();
            notes.add("coverage: " + all.size()
                    + " reports are not merged, because one of them is too large to keep its lines; "
                    + widest.source().part() + " counts, which has the most lines");
            return widest;
        }
        var files = new TreeMap<Long, SortedMap<Integer, Boolean>>();
        int named = 0;
        for (var one : all) {
            var theirs = one.lines().files();
            named += theirs.size();
            theirs.forEach((file, lines) -> {
                var united = files.computeIfAbsent(file, _ -> new TreeMap<>());
                lines.forEach((line, covered) -> united.merge(line, covered, Boolean::logicalOr));
            });
        }
        boolean disjoint = named == files.size();
        if (!disjoint) {
            int shared = named - files.size();
            notes.add("coverage: " + shared + (shared == 1 ? " file is" : " files are")
                    + " in several reports; their lines are united, branches are "
                    + "those of the report with the most");
        }
        return new CoverageEvidence(
                all.getFirst().kind(), SourceMerge.merge(all), totals(all, files, disjoint), null, LineSets.of(files));
    }

    private static CoverageTotals totals(
            List<CoverageEvidence> all, Map<Long, ? extends Map<Integer, Boolean>> files, boolean disjoint) {
        int total = files.values().stream().mapToInt(Map::size).sum();
        int covered = (int) files.values().stream()
                .flatMap(lines -> lines.values().stream())
                .filter(Boolean::booleanValue)
                .count();
        var counted = all.stream().map(CoverageEvidence::counted).toList();
        if (disjoint) {
            return new CoverageTotals(
                    covered,
                    total,
                    counted.stream().mapToInt(CoverageTotals::branchesCovered).sum(),
                    counted.stream().mapToInt(CoverageTotals::branchesTotal).sum(),
                    files.size());
        }
        var most = counted.stream()
                .max(Comparator.comparingInt(CoverageTotals::branchesTotal)
                        .thenComparingInt(CoverageTotals::branchesCovered))
                .orElseThrow();
        return new CoverageTotals(covered, total, most.branchesCovered(), most.branchesTotal(), files.size());
    }
}
