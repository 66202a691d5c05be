package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;

/// What is kept of one rule's result.
///
/// @param waived an exception covers the rule: its outcome counts as met
/// @param credit what it earns, in basis points of its weight
public record Verdict(Outcome.Word word, boolean waived, int credit) {
    private static final int FULL = 10_000;

    /// All or nothing.
    public Verdict(Outcome.Word word, boolean waived) {
        this(word, waived, word == Outcome.Word.PASS ? FULL : 0);
    }

    static Verdict of(RuleResult result) {
        return of(result.outcome()).waived(result.waived());
    }

    static Verdict of(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? new Verdict(outcome.word(), false, failed.credit())
                : new Verdict(outcome.word(), false);
    }

    Verdict waived(boolean other) {
        return new Verdict(word, other, credit);
    }

    Standing standing() {
        return Standing.of(this);
    }

    boolean applies() {
        return word != Outcome.Word.NOT_APPLICABLE;
    }

    boolean measured() {
        return word == Outcome.Word.PASS || word == Outcome.Word.FAIL;
    }

    /// Whether the same was found, excepted or not.
    boolean saysAs(Verdict other) {
        return word == other.word && credit == other.credit;
    }

    /// Whether it counts in a score as another does.
    boolean scoresAs(Verdict other) {
        return applies() == other.applies() && credit == other.credit;
    }

    @Override
    public String toString() {
        return waived ? word + " (waived)" : word.toString();
    }
}
