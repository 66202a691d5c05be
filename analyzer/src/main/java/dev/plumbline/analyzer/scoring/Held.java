package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Evidence;
import org.jspecify.annotations.Nullable;

/// A piece of evidence as a build holds it.
///
/// @param carriedFrom the earlier build it was carried from; null for the build's own
public record Held(Evidence evidence, @Nullable BuildId carriedFrom) {
    public static Held own(Evidence evidence) {
        return new Held(evidence, null);
    }

    public boolean carried() {
        return carriedFrom != null;
    }
}
