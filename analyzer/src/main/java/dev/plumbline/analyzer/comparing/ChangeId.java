package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;

/// The id of a change: a function of what changed, why, and since which build.
final class ChangeId {
    private static final int DIGITS = 32;

    private ChangeId() {}

    static Change.Id of(Build build, StandardId standard, RuleId rule, Cause cause, BuildId baseline) {
        return new Change.Id(Digest.ofText(String.join(
                        "\n",
                        build.key().repository().value(),
                        build.key().component().path(),
                        build.lineage().id(),
                        standard.value(),
                        rule.value(),
                        cause.name(),
                        baseline.value()))
                .hex()
                .substring(0, DIGITS));
    }
}
