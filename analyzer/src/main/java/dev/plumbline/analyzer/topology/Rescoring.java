package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.decision.Rescore;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Walks over all newest final builds of a partition for what concerns many of them: in slices, between
/// which live builds are judged. A repository whose next record comes before a walk has reached it is
/// judged then, before the record, and never for that walk again: what comes of it does not depend on how
/// far the walk was.
final class Rescoring {
    private static final Logger LOG = LoggerFactory.getLogger(Rescoring.class);
    /// So many components are looked up at a time.
    private static final int LOOKED_UP = 20;
    /// So many are judged in a slice, however short each takes.
    private static final int MOST = 100;
    /// A repository has few components; what lies beyond these waits for the walk.
    private static final int COMPONENTS = 1_000;

    private final Shelves shelves;
    private final Again again;
    private final TimerQueue timers;
    private final Dispatch dispatch;
    private final Mishap mishap;

    /// What becomes of a component that cannot be judged; the walk goes on.
    @FunctionalInterface
    interface Mishap {
        void at(RepositoryId repository, long timestamp, Throwable failure);
    }

    Rescoring(Shelves shelves, Again again, TimerQueue timers, Dispatch dispatch, Mishap mishap) {
        this.shelves = shelves;
        this.again = again;
        this.timers = timers;
        this.dispatch = dispatch;
        this.mishap = mishap;
    }

    /// A standard or binding came, or was withdrawn.
    ///
    /// @param at when it was withdrawn
    void came(String key, StandardsShelf.News news, Instant at) {
        var standards = shelves.standards();
        switch (news) {
            case StandardsShelf.News.Nothing _ -> {}
            case StandardsShelf.News.OfStandard it -> {
                if (standards.bound(it.standard(), it.version())) {
                    var errand =
                            new Walk.Errand.Restated(it.standard(), it.version(), /* came= */ true, standards.newest());
                    shelves.walks().begin(errand, it.publishedAt());
                }
            }
            case StandardsShelf.News.OfBinding it -> {
                var from = it.binding().enforcement().effectiveFrom();
                if (from.isAfter(it.publishedAt())) {
                    timers.set(TimerQueue.Timer.at(from, new Alarm.Begins(key)));
                } else {
                    restate(key, it.publishedAt(), /* came= */ true);
                }
            }
            case StandardsShelf.News.Withdrawn it -> {
                // a binding that has not begun gave nobody anything
                if (!timers.drop(new Alarm.Begins(key))) {
                    var errand =
                            new Walk.Errand.Restated(it.standard(), it.version(), /* came= */ true, standards.newest());
                    shelves.walks().begin(errand, at);
                }
            }
        }
    }

    /// A binding begins.
    void begins(Alarm.Begins alarm, Instant due) {
        timers.drop(alarm);
        restate(alarm.key(), due, /* came= */ false);
    }

    /// A binding of whose standard no version is published gives nobody anything: there is nothing to walk
    /// for.
    private void restate(String key, Instant at, boolean came) {
        var standards = shelves.standards();
        var binding = standards.binding(key);
        var version = binding == null ? null : standards.resolved(binding);
        if (binding != null && version != null) {
            var errand = new Walk.Errand.Restated(binding.standard(), version, came, standards.newest());
            shelves.walks().begin(errand, at);
        }
    }

    /// Judges what walks have not reached of one repository, as far as their reasons are not after a
    /// moment.
    void before(RepositoryId repository, Instant moment, long timestamp) {
        for (var walk : shelves.walks().until(moment)) {
            var after = walk;
            for (var place : shelves.baselines().placesOf(repository, COMPONENTS)) {
                if (shelves.walks().takeAhead(walk, place)) {
                    after = visit(after, place, timestamp);
                }
            }
            shelves.walks().put(after);
        }
    }

    /// Goes on with the oldest walk for a while.
    ///
    /// @param longest it goes on for no longer than this and one component more
    void slice(long timestamp, Duration longest) {
        var walk = shelves.walks().first();
        if (walk == null) {
            return;
        }
        long end = System.nanoTime() + longest.toNanos();
        for (int left = MOST; left > 0; ) {
            var places = shelves.baselines().places(walk.from(), LOOKED_UP);
            for (var place : places) {
                walk = step(walk, place, timestamp);
                left--;
                if (System.nanoTime() >= end) {
                    left = 0;
                    break;
                }
            }
            if (places.size() < LOOKED_UP && (places.isEmpty() || !walk.reaches(places.getLast()))) {
                finish(walk, timestamp);
                return;
            }
        }
        shelves.walks().put(walk);
    }

    private Walk step(Walk walk, BaselineShelf.Place place, long timestamp) {
        var after = shelves.walks().take(walk, place) ? visit(walk, place, timestamp) : walk;
        return after.past(place);
    }

    private Walk visit(Walk walk, BaselineShelf.Place place, long timestamp) {
        try {
            var judged = again.judge(place, reason(walk), timestamp);
            judged.effects().happen();
            return walk.counting(judged.counts());
        } catch (Throwable failure) { // boundary: one component must not stop a walk over the others
            mishap.at(place.repository(), timestamp, failure);
            return walk;
        }
    }

    private Reason reason(Walk walk) {
        return switch (walk.errand()) {
            case Walk.Errand.Restated restated -> restated.reason(walk.at());
            case Walk.Errand.Decided decided ->
                shelves.decisions().find(null, decided.decision()) instanceof Rescore
                        ? new Reason.Order(walk.at(), /* wide= */ true)
                        : new Reason.Moment(walk.at());
        };
    }

    private void finish(Walk walk, long timestamp) {
        shelves.walks().end(walk);
        if (walk.errand() instanceof Walk.Errand.Restated restated) {
            var finished = restated.finished(walk.at(), dispatch.partition(), walk.counts());
            dispatch.send(finished, timestamp);
            if (finished.counts().rescored() > 0) {
                LOG.info(
                        "Partition {} has judged {} components again under {} {}.",
                        finished.partition(),
                        finished.counts().rescored(),
                        finished.standard(),
                        finished.version());
            }
        }
    }
}
