package dev.plumbline.model.score;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Combine;
import org.jspecify.annotations.Nullable;

/// One piece of evidence that a scorecard rests on.
///
/// @param evidence digest of the evidence record as it lies on the log
/// @param report digest of the report's bytes
/// @param carriedFrom the earlier build that it was carried from; null for the build's own
/// @param combine how a standard chose it among several reports of the kind; null for all of them together
public record EvidenceUse(
        Kind kind,
        Digest evidence,
        Digest report,
        String reader,
        @Nullable BuildId carriedFrom,
        @Nullable Combine combine) {
    /// All reports of the kind together.
    public EvidenceUse(Kind kind, Digest evidence, Digest report, String reader, @Nullable BuildId carriedFrom) {
        this(kind, evidence, report, reader, carriedFrom, null);
    }
}
