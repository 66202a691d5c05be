package dev.plumbline.reporter.projection;

import java.time.Duration;
import java.util.function.LongSupplier;

/// Spaces out work that takes longer the larger an organisation is: after each time it rests for a multiple
/// of what that took, so that it never takes more than its share of a processor. One thread at a time.
public final class Pace {
    private final int rest;
    private final long longest;
    private final LongSupplier nanos;
    private long next;

    /// @param rest how many times as long as the work took it rests
    /// @param longest the longest rest
    /// @param nanos a clock that only goes forward, as {@link System#nanoTime()}
    public Pace(int rest, Duration longest, LongSupplier nanos) {
        this.rest = rest;
        this.longest = longest.toNanos();
        this.nanos = nanos;
        this.next = nanos.getAsLong();
    }

    public boolean due() {
        return untilDue().isZero();
    }

    /// How long it still rests; zero where it is due.
    public Duration untilDue() {
        return Duration.ofNanos(Math.max(0, next - nanos.getAsLong()));
    }

    public void run(Runnable work) {
        long start = nanos.getAsLong();
        work.run();
        long end = nanos.getAsLong();
        next = end + Math.min(longest, rest * (end - start));
    }
}
