package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Decisions;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Waivable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Lays exceptions over a scorecard. Outcomes and raw score stay; the adjusted score, the level and the
/// gate leave the excepted rules out.
public final class Waiving {
    private final List<Waiver> inForce;
    private final Reach.Place place;
    private final Instant asOf;
    private final Set<DecisionId> used = new HashSet<>();
    private final List<Laid> laid = new ArrayList<>();
    private @Nullable Instant cutShort;

    /// A scorecard that exceptions were laid over.
    private record Laid(Applied applied, Scorecard card) {}

    /// @param inForce waivers that are in force at the scorecard's moment
    public Waiving(List<Waiver> inForce, Reach.Place place, Instant asOf) {
        this.inForce = inForce.stream().filter(it -> it.reach().covers(place)).toList();
        this.place = place;
        this.asOf = asOf;
    }

    public Scorecard over(Applied applied, Scorecard card) {
        if (inForce.isEmpty()) {
            return card;
        }
        laid.add(new Laid(applied, card));
        var rules = new HashMap<RuleId, Rule>();
        applied.standard().rules().forEach(rule -> rules.put(rule.rule().id(), rule.rule()));
        var results = new ArrayList<RuleResult>();
        for (var result : card.results()) {
            var rule = rules.get(result.rule());
            var waiver = unmet(result.outcome()) ? covering(card.standard().id(), result.rule(), rule) : null;
            results.add(
                    waiver == null
                            ? result
                            : new RuleResult(result.rule(), result.digest(), result.rating(), result.outcome(), true));
            if (waiver != null) {
                used.add(waiver.id());
                ends(rule == null ? null : rule.waivable(), waiver);
            }
        }
        if (results.equals(card.results())) {
            return card;
        }
        var levels = applied.standard().standard().levels();
        var marks = Tally.marks(results, levels);
        return new Scorecard(
                card.standard(),
                card.bindings(),
                card.step(),
                marks,
                Gating.of(applied.step(), applied.requiredLevel(), marks, results, levels),
                results);
    }

    /// {@return the waivers that covered an outcome so far}
    public Set<DecisionId> used() {
        return Set.copyOf(used);
    }

    /// {@return the first moment at which the terms of a rule end an exception that covered it so far; null
    /// where none do}
    public @Nullable Instant cutShort() {
        return cutShort;
    }

    private void ends(@Nullable Waivable terms, Waiver waiver) {
        if (terms instanceof Waivable.UpTo upTo) {
            var end = Decisions.begins(waiver).plus(upTo.longest());
            cutShort = cutShort == null || end.isBefore(cutShort) ? end : cutShort;
        }
    }

    /// {@return a sentence for each waiver that reaches here and excuses nothing: why each of its rules
    /// needs none}
    public List<String> unused() {
        return inForce.stream()
                .filter(waiver -> !used.contains(waiver.id()))
                .map(waiver -> waiver.id() + " excuses nothing here: " + why(waiver) + ".")
                .sorted()
                .toList();
    }

    private String why(Waiver waiver) {
        var scope = waiver.scope();
        return laid.stream()
                .filter(one -> one.card().standard().id().equals(scope.standard()))
                .findFirst()
                .map(one -> scope.rules().stream()
                        .map(rule -> rule + " " + why(rule, waiver, one))
                        .collect(Collectors.joining(", ")))
                .orElse("the standard " + scope.standard() + " does not apply");
    }

    private String why(RuleId id, Waiver waiver, Laid over) {
        var result = over.card().results().stream()
                .filter(it -> it.rule().equals(id))
                .findFirst();
        var rule = over.applied().standard().rules().stream()
                .filter(it -> it.rule().id().equals(id))
                .findFirst();
        if (result.isEmpty() || rule.isEmpty()) {
            return "is no rule of version " + over.card().standard().version();
        }
        return switch (result.get().outcome()) {
            case Outcome.Passed _ -> "holds without it";
            case Outcome.NotApplicable _ -> "does not apply";
            case Outcome.Pending _ -> "is not judged yet";
            case Outcome.Failed _, Outcome.Missing _, Outcome.Errored _ ->
                refused(rule.get().rule().waivable(), waiver);
        };
    }

    private String refused(@Nullable Waivable terms, Waiver waiver) {
        if (allows(terms, waiver)) {
            return "is excepted by another one";
        }
        return terms instanceof Waivable.UpTo upTo
                ? "may be excepted for no longer than " + Freshness.span(upTo.longest())
                : "may not be excepted";
    }

    /// Whether a rule, should it be unmet, is excepted.
    public boolean covers(Applied applied, Rule rule) {
        return covering(applied.standard().ref().id(), rule.id(), rule) != null;
    }

    private @Nullable Waiver covering(StandardId standard, RuleId id, @Nullable Rule rule) {
        for (var waiver : inForce) {
            if (waiver.scope().covers(standard, id, place) && allows(rule == null ? null : rule.waivable(), waiver)) {
                return waiver;
            }
        }
        return null;
    }

    private boolean allows(@Nullable Waivable terms, Waiver waiver) {
        return switch (terms) {
            case Waivable.Never _ -> false;
            case Waivable.UpTo upTo -> asOf.isBefore(Decisions.begins(waiver).plus(upTo.longest()));
            case null -> true;
        };
    }

    private static boolean unmet(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed _, Outcome.Missing _, Outcome.Errored _ -> true;
            case Outcome.Passed _, Outcome.NotApplicable _, Outcome.Pending _ -> false;
        };
    }
}
