package dev.plumbline.model.standard;

/// What a repository has reached under a standard, in ascending order.
public enum Level {
    NONE,
    BRONZE,
    SILVER,
    GOLD
}
