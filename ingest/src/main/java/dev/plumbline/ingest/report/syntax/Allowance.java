package dev.plumbline.ingest.report.syntax;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// What is left of the time and memory that one file may take. Parsers ask at every step, so that a file
/// that costs too much stops itself: a thread cannot be stopped from outside.
public final class Allowance {
    private static final int STEPS_BETWEEN_LOOKS = 1_024;
    private static final long NO_DEADLINE = Long.MAX_VALUE;

    private final long deadlineNanos;
    private final Duration time;
    private final long bytes;
    private long kept;
    private int steps;

    private Allowance(long deadlineNanos, Duration time, long bytes) {
        this.deadlineNanos = deadlineNanos;
        this.time = time;
        this.bytes = bytes;
    }

    /// @param bytes how much of the file's content may be kept at one time
    public static Allowance of(Duration time, long bytes) {
        return new Allowance(System.nanoTime() + time.toNanos(), time, bytes);
    }

    /// Memory is bounded, time is not: for reading offline.
    public static Allowance untimed(long bytes) {
        return new Allowance(NO_DEADLINE, Duration.ZERO, bytes);
    }

    /// One step of a parser.
    public void step() {
        step(++steps);
    }

    /// The same for a parser that counts its steps.
    void step(long number) {
        step(number, 1);
    }

    /// @param together how many steps were taken at once
    void step(long number, int together) {
        if ((number & STEPS_BETWEEN_LOOKS - 1) < together) {
            look();
        }
    }

    /// Accounts for content that will be kept.
    public void keep(long more) {
        kept += more;
        if (kept > bytes) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "What must be kept of this file takes more than " + (bytes >> 20) + " MiB of memory.",
                    "Split the report, for example by module, and send the pieces as parts of one upload.");
        }
    }

    private void look() {
        boolean late = deadlineNanos != NO_DEADLINE && System.nanoTime() - deadlineNanos > 0;
        if (late || Thread.currentThread().isInterrupted()) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "Reading this file took longer than " + TimeUnit.MILLISECONDS.toSeconds(time.toMillis())
                            + " s and was stopped.",
                    "Send it again when the server is less busy; if that fails too, split the report.");
        }
    }
}
