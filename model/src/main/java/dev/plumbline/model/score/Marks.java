package dev.plumbline.model.score;

import dev.plumbline.model.standard.Level;

/// What a scorecard comes to.
///
/// @param score over all applicable rules
/// @param adjusted the same without waived rules
/// @param confidence share of the applicable weight that rests on evidence, in basis points
public record Marks(Score score, Score adjusted, int confidence, Level level) {}
