package dev.plumbline.reporter.decide;

import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of `POST /api/v1/waivers`.
///
/// @param from null for at once
record WaiverRequest(
        StandardId standard,
        List<RuleId> rules,
        Reach reach,
        String reason,
        @Nullable Instant from,
        Instant until) {

    /// @throws IllegalArgumentException with a sentence for the caller
    Waiver waiver(DecisionId id, String by, Instant now) {
        return new Waiver(
                id,
                new Scope(standard, rules, reach),
                reason,
                new Waiver.Request(by, now),
                new Validity(from == null ? now : from, until),
                new Waiver.Approval.Awaited());
    }
}
