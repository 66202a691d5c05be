package dev.plumbline.reporter.rest;

import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ScoreMove;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Why a standard's raw score differs from that of the build compared with.
///
/// @param since the build compared with; the build itself where it was judged once more
/// @param basisPoints the whole difference
/// @param causes what each cause moved; together exactly the difference
/// @param inferred of some rules the earlier inputs are not whole, and verdicts and digests told the cause
public record MoveView(
        String standard, String since, ScoreView before, int basisPoints, List<Part> causes, boolean inferred) {

    public record Part(String cause, int basisPoints) {
        static List<Part> of(Map<Cause, Integer> causes) {
            return causes.entrySet().stream()
                    .map(entry -> new Part(entry.getKey().name(), entry.getValue()))
                    .toList();
        }
    }

    /// What one changed rule had to do with it.
    ///
    /// @param ruleBasisPoints what the rule alone moved
    /// @param adjustedBasisPoints what the score without excepted rules moved by; null where no rule is
    ///     excepted
    public record Share(
            int ruleBasisPoints,
            List<Part> causes,
            boolean inferred,
            @Nullable Integer adjustedBasisPoints) {
        static @Nullable Share of(Change.@Nullable Share share) {
            return share == null
                    ? null
                    : new Share(share.rule(), Part.of(share.causes()), share.inferred(), share.adjusted());
        }
    }

    static MoveView of(ScoreMove move) {
        return new MoveView(
                move.standard().value(),
                move.since().value(),
                ScoreView.of(move.before(), "nothing was measured"),
                move.total(),
                Part.of(move.causes()),
                move.inferred());
    }
}
