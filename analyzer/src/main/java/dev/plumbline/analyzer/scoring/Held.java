package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.build.Choices;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.standard.Combine;
import org.jspecify.annotations.Nullable;

/// A piece of evidence as a build holds it.
///
/// @param evidence all reports together
/// @param carriedFrom the earlier build it was carried from; null for the build's own
/// @param choices what several reports come to where a standard does not merge them; null where there is
///     nothing to choose
public record Held(
        Evidence evidence,
        @Nullable BuildId carriedFrom,
        @Nullable Choices choices) {
    public Held(Evidence evidence, @Nullable BuildId carriedFrom) {
        this(evidence, carriedFrom, null);
    }

    /// {@return the same as a standard reads it}
    Held by(Combine how) {
        return switch (how) {
            case MERGE -> this;
            case WORST -> choices == null ? this : new Held(choices.worst().evidence(), carriedFrom);
            case LATEST -> choices == null ? this : new Held(choices.latest().evidence(), carriedFrom);
        };
    }

    public static Held own(Evidence evidence) {
        return new Held(evidence, null);
    }

    public boolean carried() {
        return carriedFrom != null;
    }
}
