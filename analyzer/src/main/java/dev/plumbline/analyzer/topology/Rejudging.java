package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Judges newest final builds again when a decision begins or ends, or when their evidence has grown old. Many
/// repositories are walked over in slices, between which live builds are judged.
final class Rejudging {
    private static final int SLICE = 100;
    /// A repository has few components; what lies beyond these waits for its next build.
    private static final int COMPONENTS = 1_000;

    private final BuildSteps steps;
    private final BaselineShelf baselines;
    private final DecisionsShelf decisions;
    private final TimerQueue timers;
    /// Where each walk goes on. A restart begins it anew, which writes nothing where no verdict differs.
    private final Map<DecisionId, String> walks = new HashMap<>();

    Rejudging(BuildSteps steps, BaselineShelf baselines, DecisionsShelf decisions, TimerQueue timers) {
        this.steps = steps;
        this.baselines = baselines;
        this.decisions = decisions;
        this.timers = timers;
    }

    /// A decision came: what it begins or ends by then is judged at once, what is to come gets a timer.
    void decided(Decision decision, long timestamp) {
        var at = decision.receivedAt();
        var turns = decisions.around(decision.reach()).turns(decision.id());
        boolean now = turns.stream().anyMatch(turn -> !turn.isAfter(at));
        switch (decision.reach()) {
            case Reach.OneRepository one -> {
                if (now) {
                    judge(one.repository(), decision.id(), at, timestamp);
                }
                next(turns, at, new Alarm.Decided(one.repository(), decision.id()));
            }
            case Reach.Team _, Reach.OfSystem _, Reach.Named _, Reach.Everywhere _ -> {
                var alarm = new Alarm.DecidedWidely(decision.id());
                walks.remove(decision.id());
                if (now) {
                    timers.set(TimerQueue.Timer.at(at, alarm));
                } else {
                    next(turns, at, alarm);
                }
            }
        }
    }

    /// A decision about one repository begins or ends.
    void turned(Alarm.Decided alarm, Instant due, long timestamp) {
        judge(alarm.repository(), alarm.decision(), due, timestamp);
        next(decisions.around(new Reach.OneRepository(alarm.repository(), null)).turns(alarm.decision()), due, alarm);
    }

    /// A decision about many repositories begins or ends: a slice of them is judged, the rest at the next tick.
    void turned(Alarm.DecidedWidely alarm, Instant due, long timestamp) {
        var id = alarm.decision();
        var decision = decisions.find(null, id);
        var places = baselines.places(walks.getOrDefault(id, ""), SLICE);
        for (var place : places) {
            again(decision, place, due, timestamp);
        }
        if (places.size() == SLICE) {
            walks.put(id, places.getLast().row() + StateStores.SEPARATOR);
        } else {
            walks.remove(id);
            next(decisions.around(new Reach.Everywhere()).turns(id), due, alarm);
        }
    }

    void stale(Alarm.Stale alarm, Instant due, long timestamp) {
        timers.drop(alarm);
        steps.again(alarm.repository(), alarm.component(), due, /* always= */ false, timestamp)
                .happen();
    }

    private void judge(RepositoryId repository, DecisionId id, Instant at, long timestamp) {
        var decision = decisions.find(repository, id);
        var first = StateStores.key(repository, "");
        for (var place : baselines.places(first, COMPONENTS)) {
            if (!place.repository().equals(repository)) {
                return;
            }
            again(decision, place, at, timestamp);
        }
    }

    private void again(@Nullable Decision decision, BaselineShelf.Place place, Instant at, long timestamp) {
        steps.again(place.repository(), place.component(), at, decision instanceof Rescore, timestamp)
                .happen();
    }

    private void next(List<Instant> turns, Instant after, Alarm alarm) {
        timers.drop(alarm);
        turns.stream()
                .filter(turn -> turn.isAfter(after))
                .findFirst()
                .ifPresent(turn -> timers.set(TimerQueue.Timer.at(turn, alarm)));
    }
}
