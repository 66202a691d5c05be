package dev.plumbline.http;

/// What a caller must be allowed to do for a route.
public enum Access {
    /// Anybody, also from afar without a token: health, and nothing that tells of repositories.
    OPEN,
    /// Read scorecards.
    VIEW,
    /// Send evidence.
    PUBLISH,
    /// Ask for an exception, vouch for something.
    ASK,
    /// Approve waivers.
    APPROVE,
    /// Change standards, bindings and the catalog.
    ADMIN
}
