package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Kind;
import org.jspecify.annotations.Nullable;

/// How several reports of one kind in one build are read as one. None is stricter than another: the worst
/// of two reports may have fewer findings than both together, and a better ratio.
public enum Combine {
    /// All of them together.
    MERGE,
    /// The one that is worst for the repository.
    WORST,
    /// Those of the upload that was received last.
    LATEST;

    /// {@return for people: «it takes the worst»}
    public String text() {
        return switch (this) {
            case MERGE -> "all together";
            case WORST -> "the worst";
            case LATEST -> "the latest";
        };
    }

    /// {@return why evidence of a kind cannot be combined so, as a sentence; null where it can}
    public @Nullable String objection(Kind kind) {
        return objection(kind.family());
    }

    /// {@return likewise for all kinds of a family}
    public @Nullable String objection(String family) {
        if (this == MERGE) {
            return null;
        }
        return switch (family) {
            case "facts", "settings" ->
                family + " say how a repository is set up, each report a part of it: they are always merged.";
            case "api" -> "descriptions of an API say a part of it each: they are always merged.";
            case "attestation" -> "an attestation is a person's word and no report.";
            case "sbom" -> this == WORST ? "no inventory is worse than another; merge or latest can be said." : null;
            default -> null;
        };
    }
}
