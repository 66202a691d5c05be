package dev.plumbline.analyzer.topology;

import dev.plumbline.model.wire.Topic;
import java.time.Duration;
import java.time.Instant;

/// How long the store of builds remembers. What a row is worth depends on the time of the record that asks,
/// not on whether the sweep has come by: a rebuild answers as live did.
final class Retention {
    /// Late evidence of a closed build that is no baseline is still merged for so long.
    static final Duration LATE = Duration.ofDays(1);
    /// The ids of a build's uploads are remembered for so long, to know a repetition.
    static final Duration IDS = Duration.ofDays(30);
    /// What the newest final build showed is said again after so long without another word: whoever reads
    /// the log from its beginning must find repositories that have been quiet.
    static final Duration SAID_AGAIN = Topic.SCORECARDS.retention().minusDays(30);
    /// Evidence of a change request or side branch is carried for so long.
    static final Duration CARRIED = Duration.ofDays(14);

    private final BaselineShelf baselines;

    Retention(BaselineShelf baselines) {
        this.baselines = baselines;
    }

    /// {@return the row as it counts at a moment}
    BuildRow at(Instant moment, BuildAddress address, BuildRow row) {
        return switch (row) {
            case BuildRow.Settled settled when settled.lastReceipt().plus(IDS).isBefore(moment) -> BuildRow.unknown();
            case BuildRow.Settled settled -> settled;
            case BuildRow.Announced announced when announced.at().plus(LATE).isBefore(moment) -> BuildRow.unknown();
            case BuildRow.Announced announced -> announced;
            case BuildRow.Live live
            when !live.life().isClosed()
                    || !live.lastReceipt().plus(LATE).isBefore(moment)
                    || baselines.isNewest(address) -> live;
            case BuildRow.Live live -> at(moment, address, live.settled());
        };
    }
}
