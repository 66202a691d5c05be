package dev.plumbline.reporter.decide;

import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.decision.WaiverState;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.reporter.projection.ReadModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A waiver as the API shows it.
///
/// @param usedBy repositories whose newest scorecards it excuses something on
/// @param unused in force, and excuses nothing anywhere
record WaiverView(
        String id,
        WaiverState state,
        StandardId standard,
        List<RuleId> rules,
        Reach reach,
        String reason,
        String requestedBy,
        Instant requestedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        Instant from,
        Instant until,
        int usedBy,
        boolean unused) {

    static WaiverView of(Waiver waiver, ReadModel model, Instant now) {
        var state = model.decisions().state(waiver, now);
        var given = waiver.approval() instanceof Waiver.Approval.Given it ? it : null;
        int used = (int) model.repositories().values().stream()
                .filter(repository -> repository.components().values().stream()
                        .map(component -> component.latest())
                        .anyMatch(latest -> latest != null && latest.decisions().contains(waiver.id())))
                .count();
        return new WaiverView(
                waiver.id().value(),
                state,
                waiver.scope().standard(),
                waiver.scope().rules(),
                waiver.reach(),
                waiver.reason(),
                waiver.request().by(),
                waiver.request().at(),
                given == null ? null : given.by(),
                given == null ? null : given.at(),
                waiver.validity().from(),
                waiver.validity().until(),
                used,
                state == WaiverState.IN_FORCE && used == 0);
    }
}
