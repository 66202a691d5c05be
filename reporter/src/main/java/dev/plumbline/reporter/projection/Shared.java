package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import org.jspecify.annotations.Nullable;

/// Keeps once what the scorecards of many repositories say alike: rules, what they expect, and most of what
/// was found. Without it a repository of the read model takes ten times the memory.
///
/// Bounded: one value for each slot. What misses is kept twice and stays right, so that threads need not agree:
/// the values cannot be changed.
final class Shared {
    private static final int SLOTS = 1 << 16;

    private final @Nullable Object[] slots = new @Nullable Object[SLOTS];

    /// {@return an equal record whose parts are those of earlier ones where they are equal}
    BuildScored of(BuildScored scored) {
        return new BuildScored(
                scored.build(),
                scored.revision(),
                scored.state(),
                scored.recordedAt(),
                scored.scorecards().stream().map(this::of).toList(),
                scored.gate(),
                of(scored.provenance()),
                scored.notes().stream().map(this::one).toList(),
                scored.moves(),
                scored.backfilled());
    }

    private Scorecard of(Scorecard card) {
        return new Scorecard(
                one(card.standard()),
                card.bindings().stream().map(this::one).toList(),
                card.step(),
                card.marks(),
                card.gate(),
                card.results().stream().map(this::of).toList());
    }

    private RuleResult of(RuleResult result) {
        return one(new RuleResult(
                one(result.rule()), one(result.digest()), one(result.rating()), of(result.outcome()), result.waived()));
    }

    private Outcome of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed it -> new Outcome.Passed(one(it.expected()), one(it.found()));
            case Outcome.Failed it ->
                new Outcome.Failed(one(it.assertion()), one(it.expected()), one(it.found()), it.credit(), it.where());
            case Outcome.NotApplicable it -> one(it);
            case Outcome.Pending it -> one(it);
            case Outcome.Missing it -> new Outcome.Missing(one(it.expected()), one(it.reason()));
            case Outcome.Errored it -> one(it);
        };
    }

    private Provenance of(Provenance provenance) {
        return new Provenance(
                provenance.asOf(),
                provenance.uploads(),
                provenance.evidence().stream().map(this::of).toList(),
                one(provenance.subject()),
                provenance.decisions(),
                provenance.baseline(),
                one(provenance.engine()));
    }

    private EvidenceUse of(EvidenceUse use) {
        return new EvidenceUse(one(use.kind()), use.evidence(), use.report(), one(use.reader()), use.carriedFrom());
    }

    @SuppressWarnings("unchecked") // what equals a value of these classes is of its class
    private <T> T one(T value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        Object known = slots[slot];
        if (known != null && value.equals(known)) {
            return (T) known;
        }
        slots[slot] = value;
        return value;
    }
}
