package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.BuildLife;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.List;

/// What the store of builds knows of one build.
sealed interface BuildRow {
    /// {@return what is known of a build that the store does not hold}
    static BuildRow unknown() {
        return Live.begin(0);
    }

    /// Nothing of it has come, but of a later attempt of its run there has.
    ///
    /// @param later the last attempt that is known
    /// @param at when the newest word of a later attempt came
    record Announced(int later, Instant at) implements BuildRow {}

    /// With its uploads.
    ///
    /// @param told the changes that stand, as they were last told
    /// @param pinned the view of the standards that it is judged by once it is closed
    /// @param later of a first attempt, the last attempt of the run that is known; else, and where there is
    ///     none, 0
    record Live(BuildLife life, Told told, long pinned, int later) implements BuildRow {
        static final long NOT_PINNED = -1;

        static Live begin(int later) {
            return new Live(BuildLife.begin(), Told.NOTHING, NOT_PINNED, later);
        }

        /// {@return the same, with a later attempt of its run}
        Live knowing(int attempt) {
            return new Live(life, told, pinned, attempt);
        }

        /// {@return the view that the build is judged by from now on}
        long view(long newest) {
            return pinned == NOT_PINNED ? newest : pinned;
        }

        /// When the last of its evidence came.
        Instant lastReceipt() {
            return uploads().latestReceipt();
        }

        private Uploads uploads() {
            return life.uploads();
        }

        Settled settled() {
            return new Settled(uploads().ids(), lastReceipt());
        }
    }

    /// Closed for good: later uploads stay on the log and are counted, no more.
    record Settled(List<UploadId> uploads, Instant lastReceipt) implements BuildRow {
        public Settled {
            uploads = List.copyOf(uploads);
        }
    }
}
