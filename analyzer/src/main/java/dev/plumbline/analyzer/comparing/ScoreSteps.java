package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.ScoreMove;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.RuleId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The raw score of one standard on its way from a baseline to a later build, one rule and one cause after
/// the other. Each step is rounded as a score is, so that the steps together are exactly the difference.
final class ScoreSteps {
    private final Baseline.Verdicts before;
    private final boolean otherEngine;
    private final List<RuleResult> results;
    private final List<@Nullable Verdict> state = new ArrayList<>();
    private final Map<Cause, Integer> causes = new EnumMap<>(Cause.class);
    private final Map<RuleId, Integer> rules = new HashMap<>();
    private int score;
    private boolean inferred;
    private @Nullable Integer adjusted;

    private ScoreSteps(Scorecard card, Baseline.Verdicts before, int score, boolean otherEngine) {
        this.before = before;
        this.results = card.results();
        this.score = score;
        this.otherEngine = otherEngine;
    }

    /// {@return null where one of the scores is unknown}
    ///
    /// @param paths of the rules that count otherwise than before
    static @Nullable ScoreSteps of(
            Scorecard card, Baseline.Verdicts before, boolean otherEngine, Function<RuleResult, RulePath> paths) {
        if (!(before.score() instanceof Score.Known was) || card.marks().score() instanceof Score.Unknown) {
            return null;
        }
        var steps = new ScoreSteps(card, before, was.basisPoints(), otherEngine);
        steps.walk(paths);
        return steps;
    }

    Change.Share share(RuleId rule) {
        return new Change.Share(rules.getOrDefault(rule, 0), new TreeMap<>(moved()), inferred, adjusted);
    }

    ScoreMove move(Scorecard card, Baseline since) {
        return new ScoreMove(card.standard().id(), since.build(), before.score(), new TreeMap<>(moved()), inferred);
    }

    private Map<Cause, Integer> moved() {
        causes.values().removeIf(points -> points == 0);
        return causes;
    }

    private void walk(Function<RuleResult, RulePath> paths) {
        var moving = new TreeMap<Integer, RulePath>();
        int common = 0;
        for (int at = 0; at < results.size(); at++) {
            var result = results.get(at);
            var was = before.outcomes().get(result.digest());
            state.add(was);
            common += was == null ? 0 : 1;
            if (was == null
                    || !was.scoresAs(Verdict.of(result))
                    || was.measured() != result.outcome().measured()) {
                moving.put(at, paths.apply(result));
            }
        }
        var first = new ArrayList<@Nullable Verdict>(state);
        boolean otherRules =
                common < results.size() || common < before.outcomes().size();
        if (otherRules) {
            counted(Cause.STANDARD);
        } else {
            counted(otherEngine ? Cause.ENGINE : Cause.CODE);
        }
        for (var cause : Cause.values()) {
            moving.forEach((at, path) -> step(cause, at, path));
        }
        inferred = moving.values().stream().anyMatch(RulePath::inferred);
        adjusted = otherRules ? null : adjusted(first);
    }

    private void step(Cause cause, int at, RulePath path) {
        var next = path.after(cause);
        if (!next.equals(state.get(at))) {
            state.set(at, next);
            rules.merge(results.get(at).rule(), counted(cause), Integer::sum);
        }
    }

    /// {@return by how much the score moved; not at all to a state in which nothing is measured}
    private int counted(Cause cause) {
        if (!(score() instanceof Score.Known next)) {
            return 0;
        }
        int moved = next.basisPoints() - score;
        score = next.basisPoints();
        causes.merge(cause, moved, Integer::sum);
        return moved;
    }

    /// {@return by how much the score without excepted rules moved; null where none is excepted, or nothing
    /// is measured}
    private @Nullable Integer adjusted(List<@Nullable Verdict> first) {
        var last = new ArrayList<@Nullable Verdict>();
        results.forEach(result -> last.add(Verdict.of(result)));
        boolean excepted =
                Stream.concat(first.stream(), last.stream()).anyMatch(verdict -> verdict != null && verdict.waived());
        return excepted
                        && withoutExcepted(first) instanceof Score.Known was
                        && withoutExcepted(last) instanceof Score.Known is
                ? is.basisPoints() - was.basisPoints()
                : null;
    }

    private Score withoutExcepted(List<@Nullable Verdict> verdicts) {
        var left = new ArrayList<@Nullable Verdict>();
        verdicts.forEach(verdict -> left.add(verdict == null || verdict.waived() ? null : verdict));
        return score(left);
    }

    private Score score() {
        return score(state);
    }

    private Score score(List<@Nullable Verdict> state) {
        long earned = 0;
        long possible = 0;
        boolean measured = false;
        for (int at = 0; at < results.size(); at++) {
            var verdict = state.get(at);
            if (verdict != null && verdict.applies()) {
                int weight = results.get(at).rating().weight();
                possible += weight;
                earned += (long) weight * verdict.credit();
                measured |= verdict.measured();
            }
        }
        return measured ? Score.ratio(earned, possible) : Score.UNKNOWN;
    }
}
