package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;

/// The id of a change: a function of what changed, which way, why, and since when. A build that is judged
/// again is its own baseline, as often as an exception begins and ends: each such judgement has ids of its
/// own.
final class ChangeId {
    private static final int DIGITS = 32;

    private ChangeId() {}

    /// @param since {@link Reference#since}
    static Change.Id of(Build build, Ledger.Key rule, Direction direction, Cause cause, String since) {
        return new Change.Id(Digest.ofText(String.join(
                        "\n",
                        build.key().repository().value(),
                        build.key().component().path(),
                        build.lineage().id(),
                        rule.standard().value(),
                        rule.rule().value(),
                        direction.name(),
                        cause.name(),
                        since))
                .hex()
                .substring(0, DIGITS));
    }
}
