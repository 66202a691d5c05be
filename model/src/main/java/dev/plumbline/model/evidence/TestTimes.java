package dev.plumbline.model.evidence;

import org.jspecify.annotations.Nullable;

/// Durations of test cases in microseconds: median, 95th percentile, longest (all nearest rank), and the
/// sum.
///
/// @param spread how many cases took how long, from which percentiles of several reports are reckoned; null
///     where no case has a duration, and in records from before there was one
public record TestTimes(
        long p50Micros,
        long p95Micros,
        long maxMicros,
        long totalMicros,
        @Nullable TimeSpread spread) {
    public static final TestTimes NONE = new TestTimes(0, 0, 0, 0, null);

    public TestTimes {
        if (p50Micros < 0 || p95Micros < p50Micros || maxMicros < p95Micros || totalMicros < 0) {
            throw new IllegalArgumentException("test times must satisfy 0 ≤ p50 ≤ p95 ≤ max: " + p50Micros + ", "
                    + p95Micros + ", " + maxMicros + " µs");
        }
    }
}
