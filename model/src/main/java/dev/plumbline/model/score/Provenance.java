package dev.plumbline.model.score;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.InOrder;
import dev.plumbline.model.evidence.UploadId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything from which a record of scorecards can be computed again, byte for byte.
///
/// @param asOf the moment that rules see as `now`
/// @param decisions waivers and attestations that were used
/// @param baseline the build that changes were looked for against; null where there was none
/// @param engine version of the engine
public record Provenance(
        Instant asOf,
        List<UploadId> uploads,
        List<EvidenceUse> evidence,
        Digest subject,
        List<DecisionId> decisions,
        @Nullable BuildId baseline,
        String engine) {
    public Provenance {
        uploads = InOrder.of(uploads);
        evidence = List.copyOf(evidence);
        decisions = InOrder.of(decisions);
    }
}
