package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.evidence.Kind;
import java.time.Instant;

/// What a person vouched for, as scoring sees it.
///
/// @param kind `attestation:<name>`, as rules ask for it
/// @param by the authenticated name
/// @param expiresAt from here on it says nothing
public record Attested(Kind kind, String by, Instant at, Instant expiresAt) {
    public Attested {
        if (!kind.attested()) {
            throw new IllegalArgumentException("«" + kind + "» is no attestation");
        }
    }
}
