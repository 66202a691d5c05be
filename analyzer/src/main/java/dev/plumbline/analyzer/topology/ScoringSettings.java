package dev.plumbline.analyzer.topology;

import java.time.Duration;

/// What the processor needs beside its records.
///
/// @param window how long a build stays open, from its first upload, when nothing completes it
public record ScoringSettings(Duration window, AnalyzerMeters meters) {
    public static final Duration DEFAULT_WINDOW = Duration.ofMinutes(15);

    public ScoringSettings {
        if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("a build may stay open for up to 7 days, not for " + window);
        }
    }
}
