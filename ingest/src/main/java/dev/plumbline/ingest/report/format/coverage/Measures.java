package dev.plumbline.ingest.report.format.coverage;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/// Figures in pairs, such as `linesCovered` of `linesTotal`.
final class Measures {
    private static final String COVERED = "Covered";
    private static final String TOTAL = "Total";

    private Measures() {}

    /// {@return the measures of which both sets of figures speak and do not say the same}
    static SortedSet<String> differing(Map<String, Long> some, Map<String, Long> others) {
        var differing = new TreeSet<String>();
        some.forEach((figure, value) -> {
            Long other = others.get(figure);
            if (other != null && !other.equals(value) && (figure.endsWith(COVERED) || figure.endsWith(TOTAL))) {
                differing.add(figure.replaceFirst("(?:" + COVERED + "|" + TOTAL + ")$", ""));
            }
        });
        return differing;
    }

    /// {@return the measures of which more is covered than there is}
    static SortedSet<String> impossible(Map<String, Long> figures) {
        var impossible = new TreeSet<String>();
        figures.forEach((figure, value) -> {
            String measure = figure.replaceFirst(COVERED + "$", "");
            if (figure.endsWith(COVERED) && value > figures.getOrDefault(measure + TOTAL, 0L)) {
                impossible.add(measure);
            }
        });
        return impossible;
    }

    /// {@return the pair in words: «2 of 3 lines»}
    static String shown(String measure, Map<String, Long> figures) {
        Long covered = figures.get(measure + COVERED);
        Long total = figures.get(measure + TOTAL);
        return (covered == null ? "" : covered + " of ") + (total == null ? "the " : total + " ") + measure;
    }
}
