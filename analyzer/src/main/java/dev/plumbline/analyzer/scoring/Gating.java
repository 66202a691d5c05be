package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import dev.plumbline.model.standard.Step;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Decides whether a build may pass. A gate fails closed: what is pending, missing or broken blocks like a failure.
/// What
/// an exception covers stands in nobody's way while it lasts, neither by itself nor by what it costs the score.
final class Gating {
    private Gating() {}

    /// Below GATE nothing blocks; the reasons then say what would.
    static Gate of(Step step, Level required, Marks marks, List<RuleResult> results, Levels levels) {
        var reasons =
                marks.level().compareTo(required) >= 0 ? List.<String>of() : reasons(required, marks, results, levels);
        var decision = switch (step) {
            case GATE -> reasons.isEmpty() ? Gate.Decision.ALLOW : Gate.Decision.BLOCK;
            case DRAFT, SHADOW, WARN -> Gate.Decision.NOT_GATED;
        };
        return new Gate(step, decision, reasons);
    }

    private static List<String> reasons(Level required, Marks marks, List<RuleResult> results, Levels levels) {
        String level = required.name().toLowerCase(Locale.ROOT);
        var reasons = new ArrayList<String>();
        var counted = Tally.unexcused(results);
        for (var result : counted) {
            if (Tally.obstructs(result, required)) {
                reasons.add("Rule " + result.rule() + " must hold for " + level + ": " + why(result.outcome()));
            }
        }
        boolean excepted = counted.size() < results.size();
        if (excepted && counted.stream().noneMatch(Gating::applies)) {
            return reasons;
        }
        for (var below : Level.values()) {
            int minimum = levels.minimum(below);
            if (below != Level.NONE && below.compareTo(required) <= 0 && !Tally.reaches(marks.adjusted(), minimum)) {
                reasons.add((excepted ? "Without what is excepted, the score is " : "The score is ")
                        + text(marks.adjusted()) + "; "
                        + below.name().toLowerCase(Locale.ROOT) + " asks for at least " + percent(minimum) + ".");
                break;
            }
        }
        return reasons;
    }

    private static boolean applies(RuleResult result) {
        return !(result.outcome() instanceof Outcome.NotApplicable);
    }

    private static String why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> "expected " + failed.expected() + ", found " + failed.found() + ".";
            case Outcome.Missing missing -> missing.reason();
            case Outcome.Errored errored -> errored.reason();
            case Outcome.Pending pending -> "evidence of " + pending.awaited() + " is still awaited.";
            case Outcome.Passed _, Outcome.NotApplicable _ ->
                throw new IllegalStateException("A rule that holds or does not apply must not stand in the way.");
        };
    }

    private static String text(Score score) {
        return switch (score) {
            case Score.Known known -> percent(known.basisPoints());
            case Score.Unknown _ -> "unknown";
        };
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
