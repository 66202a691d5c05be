package dev.plumbline.model.score;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Kind;
import org.jspecify.annotations.Nullable;

/// One piece of evidence that a scorecard rests on.
///
/// @param evidence digest of the evidence record as it lies on the log
/// @param report digest of the report's bytes
/// @param carriedFrom the earlier build that it was carried from; null for the build's own
public record EvidenceUse(
        Kind kind,
        Digest evidence,
        Digest report,
        String reader,
        @Nullable BuildId carriedFrom) {}
