package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import java.util.List;

/// Adds up outcomes. Whole numbers and basis points throughout, rounded half up once, at the end.
public final class Tally {
    private static final int FULL = 10_000;

    private Tally() {}

    /// What a set of results comes to: the raw score counts waived rules, the adjusted one and the level leave them
    /// out.
    public static Marks marks(List<RuleResult> results, Levels levels) {
        var score = score(results);
        var counted = unexcused(results);
        if (counted.size() == results.size()) {
            return new Marks(score, score, confidence(results), level(results, score, levels));
        }
        var adjusted = score(counted);
        return new Marks(
                score, adjusted, confidence(results), level(counted, adjusted, levels), level(results, score, levels));
    }

    /// {@return the results that no exception covers}
    static List<RuleResult> unexcused(List<RuleResult> results) {
        return results.stream().filter(result -> !result.waived()).toList();
    }

    /// Σ weight·credit ÷ Σ applicable weight; unknown where nothing was measured.
    private static Score score(List<RuleResult> results) {
        long earned = 0;
        long possible = 0;
        boolean measured = false;
        for (var result : results) {
            if (result.outcome() instanceof Outcome.NotApplicable) {
                continue;
            }
            int weight = result.rating().weight();
            possible += weight;
            earned += (long) weight * credit(result.outcome());
            measured |= result.outcome().measured();
        }
        return measured ? Score.ratio(earned, possible) : Score.UNKNOWN;
    }

    private static int credit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> FULL;
            case Outcome.Failed failed -> failed.credit();
            case Outcome.NotApplicable _, Outcome.Pending _, Outcome.Missing _, Outcome.Errored _ -> 0;
        };
    }

    private static int confidence(List<RuleResult> results) {
        long measured = 0;
        long applicable = 0;
        for (var result : results) {
            if (!(result.outcome() instanceof Outcome.NotApplicable)) {
                int weight = result.rating().weight();
                applicable += weight;
                measured += result.outcome().measured() ? weight : 0;
            }
        }
        return switch (Score.ratio(measured * FULL, applicable)) {
            case Score.Known known -> known.basisPoints();
            case Score.Unknown _ -> 0;
        };
    }

    /// The highest level whose must rules, and those of all levels below, hold and whose least score is reached.
    private static Level level(List<RuleResult> results, Score score, Levels levels) {
        var reached = Level.NONE;
        for (var level : Level.values()) {
            if (level != Level.NONE) {
                if (!reaches(score, levels.minimum(level))
                        || results.stream().anyMatch(result -> obstructs(result, level))) {
                    return reached;
                }
                reached = level;
            }
        }
        return reached;
    }

    static boolean reaches(Score score, int minimum) {
        return score instanceof Score.Known known && known.basisPoints() >= minimum;
    }

    /// Whether a result keeps a repository below a level.
    static boolean obstructs(RuleResult result, Level level) {
        return result.rating().keyword() == Keyword.MUST
                && result.rating().level().compareTo(level) <= 0
                && !(result.outcome() instanceof Outcome.Passed || result.outcome() instanceof Outcome.NotApplicable);
    }
}
