package dev.plumbline.analyzer.comparing;

import java.time.Duration;

/// What is not worth telling somebody.
///
/// @param changedLines a change request of fewer lines is not held to ratios: one untested line of three is no trend.
///     Twenty, as SonarQube has it; 0 holds every one to them
/// @param rest a rule that flipped and comes to rest for so long is quiet no more; zero dampens nothing
/// @param flips so many flips without rest are told one by one
public record Tolerance(int changedLines, Duration rest, int flips) {
    public static final Tolerance DEFAULT = new Tolerance(20, Duration.ofHours(24), 4);

    public Tolerance {
        if (changedLines < 0 || changedLines > 10_000) {
            throw new IllegalArgumentException("a small change has 0 to 10000 lines, not " + changedLines);
        }
        if (rest.isNegative() || rest.compareTo(Duration.ofDays(30)) > 0 || flips < 2) {
            throw new IllegalArgumentException("flips are damped over up to 30 days and from the third on, not over "
                    + rest + " and from " + flips);
        }
    }
}
