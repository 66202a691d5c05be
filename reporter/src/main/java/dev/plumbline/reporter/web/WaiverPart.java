package dev.plumbline.reporter.web;

import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.decision.WaiverState;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.reporter.projection.ComponentState;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// An exception that is asked for, to come or in force, and whom it reaches.
///
/// @param state a class and a word: requested, scheduled, in force, unused
/// @param rules it is about, and of which standard
public record WaiverPart(
        String id, String state, String rules, String reach, String reason, String by, When from, When until) {

    /// {@return those that reach a component, in order of their ids}
    static List<WaiverPart> of(RepositoryState repository, ComponentState component, ReadModel model, Instant now) {
        var part = repository.part(component.component());
        var place =
                new Reach.Place(repository.id(), repository.name(), component.component(), part.team(), part.system());
        return model.decisions().waivers().stream()
                .filter(waiver -> waiver.reach().covers(place))
                .filter(waiver -> lives(model.decisions().state(waiver, now)))
                .map(waiver -> part(waiver, component, model, now))
                .toList();
    }

    private static boolean lives(WaiverState state) {
        return switch (state) {
            case REQUESTED, SCHEDULED, IN_FORCE -> true;
            case EXPIRED, REVOKED -> false;
        };
    }

    private static WaiverPart part(Waiver waiver, ComponentState component, ReadModel model, Instant now) {
        return new WaiverPart(
                waiver.id().value(),
                state(waiver, component, model, now),
                waiver.scope().rules().stream().map(RuleId::value).collect(Collectors.joining(", ")) + " of "
                        + waiver.scope().standard(),
                waiver.reach().expression(),
                waiver.reason(),
                ExcusePart.by(waiver),
                When.of(waiver.validity().from(), now),
                When.of(waiver.validity().until(), now));
    }

    private static String state(Waiver waiver, ComponentState component, ReadModel model, Instant now) {
        var latest = component.latest();
        return switch (model.decisions().state(waiver, now)) {
            case REQUESTED -> "requested";
            case SCHEDULED -> "scheduled";
            case IN_FORCE -> latest != null && latest.decisions().contains(waiver.id()) ? "in force" : "unused";
            case EXPIRED, REVOKED -> "ended";
        };
    }
}
