package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.scoring.Case;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.score.RuleResult;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// How a final build was judged by one standard, so that its rules can be asked about other inputs.
///
/// @param excused whether an exception in force covers a rule, should it be unmet
public record Trial(Applied applied, Case judged, Predicate<CompiledRule> excused) {
    /// {@return the rule that a result is of; null where it is not known as it was evaluated}
    @Nullable
    CompiledRule rule(RuleResult result) {
        for (var rule : applied.standard().rules()) {
            if (rule.rule().id().equals(result.rule())) {
                return rule.digest().equals(result.digest()) ? rule : null;
            }
        }
        return null;
    }
}
