package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.Kind;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One check of a standard.
///
/// @param requires evidence that must be there
/// @param when CEL conditions on the subject, all of which must hold for the rule to apply; one that reads
///     a fact which nobody stated counts as holding
/// @param maxAge how old carried evidence, or an attestation, may be; null carries nothing
/// @param assertions judged in order; the first that does not hold is the verdict. None where the rule asks
///     for an attestation: that it is there and has not expired is all there is to judge
/// @param credit a CEL expression from 0 to 1 for partial credit; null gives all or nothing
/// @param waivable stricter terms than the general ones for exceptions; null where those apply
public record Rule(
        RuleId id,
        String title,
        List<ClauseRef> clauses,
        Rating rating,
        List<Requirement> requires,
        List<String> when,
        @Nullable Duration maxAge,
        List<Parameter> params,
        List<Assertion> assertions,
        @Nullable String credit,
        Advice advice,
        @Nullable Waivable waivable) {
    public Rule {
        clauses = List.copyOf(clauses);
        requires = List.copyOf(requires);
        when = List.copyOf(when);
        params = List.copyOf(params);
        assertions = List.copyOf(assertions);
        boolean attested = requires.stream().anyMatch(it -> it.kind().attested());
        if (attested && (requires.size() > 1 || !assertions.isEmpty())) {
            throw new IllegalArgumentException("rule " + id
                    + " must ask for one attestation and nothing else: a person's word is no figure to assert upon");
        }
        if (!attested && (requires.isEmpty() || assertions.isEmpty())) {
            throw new IllegalArgumentException("rule " + id
                    + " must require evidence and assert something: a pass needs an assertion over evidence");
        }
    }

    /// {@return the same rule, answering for other clauses}
    public Rule citing(List<ClauseRef> other) {
        return new Rule(id, title, other, rating, requires, when, maxAge, params, assertions, credit, advice, waivable);
    }

    /// {@return the same rule, asking for other evidence}
    public Rule requiring(List<Requirement> other) {
        return new Rule(id, title, clauses, rating, other, when, maxAge, params, assertions, credit, advice, waivable);
    }

    /// {@return the same rule, rated otherwise}
    public Rule rated(Rating other) {
        return new Rule(
                id, title, clauses, other, requires, when, maxAge, params, assertions, credit, advice, waivable);
    }

    /// {@return the same rule, applying under other conditions}
    public Rule applyingWhen(List<String> other) {
        return new Rule(
                id, title, clauses, rating, requires, other, maxAge, params, assertions, credit, advice, waivable);
    }

    /// {@return the same rule under other parameters}
    public Rule with(List<Parameter> other) {
        return new Rule(
                id, title, clauses, rating, requires, when, maxAge, other, assertions, credit, advice, waivable);
    }

    /// {@return the same rule with another limit to the age of what it is judged on}
    public Rule upToAge(@Nullable Duration other) {
        return new Rule(
                id, title, clauses, rating, requires, when, other, params, assertions, credit, advice, waivable);
    }

    /// {@return the same rule on other terms for exceptions}
    public Rule waivable(@Nullable Waivable other) {
        return new Rule(id, title, clauses, rating, requires, when, maxAge, params, assertions, credit, advice, other);
    }

    /// {@return the attestation that the rule asks for, instead of evidence; null where it asks for
    /// evidence}
    public @Nullable Kind attestation() {
        return assertions.isEmpty() ? requires.getFirst().kind() : null;
    }
}
