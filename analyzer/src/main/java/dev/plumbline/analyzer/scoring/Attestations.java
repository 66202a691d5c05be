package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Judges rules that only a person can answer: somebody said it and it has not expired, or it is missing.
/// Nothing else can come of it.
public final class Attestations {
    private static final Comparator<Attested> NEWEST = Comparator.comparing(Attested::at)
            .thenComparing(Attested::expiresAt)
            .thenComparing(Attested::by);

    private Attestations() {}

    static Outcome of(CompiledRule rule, Kind wanted, Case judged) {
        if (judged.attested().isEmpty()) {
            return new Outcome.Missing(rule.expected(), nobody(wanted));
        }
        var said = judged.attested().stream()
                .filter(it -> it.kind().equals(wanted) && !it.at().isAfter(judged.asOf()))
                .toList();
        var valid = said.stream()
                .filter(it -> judged.asOf().isBefore(end(it, rule)))
                .max(NEWEST);
        if (valid.isPresent()) {
            var word = valid.get();
            return new Outcome.Passed(rule.expected(), told(word) + ", until " + Freshness.day(end(word, rule)));
        }
        return new Outcome.Missing(
                rule.expected(),
                said.stream().max(NEWEST).map(it -> expired(it, rule)).orElse(nobody(wanted)));
    }

    /// {@return the moment from which the newest word that a rule passes on is too old for it; null where
    /// it passes on none. That its author's promise ends is told apart, as a decision's end}
    public static @Nullable Instant staleFrom(Case judged, Kind wanted, Duration maxAge) {
        return judged.attested().stream()
                .filter(it -> it.kind().equals(wanted) && !it.at().isAfter(judged.asOf()))
                .filter(it -> judged.asOf().isBefore(it.expiresAt()))
                .map(it -> it.at().plus(maxAge))
                .filter(judged.asOf()::isBefore)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /// The rule may ask for a word that is fresher than its author promised.
    private static Instant end(Attested word, CompiledRule rule) {
        var maxAge = rule.rule().maxAge();
        var oldest = maxAge == null ? word.expiresAt() : word.at().plus(maxAge);
        return oldest.isBefore(word.expiresAt()) ? oldest : word.expiresAt();
    }

    private static String told(Attested word) {
        return "attested by " + word.by() + " on " + Freshness.day(word.at());
    }

    private static String expired(Attested word, CompiledRule rule) {
        return told(word) + ", which held until " + Freshness.day(end(word, rule)) + "; attest it anew.";
    }

    private static String nobody(Kind wanted) {
        return "nobody has attested «" + wanted.qualifier() + "»; only a person can say it.";
    }
}
