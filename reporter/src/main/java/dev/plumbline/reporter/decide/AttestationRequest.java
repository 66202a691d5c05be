package dev.plumbline.reporter.decide;

import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.standard.StandardId;
import java.time.Instant;

/// The body of `POST /api/v1/attestations`.
///
/// @param topic the name under which the standard asks for it
record AttestationRequest(StandardId standard, String topic, Reach reach, String statement, Instant until) {

    /// @throws IllegalArgumentException with a sentence for the caller
    Attestation attestation(DecisionId id, String by, Instant now) {
        return new Attestation(id, standard, topic, reach, statement, by, new Validity(now, until));
    }
}
