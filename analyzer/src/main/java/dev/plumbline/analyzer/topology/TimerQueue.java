package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.RepositoryId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// What is due when. The store is what survives; the index beside it, in memory, answers «what is due»
/// without a scan on every record. Both hold one entry for each open build, for each component that has a
/// final build, and for each decision that has yet to begin or end.
final class TimerQueue {
    private static final byte[] NOTHING = {1};

    private final KeyValueStore<String, byte[]> store;
    private final TreeSet<Timer> all = new TreeSet<>();
    private final Map<String, Timer> byAlarm = new HashMap<>();
    private final Map<RepositoryId, TreeMap<String, Timer>> byRepository = new HashMap<>();
    private final TreeSet<Timer> ofNone = new TreeSet<>();

    /// One moment at which something is due.
    ///
    /// @param dueMillis rounded up, so that nothing fires early
    record Timer(long dueMillis, Alarm alarm) implements Comparable<Timer> {
        static Timer at(Instant due, Alarm alarm) {
            long millis = due.toEpochMilli();
            return new Timer(Instant.ofEpochMilli(millis).equals(due) ? millis : millis + 1, alarm);
        }

        Instant due() {
            return Instant.ofEpochMilli(dueMillis);
        }

        /// Due first; the digits keep the order of the numbers.
        String row() {
            return StateStores.key("%016x".formatted(dueMillis), alarm.row());
        }

        static Timer parse(String row) {
            int end = row.indexOf(StateStores.SEPARATOR);
            return new Timer(Long.parseLong(row.substring(0, end), 16), Alarm.parse(row.substring(end + 1)));
        }

        @Override
        public int compareTo(Timer other) {
            int order = Long.compare(dueMillis, other.dueMillis);
            return order != 0 ? order : alarm.row().compareTo(other.alarm.row());
        }
    }

    TimerQueue(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> index(Timer.parse(row.key)));
        }
    }

    /// Sets an alarm's only timer.
    void set(Timer timer) {
        var before = of(timer.alarm());
        if (timer.equals(before)) {
            return;
        }
        drop(timer.alarm());
        store.put(timer.row(), NOTHING);
        index(timer);
    }

    /// Sets a timer unless the alarm's is due before: who sets it so looks again when it fires.
    void setNoLater(Timer timer) {
        var before = of(timer.alarm());
        if (before == null || before.dueMillis() > timer.dueMillis()) {
            set(timer);
        }
    }

    /// Drops a timer, unless its alarm has another one by now.
    void drop(Timer timer) {
        if (timer.equals(of(timer.alarm()))) {
            drop(timer.alarm());
        }
    }

    /// {@return whether there was one}
    boolean drop(Alarm alarm) {
        var timer = byAlarm.remove(alarm.row());
        if (timer == null) {
            return false;
        }
        store.delete(timer.row());
        all.remove(timer);
        ofNone.remove(timer);
        var repository = alarm.repository();
        var its = repository == null ? null : byRepository.get(repository);
        if (repository != null && its != null) {
            its.remove(alarm.row());
            if (its.isEmpty()) {
                byRepository.remove(repository);
            }
        }
        return true;
    }

    /// {@return the first timer of one repository that is due; null where none is}
    @Nullable
    Timer next(RepositoryId repository, Instant now) {
        var its = byRepository.get(repository);
        if (its == null) {
            return null;
        }
        return its.values().stream()
                .filter(timer -> timer.dueMillis() <= now.toEpochMilli())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// {@return the first timer of no repository in particular that is due; null where none is}
    @Nullable
    Timer nextOfNone(Instant now) {
        return first(ofNone, now.toEpochMilli());
    }

    /// {@return the first timer that is due; null where none is}
    @Nullable
    Timer next(long nowMillis) {
        return first(all, nowMillis);
    }

    private static @Nullable Timer first(SortedSet<Timer> timers, long nowMillis) {
        return timers.isEmpty() || timers.first().dueMillis() > nowMillis ? null : timers.first();
    }

    private @Nullable Timer of(Alarm alarm) {
        return byAlarm.get(alarm.row());
    }

    private void index(Timer timer) {
        all.add(timer);
        byAlarm.put(timer.alarm().row(), timer);
        var repository = timer.alarm().repository();
        if (repository == null) {
            ofNone.add(timer);
        } else {
            byRepository
                    .computeIfAbsent(repository, _ -> new TreeMap<>())
                    .put(timer.alarm().row(), timer);
        }
    }
}
