package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Requirement;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The evidence of one build, at most one piece of a kind. For one judgement by one thread.
public final class EvidenceSet {
    private final Map<Kind, Held> byKind;
    /// By the piece itself: standards may read another one of the same kind.
    private final IdentityHashMap<FindingsEvidence, EnabledRules> enabled = new IdentityHashMap<>();

    /// @param byKind each piece under its own kind
    public EvidenceSet(Map<Kind, Held> byKind) {
        this.byKind = new HashMap<>(byKind);
    }

    public static EvidenceSet of(Collection<Held> held) {
        var byKind = new HashMap<Kind, Held>();
        for (var piece : held) {
            var kind = piece.evidence().kind();
            if (byKind.put(kind, piece) != null) {
                throw new IllegalArgumentException(
                        "the evidence of a build must be merged to one piece per kind; there" + " are two of " + kind);
            }
        }
        return new EvidenceSet(byKind);
    }

    /// {@return which rules a tool ran with; put in order once, for many rules ask}
    EnabledRules enabled(FindingsEvidence findings, @Nullable Held settings) {
        return enabled.computeIfAbsent(findings, _ -> EnabledRules.of(findings, settings));
    }

    public @Nullable Held find(Kind kind) {
        return byKind.get(kind);
    }

    /// {@return what a rule asks for, several reports of it combined as the rule says}
    public @Nullable Held find(Requirement requirement) {
        var held = byKind.get(requirement.kind());
        return held == null ? null : held.by(requirement.combined());
    }

    /// {@return the pieces in ascending order of their kinds}
    public Collection<Held> all() {
        return new TreeMap<>(byKind).values();
    }
}
