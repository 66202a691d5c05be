package dev.plumbline.reporter.projection;

import dev.plumbline.model.decision.Decisions;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.StandardId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The exceptions that were used on one build's scorecards.
public record Excuses(List<Waiver> used) {
    public Excuses {
        used = List.copyOf(used);
    }

    public static Excuses of(BuildScored scored, Decisions decisions) {
        return new Excuses(scored.provenance().decisions().stream()
                .map(decisions::find)
                .filter(Waiver.class::isInstance)
                .map(Waiver.class::cast)
                .toList());
    }

    /// {@return the exception that covers a result; null where none does, or where it is no longer known}
    public @Nullable Waiver covering(StandardId standard, RuleResult result) {
        if (!result.waived()) {
            return null;
        }
        for (var waiver : used) {
            if (waiver.scope().standard().equals(standard)
                    && waiver.scope().rules().contains(result.rule())) {
                return waiver;
            }
        }
        return null;
    }
}
