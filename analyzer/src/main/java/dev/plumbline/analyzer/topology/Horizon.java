package dev.plumbline.analyzer.topology;

import java.time.Duration;

/// Up to which moment all that the log holds of a partition has been taken: what was due before then may
/// fire, and what is forgotten as of then is not asked for any more. As a rule that is the clock, a little
/// back. While records come that are older, after an outage or in a rebuild, it is the time of the log: a
/// deadline must not pass before the uploads that came in time for it are read.
final class Horizon {
    /// From the receipt of an upload to its record's being taken.
    private static final Duration SLACK = Duration.ofSeconds(5);
    /// After so long without a record none waits on the log.
    private static final Duration QUIET = Duration.ofSeconds(5);

    private long newest;
    private long heardAt;

    /// @param now when the task began; nothing is known of the log yet
    Horizon(long now) {
        this.heardAt = now;
    }

    /// A record was taken.
    ///
    /// @param timestamp when the log took it
    /// @param now by the clock
    void took(long timestamp, long now) {
        newest = Math.max(newest, timestamp);
        heardAt = now;
    }

    /// {@return the moment, in milliseconds since the epoch}
    ///
    /// @param now by the clock
    long at(long now) {
        long latest = now - SLACK.toMillis();
        boolean quiet = now - heardAt >= QUIET.toMillis();
        return quiet || newest >= latest ? latest : newest - SLACK.toMillis();
    }
}
