package dev.plumbline.model.decision;

import java.time.Instant;

/// One record of the log of decisions. The newest under a key holds: an approval rewrites the waiver, a
/// revocation has a key of its own.
public sealed interface Decision permits Waiver, Attestation, Revocation, Rescore {
    /// What is decided, or taken back.
    DecisionId id();

    /// Where it is decided; says on which partitions it lies.
    Reach reach();

    /// When it came.
    Instant receivedAt();

    /// The key on the log.
    default String key() {
        return this instanceof Revocation ? id() + ":revoked" : id().value();
    }
}
