package dev.plumbline.model.score;

import dev.plumbline.model.standard.Level;
import org.jspecify.annotations.Nullable;

/// What a scorecard comes to.
///
/// @param score over all applicable rules
/// @param adjusted the same without waived rules
/// @param confidence share of the applicable weight that rests on evidence, in basis points
/// @param level without waived rules
/// @param unexcused the level as it would be without exceptions; null where it is the same
public record Marks(
        Score score,
        Score adjusted,
        int confidence,
        Level level,
        @Nullable Level unexcused) {
    public Marks {
        unexcused = level == unexcused ? null : unexcused;
    }

    public Marks(Score score, Score adjusted, int confidence, Level level) {
        this(score, adjusted, confidence, level, null);
    }
}
