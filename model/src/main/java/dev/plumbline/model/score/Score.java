package dev.plumbline.model.score;

/// A share of what could be earned, or nothing known: never 0 and never 100 for want of evidence.
public sealed interface Score {
    Score UNKNOWN = new Unknown();

    /// @param basisPoints 0 to 10000, rounded half up
    record Known(int basisPoints) implements Score {
        public Known {
            if (basisPoints < 0 || basisPoints > 10_000) {
                throw new IllegalArgumentException(
                        "a score lies between 0 and 10000 basis points, not at " + basisPoints);
            }
        }
    }

    record Unknown() implements Score {}

    /// {@return `earned / possible` in basis points, half up; unknown where nothing was possible}
    static Score ratio(long earnedBasisPoints, long possibleWeight) {
        return possibleWeight == 0
                ? UNKNOWN
                : new Known((int) ((2 * earnedBasisPoints + possibleWeight) / (2 * possibleWeight)));
    }
}
