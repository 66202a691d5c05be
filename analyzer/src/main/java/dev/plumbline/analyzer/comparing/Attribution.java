package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.ScoreMove;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.StandardId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Why the verdicts of one final build differ from those of its baseline, rule by rule, and by how much
/// each cause moved each score. Inputs are read when a rule asks for them, and nothing is read where
/// nothing differs.
final class Attribution {
    /// Kinds of which parts can be exchanged; of others, only the whole.
    private static final Set<String> DIVISIBLE = Set.of("tests", "findings", "settings");

    private final Baseline before;
    private final Supplier<Inputs> inputsBefore;
    private final FinalBuild after;
    private final Comparison.Requirements requirements;
    private final Map<Ledger.Key, RulePath> paths = new HashMap<>();
    private final Map<StandardId, Optional<ScoreSteps>> steps = new HashMap<>();
    private Flip.@Nullable Side sideBefore;
    private Flip.@Nullable Side sideAfter;

    Attribution(
            Baseline before, Supplier<Inputs> inputsBefore, FinalBuild after, Comparison.Requirements requirements) {
        this.before = before;
        this.inputsBefore = inputsBefore;
        this.after = after;
        this.requirements = requirements;
    }

    /// One rule on both sides.
    ///
    /// @param was on the baseline, or what is known to have stood before
    record Pair(Scorecard card, RuleResult result, Verdict was, Verdict now) {}

    /// {@return the cause first, then what else changed}
    List<Cause> causes(Pair pair, Direction direction) {
        var flip = flip(pair, direction);
        var finder = new CauseFinder(flip);
        return finder.with(ofBaseline(pair) ? path(pair.card(), pair.result()).cause() : finder.cause());
    }

    /// Whether the cause is told by words and digests alone.
    boolean inferred(Pair pair) {
        return !ofBaseline(pair) || path(pair.card(), pair.result()).inferred();
    }

    private boolean ofBaseline(Pair pair) {
        return pair.was().equals(was(pair.card(), pair.result()));
    }

    private @Nullable Verdict was(Scorecard card, RuleResult result) {
        var verdicts = before.under(card.standard().id());
        return verdicts == null ? null : verdicts.outcomes().get(result.digest());
    }

    /// {@return what a rule had to do with the difference of the scores; null where one of them is unknown}
    Change.@Nullable Share share(Pair pair) {
        return steps(pair.card())
                .map(steps -> steps.share(pair.result().rule()))
                .orElse(null);
    }

    /// {@return why scores differ, for each standard whose score does}
    List<ScoreMove> moves() {
        var moves = new ArrayList<ScoreMove>();
        for (var card : after.scored().scorecards()) {
            var verdicts = before.under(card.standard().id());
            if (verdicts != null && !verdicts.score().equals(card.marks().score())) {
                steps(card).ifPresent(steps -> moves.add(steps.move(card, before)));
            }
        }
        return moves;
    }

    private Optional<ScoreSteps> steps(Scorecard card) {
        return steps.computeIfAbsent(card.standard().id(), standard -> {
            var verdicts = before.under(standard);
            boolean otherEngine =
                    !before.engine().equals(after.scored().provenance().engine());
            return verdicts == null
                    ? Optional.empty()
                    : Optional.ofNullable(ScoreSteps.of(card, verdicts, otherEngine, result -> path(card, result)));
        });
    }

    private RulePath path(Scorecard card, RuleResult result) {
        var key = new Ledger.Key(card.standard().id(), result.rule());
        var known = paths.get(key);
        if (known == null) {
            known = found(card, result, was(card, result), Verdict.of(result));
            paths.put(key, known);
        }
        return known;
    }

    private RulePath found(Scorecard card, RuleResult result, @Nullable Verdict was, Verdict now) {
        var trial = after.under(card.standard());
        var rule = trial == null ? null : trial.rule(result);
        if (rule != null && was != null && onlyCode(rule, was, now)) {
            return RulePath.at(Cause.CODE, was, now, /* inferred= */ false);
        }
        var asOf = sideBefore().inputs().asOf();
        var replayed = trial == null || rule == null || asOf == null
                ? null
                : new Replay(rule, trial, sideBefore(), sideAfter(), asOf).path(was, now);
        if (replayed != null) {
            return replayed;
        }
        if (was == null) {
            return RulePath.at(Cause.STANDARD, null, now, /* inferred= */ true);
        }
        var direction = Standing.direction(was, now)
                .orElse(now.credit() < was.credit() ? Direction.REGRESSION : Direction.RECOVERY);
        var cause = new CauseFinder(flip(new Pair(card, result, was, now), direction)).cause();
        return RulePath.at(cause, was, now, /* inferred= */ true);
    }

    /// Whether a rule that stands as before earned more or less for a reason that needs no looking up: the
    /// evidence is there and of use on both sides, time is none of the rule's concern, and no tool runs
    /// more rules than before.
    private boolean onlyCode(CompiledRule rule, Verdict was, Verdict now) {
        return was.standing() == now.standing()
                && was.measured()
                && now.measured()
                && rule.rule().maxAge() == null
                && !Replay.timely(rule)
                && rule.rule().requires().stream()
                        .noneMatch(requirement -> !requirement.or().isEmpty()
                                || DIVISIBLE.contains(requirement.kind().family()))
                && before.engine().equals(after.scored().provenance().engine())
                && !before.commit().equals(after.scored().build().key().commit());
    }

    Flip flip(Pair pair, Direction direction) {
        var requires = requirements.of(pair.card().standard(), pair.result().rule());
        var earlier = sideBefore().askedBy(requires);
        var later = sideAfter().askedBy(requires);
        return new Flip(
                direction,
                pair.was(),
                pair.now(),
                Alternatives.judged(requires, earlier.inputs(), later.inputs()),
                earlier,
                later);
    }

    private Flip.Side sideBefore() {
        var known = sideBefore;
        if (known == null) {
            known = new Flip.Side(before.commit(), before.subject(), before.engine(), inputsBefore.get());
            sideBefore = known;
        }
        return known;
    }

    private Flip.Side sideAfter() {
        var known = sideAfter;
        if (known == null) {
            var scored = after.scored();
            known = new Flip.Side(
                    scored.build().key().commit(),
                    scored.provenance().subject(),
                    scored.provenance().engine(),
                    after.inputs());
            sideAfter = known;
        }
        return known;
    }
}
