package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Cause;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One rule's verdicts while the inputs of a baseline are replaced, one kind after the other in the order of the
/// causes.
///
/// @param before on the baseline's inputs; null where the baseline's standard did not have the rule
/// @param steps the verdict after the replacement of each cause's input; the last is that of the later build
/// @param inferred no other inputs were tried: words and digests alone told the cause
record RulePath(@Nullable Verdict before, List<Verdict> steps, boolean inferred) {
    private static final List<Cause> ORDER = List.of(Cause.values());
    static final int STEPS = ORDER.size();

    RulePath {
        steps = List.copyOf(steps);
        if (steps.size() != ORDER.size()) {
            throw new IllegalArgumentException(
                    "a rule has a verdict after each of " + ORDER.size() + " causes, not " + steps.size());
        }
    }

    /// {@return a path on which one input makes all the difference}
    static RulePath at(Cause cause, @Nullable Verdict before, Verdict now, boolean inferred) {
        var steps = new ArrayList<Verdict>();
        for (var step : ORDER) {
            steps.add(before != null && step.compareTo(cause) < 0 ? before : now);
        }
        return new RulePath(before, steps, inferred);
    }

    Verdict after(Cause cause) {
        return steps.get(ORDER.indexOf(cause));
    }

    /// {@return the cause at which the rule came to stand as it does; where it stands as before, the last that moved
    /// it}
    Cause cause() {
        @Nullable Cause moved = null;
        for (int at = ORDER.size() - 1; at >= 0; at--) {
            var from = at == 0 ? before : steps.get(at - 1);
            var to = steps.get(at);
            if (from == null || from.standing() != to.standing()) {
                return ORDER.get(at);
            }
            if (moved == null && !from.equals(to)) {
                moved = ORDER.get(at);
            }
        }
        return moved == null ? Cause.CODE : moved;
    }
}
