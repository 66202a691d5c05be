package dev.plumbline.model.decision;

/// Where a waiver stands at a moment.
public enum WaiverState {
    /// Nobody has approved it.
    REQUESTED,
    /// Approved; it begins later.
    SCHEDULED,
    IN_FORCE,
    EXPIRED,
    REVOKED
}
