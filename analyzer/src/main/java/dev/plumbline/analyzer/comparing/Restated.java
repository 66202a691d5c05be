package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Cause;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Rules that read otherwise in a judgement than in the one it is compared with, though their names are the
/// same.
///
/// @param cause why they read otherwise
/// @param before digest of a rule as it reads now → digest of the rule that it replaces
public record Restated(Cause cause, Map<String, String> before) {
    static final Restated NOTHING = new Restated(Cause.STANDARD, Map.of());

    public Restated {
        before = Map.copyOf(before);
    }

    /// {@return the verdict to compare a rule's with: of the same rule, or of the one that it replaces}
    @Nullable
    Verdict verdict(Baseline.Verdicts verdicts, String digest) {
        var same = verdicts.outcomes().get(digest);
        if (same != null) {
            return same;
        }
        var replaced = before.get(digest);
        return replaced == null ? null : verdicts.outcomes().get(replaced);
    }

    boolean names(String digest) {
        return before.containsKey(digest);
    }
}
