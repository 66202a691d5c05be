package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.failure.Failures;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Judges newest final builds again when a decision begins or ends, when their evidence has grown old, or
/// when the catalog says something else. What concerns many repositories is left to {@link Rescoring}.
final class Rejudging {
    /// A repository has few components; what lies beyond these waits for its next build.
    private static final int COMPONENTS = 1_000;

    private final Shelves shelves;
    private final Again again;
    private final TimerQueue timers;

    Rejudging(Shelves shelves, Again again, TimerQueue timers) {
        this.shelves = shelves;
        this.again = again;
        this.timers = timers;
    }

    /// A decision came: what it begins or ends by then is judged at once, what is to come gets a timer.
    void decided(Decision decision, long timestamp) {
        var at = decision.receivedAt();
        var turns = shelves.decisions().around(decision.reach()).turns(decision.id());
        boolean now = turns.stream().anyMatch(turn -> !turn.isAfter(at));
        switch (decision.reach()) {
            case Reach.OneRepository one -> {
                next(turns, at, new Alarm.Decided(one.repository(), decision.id()));
                if (now) {
                    judge(one.repository(), reason(one.repository(), decision.id(), at), timestamp);
                }
            }
            case Reach.Team _, Reach.OfSystem _, Reach.Named _, Reach.Everywhere _ -> {
                if (now) {
                    shelves.walks().begin(new Walk.Errand.Decided(decision.id()), at);
                }
                next(turns, at, new Alarm.DecidedWidely(decision.id()));
            }
        }
    }

    /// A decision about one repository begins or ends.
    void turned(Alarm.Decided alarm, Instant due, long timestamp) {
        var repository = alarm.repository();
        next(
                shelves.decisions()
                        .around(new Reach.OneRepository(repository, null))
                        .turns(alarm.decision()),
                due,
                alarm);
        judge(repository, reason(repository, alarm.decision(), due), timestamp);
    }

    /// A decision about many repositories begins or ends.
    void turned(Alarm.DecidedWidely alarm, Instant due) {
        shelves.walks().begin(new Walk.Errand.Decided(alarm.decision()), due);
        next(shelves.decisions().around(new Reach.Everywhere()).turns(alarm.decision()), due, alarm);
    }

    void stale(Alarm.Stale alarm, Instant due, long timestamp) {
        timers.drop(alarm);
        again.judge(new BaselineShelf.Place(alarm.repository(), alarm.component()), new Reason.Moment(due), timestamp)
                .effects()
                .happen();
    }

    /// The catalog says something else of a repository.
    void catalogued(RepositoryId repository, Optional<CatalogEntry> before, Instant at, long timestamp) {
        judge(repository, new Reason.Ownership(at, before), timestamp);
    }

    private Reason reason(RepositoryId repository, DecisionId id, Instant at) {
        return shelves.decisions().find(repository, id) instanceof Rescore
                ? new Reason.Order(at, /* wide= */ false)
                : new Reason.Moment(at);
    }

    /// A component that cannot be judged keeps none of the others from it; it is the record's failure once
    /// they are done.
    private void judge(RepositoryId repository, Reason reason, long timestamp) {
        @Nullable RuntimeException failed = null;
        for (var place : shelves.baselines().placesOf(repository, COMPONENTS)) {
            try {
                again.judge(place, reason, timestamp).effects().happen();
            } catch (RuntimeException failure) { // boundary: the others are judged first
                if (!Failures.isOfTheRecord(failure)) {
                    throw failure;
                }
                failed = failure;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    /// Before anything is judged, which may fail: what begins also ends.
    private void next(List<Instant> turns, Instant after, Alarm alarm) {
        timers.drop(alarm);
        turns.stream()
                .filter(turn -> turn.isAfter(after))
                .findFirst()
                .ifPresent(turn -> timers.set(TimerQueue.Timer.at(turn, alarm)));
    }
}
