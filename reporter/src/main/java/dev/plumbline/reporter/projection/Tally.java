package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import java.util.List;

/// Sums from which scores roll up exactly: those of several scorecards are added before anything is divided.
///
/// @param earned Σ weight · credit, the credit in basis points
/// @param applicable Σ weight of rules that concern the repository
/// @param measured the part of it whose rules passed or failed on evidence
public record Tally(long earned, long applicable, long measured) {
    public static final Tally NOTHING = new Tally(0, 0, 0);

    static Tally of(List<RuleResult> results) {
        long earned = 0;
        long applicable = 0;
        long measured = 0;
        for (RuleResult result : results) {
            long weight = result.rating().weight();
            earned += weight * credit(result.outcome());
            applicable += result.outcome() instanceof Outcome.NotApplicable ? 0 : weight;
            measured += result.outcome().measured() ? weight : 0;
        }
        return new Tally(earned, applicable, measured);
    }

    Tally plus(Tally other) {
        return new Tally(earned + other.earned, applicable + other.applicable, measured + other.measured);
    }

    /// Unknown where nothing was measured: never 0 for want of evidence.
    public Score score() {
        return measured == 0 ? Score.UNKNOWN : Score.ratio(earned, applicable);
    }

    /// The share of what applies that rests on evidence. Unknown where nothing applies.
    public Score confidence() {
        return Score.ratio(measured * 10_000, applicable);
    }

    private static int credit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Passed _ -> 10_000;
            case Outcome.Failed failed -> failed.credit();
            case Outcome.NotApplicable _, Outcome.Pending _, Outcome.Missing _, Outcome.Errored _ -> 0;
        };
    }
}
