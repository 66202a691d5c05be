package dev.plumbline.model.score;

/// Why an outcome changed.
public enum Cause {
    /// The standard or its binding changed.
    STANDARD,
    /// The catalog entry changed.
    OWNERSHIP,
    /// An exception was granted, expired or was revoked.
    WAIVER,
    /// Evidence is absent, stale or shrank.
    EVIDENCE,
    /// The tool's version or its enabled rules changed.
    TOOL,
    /// The code changed.
    CODE,
    /// All inputs are equal; the engine or a reader differs.
    ENGINE
}
