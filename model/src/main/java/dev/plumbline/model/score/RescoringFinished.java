package dev.plumbline.model.score;

import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.time.Instant;

/// One partition has judged again every newest final build that a new version of a standard, or a binding to it,
/// affects. Once every partition has said so, its owner can be told as one.
///
/// @param group of the changes that it brought about
/// @param at when the version came or the binding began: the same on every partition
public record RescoringFinished(
        ChangeGroup group, StandardId standard, Version version, Instant at, int partition, Counts counts) {

    /// What became of components' scores under the standard.
    ///
    /// @param begun judged under it for the first time
    /// @param ended no longer judged under it
    public record Counts(int better, int worse, int unchanged, int begun, int ended) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

        public int rescored() {
            return better + worse + unchanged + begun + ended;
        }

        public Counts and(Counts other) {
            return new Counts(
                    better + other.better,
                    worse + other.worse,
                    unchanged + other.unchanged,
                    begun + other.begun,
                    ended + other.ended);
        }

        /// {@return what one component comes to}
        ///
        /// @param before unknown where it was not judged under the standard
        public static Counts of(Score before, Score after) {
            return switch (before) {
                case Score.Unknown _ ->
                    after instanceof Score.Unknown ? new Counts(0, 0, 1, 0, 0) : new Counts(0, 0, 0, 1, 0);
                case Score.Known was ->
                    switch (after) {
                        case Score.Unknown _ -> new Counts(0, 0, 0, 0, 1);
                        case Score.Known is -> compared(Integer.compare(is.basisPoints(), was.basisPoints()));
                    };
            };
        }

        private static Counts compared(int order) {
            if (order == 0) {
                return new Counts(0, 0, 1, 0, 0);
            }
            return order > 0 ? new Counts(1, 0, 0, 0, 0) : new Counts(0, 1, 0, 0, 0);
        }
    }
}
