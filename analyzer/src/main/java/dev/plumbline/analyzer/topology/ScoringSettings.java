package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.comparing.Tolerance;
import java.time.Duration;

/// What the processor needs beside its records.
///
/// @param window how long a build stays open, from its first upload, when nothing completes it
/// @param tolerance what is not worth telling somebody
public record ScoringSettings(Duration window, Tolerance tolerance, AnalyzerMeters meters) {
    public static final Duration DEFAULT_WINDOW = Duration.ofMinutes(15);

    public ScoringSettings(Duration window, AnalyzerMeters meters) {
        this(window, Tolerance.DEFAULT, meters);
    }

    public ScoringSettings {
        if (window.isNegative() || window.isZero() || window.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException("a build may stay open for up to 7 days, not for " + window);
        }
    }
}
