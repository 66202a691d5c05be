package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;

/// What is kept of one rule's result.
///
/// @param waived an exception covers the rule: its outcome counts as met
public record Verdict(Outcome.Word word, boolean waived) {
    static Verdict of(RuleResult result) {
        return new Verdict(result.outcome().word(), result.waived());
    }

    Verdict waived(boolean other) {
        return new Verdict(word, other);
    }

    Standing standing() {
        return Standing.of(this);
    }

    @Override
    public String toString() {
        return waived ? word + " (waived)" : word.toString();
    }
}
