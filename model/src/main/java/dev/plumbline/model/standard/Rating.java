package dev.plumbline.model.standard;

/// How much a rule counts.
///
/// @param weight its share in the score, 0 to 100
/// @param level the lowest level that asks for it
public record Rating(Keyword keyword, Rank severity, int weight, Level level) {
    public Rating {
        if (weight < 0 || weight > 100) {
            throw new IllegalArgumentException("weight " + weight + " must be between 0 and 100");
        }
        if (level == Level.NONE) {
            throw new IllegalArgumentException("a rule belongs to bronze, silver or gold");
        }
    }
}
