package dev.plumbline.reporter.rest;

import dev.plumbline.model.score.Score;
import org.jspecify.annotations.Nullable;

/// A share of a whole, or nothing known.
///
/// @param ratio 0 to 1
/// @param basisPoints the same, exact: 0 to 10000
/// @param reason why nothing is known; null where something is
public record ScoreView(
        @Nullable Double ratio,
        @Nullable Integer basisPoints,
        @Nullable String reason) {

    static ScoreView of(Score score, String whyUnknown) {
        return switch (score) {
            case Score.Known(int basisPoints) -> new ScoreView(basisPoints / 10_000.0, basisPoints, null);
            case Score.Unknown _ -> new ScoreView(null, null, whyUnknown);
        };
    }
}
