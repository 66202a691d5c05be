package dev.plumbline.ingest.report.format.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Scores of CVSS vectors of [version 4](https://www.first.org/cvss/v4.0/specification-document): the score of the
/// highest vectors of a macro vector, from a table, less the mean of how far the vector is from them on the
/// way to the next lower ones.
final class Cvss4 {
    private static final int SEVERE_IMPACTS = 18;
    private static final int NONE = -1;

    /// By the first two equivalence classes; in each, by the third, fourth, fifth and sixth. The third is
    /// never 2 while the sixth is 0. In tenths.
    private static final int[][] SCORES = {
        {
            100, 99, 98, 95, 95, 92, 100, 96, 93, 87, 91, 81, 93, 90, 89, 80, 81, 68, //
            98, 95, 95, 92, 90, 84, 93, 92, 89, 81, 81, 65, 88, 80, 78, 70, 69, 48, //
            92, 82, 72, 79, 69, 50, 69, 55, 27
        },
        {
            99, 97, 95, 92, 92, 85, 95, 91, 90, 83, 84, 71, 92, 81, 82, 71, 72, 53, //
            95, 93, 92, 85, 85, 73, 92, 82, 80, 72, 70, 59, 84, 70, 71, 52, 50, 30, //
            86, 75, 52, 71, 52, 29, 63, 29, 17
        },
        {
            98, 95, 94, 87, 91, 81, 94, 89, 86, 74, 77, 64, 87, 75, 74, 63, 63, 49, //
            94, 89, 88, 77, 76, 67, 86, 76, 74, 58, 59, 50, 72, 57, 57, 52, 52, 25, //
            83, 70, 54, 65, 58, 26, 53, 21, 13
        },
        {
            95, 90, 88, 76, 76, 70, 90, 77, 75, 62, 61, 53, 77, 66, 68, 59, 52, 30, //
            89, 78, 76, 67, 62, 58, 74, 59, 57, 57, 47, 23, 61, 52, 57, 29, 24, 16, //
            71, 59, 30, 58, 26, 15, 23, 13, 6
        },
        {
            93, 87, 86, 72, 75, 58, 86, 74, 74, 61, 56, 34, 70, 54, 52, 40, 40, 22, //
            85, 75, 74, 55, 62, 51, 72, 57, 55, 41, 46, 19, 53, 36, 34, 19, 19, 8, //
            64, 51, 20, 47, 21, 11, 24, 9, 4
        },
        {
            88, 75, 73, 53, 60, 50, 73, 55, 59, 40, 41, 20, 54, 43, 45, 22, 20, 11, //
            75, 55, 58, 45, 40, 21, 61, 51, 48, 18, 20, 9, 46, 18, 17, 7, 8, 2, //
            53, 24, 14, 24, 12, 5, 10, 3, 1
        }
    };

    /// What each metric can be, from the most severe on.
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("AV", "NALP"),
            Map.entry("PR", "NLH"),
            Map.entry("UI", "NPA"),
            Map.entry("AC", "LH"),
            Map.entry("AT", "NP"),
            Map.entry("VC", "HLN"),
            Map.entry("VI", "HLN"),
            Map.entry("VA", "HLN"),
            Map.entry("SC", "SHLN"),
            Map.entry("SI", "SHLN"),
            Map.entry("SA", "SHLN"),
            Map.entry("CR", "HML"),
            Map.entry("IR", "HML"),
            Map.entry("AR", "HML"),
            Map.entry("E", "APU"));

    private static final List<String> FIRST = List.of("AV", "PR", "UI");
    private static final List<String> SECOND = List.of("AC", "AT");
    private static final List<String> THIRD = List.of("VC", "VI", "VA", "CR", "IR", "AR");
    private static final List<String> FOURTH = List.of("SC", "SI", "SA");

    /// The highest vectors of each class, as the values of its metrics.
    private static final List<List<String>> FIRST_MOST =
            List.of(List.of("NNN"), List.of("ANN", "NLN", "NNP"), List.of("PNN", "ALP"));

    private static final List<List<String>> SECOND_MOST = List.of(List.of("LN"), List.of("HN", "LP"));
    private static final List<List<List<String>>> THIRD_MOST = List.of(
            List.of(List.of("HHHHHH"), List.of("HHLMMH", "HHHMMM")),
            List.of(List.of("LHHHHH", "HLHHHH"), List.of("LHLHMH", "LHHHMM", "HLHMHM", "HLLMHH", "LLHHHM")),
            List.of(List.of(), List.of("LLLHHH")));
    private static final List<List<String>> FOURTH_MOST = List.of(List.of("HSS"), List.of("HHH"), List.of("LLL"));

    /// How far the lowest vector of each class is from a highest one, and one step.
    private static final int[] FIRST_DEPTH = {1, 4, 5};
    private static final int[] SECOND_DEPTH = {1, 2};
    private static final int[][] THIRD_DEPTH = {{7, 6}, {8, 8}, {0, 10}};
    private static final int[] FOURTH_DEPTH = {6, 5, 4};

    private final Map<String, String> metrics;

    private Cvss4(Map<String, String> metrics) {
        this.metrics = metrics;
    }

    /// {@return from 0 to 10; null where a metric is missing or has a value that it cannot have}
    ///
    /// @param metrics by name, as the vector has them
    static @Nullable Double score(Map<String, String> metrics) {
        var vector = new Cvss4(metrics);
        for (Map.Entry<String, String> metric : VALUES.entrySet()) {
            if (vector.step(metric.getKey()) < 0) {
                return null;
            }
        }
        return vector.score();
    }

    private double score() {
        if (List.of("VC", "VI", "VA", "SC", "SI", "SA").stream().allMatch(metric -> is(metric, "N"))) {
            return 0;
        }
        int[] eq = classes();
        int value = at(eq);
        double sum = 0;
        int lower = 0;
        int[][] next = {down(eq, 0), down(eq, 1), null, down(eq, 3), down(eq, 4)};
        int[] below = {at(next[0]), at(next[1]), third(eq), at(next[3]), at(next[4])};
        double[] share = {
            distance(FIRST, FIRST_MOST.get(eq[0])) / FIRST_DEPTH[eq[0]],
            distance(SECOND, SECOND_MOST.get(eq[1])) / SECOND_DEPTH[eq[1]],
            distance(THIRD, THIRD_MOST.get(eq[2]).get(eq[5])) / THIRD_DEPTH[eq[2]][eq[5]],
            distance(FOURTH, FOURTH_MOST.get(eq[3])) / FOURTH_DEPTH[eq[3]],
            0
        };
        for (int i = 0; i < below.length; i++) {
            if (below[i] != NONE) {
                lower++;
                sum += (value - below[i]) * share[i];
            }
        }
        double less = lower == 0 ? 0 : sum / lower;
        return Math.clamp(Math.round(value - less + 1e-9), 0, 100) / 10.0;
    }

    private int[] classes() {
        boolean near = is("AV", "N");
        boolean open = is("PR", "N");
        boolean alone = is("UI", "N");
        boolean severe = is("VC", "H") && is("VI", "H");
        boolean high = is("VC", "H") || is("VI", "H") || is("VA", "H");
        boolean safety = is("SI", "S") || is("SA", "S");
        boolean beyond = is("SC", "H") || is("SI", "H") || is("SA", "H");
        boolean required =
                is("CR", "H") && is("VC", "H") || is("IR", "H") && is("VI", "H") || is("AR", "H") && is("VA", "H");
        return new int[] {
            near && open && alone ? 0 : !is("AV", "P") && (near || open || alone) ? 1 : 2,
            is("AC", "L") && is("AT", "N") ? 0 : 1,
            severe ? 0 : high ? 1 : 2,
            safety ? 0 : beyond ? 1 : 2,
            step("E"),
            required ? 0 : 1
        };
    }

    /// The third and the sixth class depend on each other.
    private static int third(int[] eq) {
        if (eq[2] == 0 && eq[5] == 0) {
            return Math.max(at(down(eq, 5)), at(down(eq, 2)));
        }
        return eq[2] == 1 && eq[5] == 0 ? at(down(eq, 5)) : at(down(eq, 2));
    }

    private static int[] down(int[] eq, int index) {
        int[] lower = eq.clone();
        lower[index]++;
        return lower;
    }

    private static int at(int @Nullable [] eq) {
        if (eq == null || eq[0] > 2 || eq[1] > 1 || eq[2] > 2 || eq[3] > 2 || eq[4] > 2 || eq[5] > 1) {
            return NONE;
        }
        int[] row = SCORES[2 * eq[0] + eq[1]];
        int place = 3 * eq[3] + eq[4];
        if (eq[2] == 2) {
            return eq[5] == 0 ? NONE : row[2 * SEVERE_IMPACTS + place];
        }
        return row[SEVERE_IMPACTS * eq[2] + 2 * place + eq[5]];
    }

    /// Steps from the first of the highest vectors that is nowhere less severe than this one.
    private double distance(List<String> names, List<String> most) {
        for (String highest : most) {
            int steps = 0;
            boolean above = true;
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i);
                int difference = step(name) - steps(name, highest.substring(i, i + 1));
                above &= difference >= 0;
                steps += difference;
            }
            if (above) {
                return steps;
            }
        }
        return 0;
    }

    private boolean is(String metric, String value) {
        return value(metric).equals(value);
    }

    private int step(String metric) {
        return steps(metric, value(metric));
    }

    private static int steps(String metric, String value) {
        return value.length() == 1 ? VALUES.getOrDefault(metric, "").indexOf(value) : -1;
    }

    /// What was not said counts as the worst; a modified metric stands for the base metric.
    private String value(String metric) {
        String modified = metrics.getOrDefault("M" + metric, "X");
        String stated = modified.equals("X") ? metrics.getOrDefault(metric, "X") : modified;
        return !stated.equals("X")
                ? stated
                : switch (metric) {
                    case "E" -> "A";
                    case "CR", "IR", "AR" -> "H";
                    default -> "";
                };
    }
}
