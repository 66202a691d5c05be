package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.evidence.Kind;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The evidence of one build, at most one piece of a kind.
public record EvidenceSet(Map<Kind, Held> byKind) {
    public EvidenceSet {
        byKind = Map.copyOf(byKind);
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

    public @Nullable Held find(Kind kind) {
        return byKind.get(kind);
    }

    /// {@return the pieces in ascending order of their kinds}
    public Collection<Held> all() {
        return new TreeMap<>(byKind).values();
    }
}
