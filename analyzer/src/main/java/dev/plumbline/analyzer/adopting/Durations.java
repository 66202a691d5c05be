package dev.plumbline.analyzer.adopting;

import java.time.Duration;

/// Durations as the files write them: the days apart, as in `P7D`.
final class Durations {
    private Durations() {}

    static String text(Duration span) {
        long days = span.toDays();
        var rest = span.minusDays(days);
        return days == 0
                ? span.toString()
                : "P" + days + "D" + (rest.isZero() ? "" : rest.toString().substring(1));
    }
}
