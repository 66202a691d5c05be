package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.Change.Direction;
import java.util.Optional;

/// How a verdict counts when two are compared. Only a step into or out of `UNMET` is a change: a rule that is
/// missing its evidence after it had failed is neither better nor worse.
enum Standing {
    /// The rule holds, does not concern the repository, or is excepted.
    MET,
    /// It fails, or nothing shows that it holds.
    UNMET,
    /// The build is open: no verdict.
    OPEN;

    static Standing of(Verdict verdict) {
        return switch (verdict.word()) {
            case PASS, NOT_APPLICABLE -> MET;
            case FAIL, MISSING, ERROR -> verdict.waived() ? MET : UNMET;
            case PENDING -> OPEN;
        };
    }

    static Optional<Direction> direction(Verdict before, Verdict after) {
        var from = of(before);
        var to = of(after);
        if (from == to || from == OPEN || to == OPEN) {
            return Optional.empty();
        }
        return Optional.of(to == UNMET ? Direction.REGRESSION : Direction.RECOVERY);
    }
}
