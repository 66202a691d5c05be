package dev.plumbline.model.standard;

import java.util.List;

/// The machine-checkable reading of a persona: flat, whole, immutable once published.
///
/// @param owners who answers for it, as catalog references
/// @param when CEL conditions on the subject, as in a rule
/// @param rules its own, then those of its parents
/// @param parents the personas that its own follows
public record Standard(
        StandardId id,
        Version version,
        String title,
        List<String> owners,
        Persona persona,
        List<String> when,
        Levels levels,
        List<Rule> rules,
        List<Disposition> dispositions,
        List<Parent> parents) {
    public Standard {
        parents = List.copyOf(parents);
        owners = List.copyOf(owners);
        when = List.copyOf(when);
        rules = List.copyOf(rules);
        dispositions = List.copyOf(dispositions);
        long distinct = rules.stream().map(Rule::id).distinct().count();
        if (rules.isEmpty() || distinct != rules.size()) {
            throw new IllegalArgumentException("standard " + id + " needs rules, each under an id of its own");
        }
    }

    /// Whether a rule came from a parent.
    public boolean inherits(RuleId rule) {
        return parents.stream()
                .anyMatch(it -> it instanceof Parent.Resolved resolved
                        && resolved.rules().contains(rule));
    }
}
