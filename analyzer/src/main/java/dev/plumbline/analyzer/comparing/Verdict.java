package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is kept of one rule's result.
///
/// @param waived an exception covers the rule: its outcome counts as met
/// @param credit what it earns, in basis points of its weight
public record Verdict(Outcome.Word word, boolean waived, int credit) {
    private static final int FULL = 10_000;
    private static final Map<Outcome.Word, Verdict> COUNTED = each(false);
    private static final Map<Outcome.Word, Verdict> WAIVED = each(true);

    private static Map<Outcome.Word, Verdict> each(boolean waived) {
        return new EnumMap<>(Arrays.stream(Outcome.Word.values())
                .collect(Collectors.toMap(Function.identity(), word -> new Verdict(word, waived))));
    }

    /// All or nothing.
    public Verdict(Outcome.Word word, boolean waived) {
        this(word, waived, word == Outcome.Word.PASS ? FULL : 0);
    }

    /// {@return a verdict of all or nothing, of which there are a dozen}
    static Verdict of(Outcome.Word word, boolean waived) {
        return Objects.requireNonNull((waived ? WAIVED : COUNTED).get(word));
    }

    static Verdict of(RuleResult result) {
        return of(result.outcome(), result.waived());
    }

    static Verdict of(Outcome outcome) {
        return of(outcome, false);
    }

    private static Verdict of(Outcome outcome, boolean waived) {
        return outcome instanceof Outcome.Failed failed && failed.credit() != 0
                ? new Verdict(outcome.word(), waived, failed.credit())
                : of(outcome.word(), waived);
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
