package dev.plumbline.reporter.decide;

import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Waivable;
import dev.plumbline.reporter.projection.PublishedStandards;

/// Whether a waiver may be asked for, by the newest version of its standard. The analyzer holds to the same terms in
/// whatever version a build is judged by.
final class Terms {
    private Terms() {}

    /// @throws IllegalArgumentException with a sentence for the caller
    static void check(Waiver waiver, PublishedStandards standards) {
        for (var id : waiver.scope().rules()) {
            var rule = rule(standards, waiver.scope().standard(), id);
            switch (rule.waivable()) {
                case Waivable.Never _ -> throw new IllegalArgumentException("rule " + id + " may not be excepted");
                case Waivable.UpTo upTo
                when waiver.validity().length().compareTo(upTo.longest()) > 0 ->
                    throw new IllegalArgumentException("rule " + id + " may be excepted for at most " + upTo.longest());
                case Waivable.UpTo _ -> {
                    // within its terms
                }
                case null -> {
                    // the general terms apply, which every waiver meets
                }
            }
        }
    }

    private static Rule rule(PublishedStandards standards, StandardId standard, RuleId id) {
        var newest = standards.standards().entrySet().stream()
                .filter(entry -> entry.getKey().id().equals(standard))
                .reduce((_, later) -> later)
                .orElseThrow(() -> new IllegalArgumentException("there is no published standard " + standard));
        return newest.getValue().standard().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "standard " + newest.getValue().ref() + " has no rule " + id));
    }
}
