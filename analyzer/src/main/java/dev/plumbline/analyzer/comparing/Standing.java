package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Outcome;
import java.util.Optional;

/// How an outcome counts when two are compared. Only a step into or out of `UNMET` is a change: a rule that is missing
/// its
/// evidence after it had failed is neither better nor worse.
enum Standing {
    /// The rule holds, or does not concern the repository.
    MET,
    /// It fails, or nothing shows that it holds.
    UNMET,
    /// The build is open: no verdict.
    OPEN;

    static Standing of(Outcome.Word word) {
        return switch (word) {
            case PASS, NOT_APPLICABLE -> MET;
            case FAIL, MISSING, ERROR -> UNMET;
            case PENDING -> OPEN;
        };
    }

    static Optional<Direction> direction(Outcome.Word before, Outcome.Word after) {
        var from = of(before);
        var to = of(after);
        if (from == to || from == OPEN || to == OPEN) {
            return Optional.empty();
        }
        return Optional.of(to == UNMET ? Direction.REGRESSION : Direction.RECOVERY);
    }
}
