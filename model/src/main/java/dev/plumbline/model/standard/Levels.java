package dev.plumbline.model.standard;

/// The least score, in basis points, for each level; its must rules come on top.
public record Levels(int bronze, int silver, int gold) {
    public Levels {
        if (bronze < 0 || silver < bronze || gold < silver || gold > 10_000) {
            throw new IllegalArgumentException("levels need 0 ≤ bronze ≤ silver ≤ gold ≤ 10000 basis points: " + bronze
                    + ", " + silver + ", " + gold);
        }
    }

    public int minimum(Level level) {
        return switch (level) {
            case NONE -> 0;
            case BRONZE -> bronze;
            case SILVER -> silver;
            case GOLD -> gold;
        };
    }
}
