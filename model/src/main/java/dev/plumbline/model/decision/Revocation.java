package dev.plumbline.model.decision;

import java.time.Instant;

/// Takes a waiver or an attestation back. Its own record, so that who granted and who revoked both stay on the log.
///
/// @param id what is taken back
/// @param reach of what is taken back
public record Revocation(DecisionId id, Reach reach, String reason, String by, Instant at) implements Decision {
    public Revocation {
        Words.reason(reason);
        Words.person("who revokes", by);
    }

    @Override
    public Instant receivedAt() {
        return at;
    }
}
