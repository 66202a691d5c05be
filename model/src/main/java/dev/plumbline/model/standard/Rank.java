package dev.plumbline.model.standard;

/// How much harm a failed rule does, worst first.
public enum Rank {
    BLOCKER,
    CRITICAL,
    MAJOR,
    MINOR,
    INFO
}
