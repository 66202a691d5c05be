package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.RepositoryId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Deadlines of open builds. The store is what survives; the index beside it, in memory, answers «what is due» without
/// a
/// scan on every record. Both hold one entry for each open build.
final class TimerQueue {
    private static final byte[] NOTHING = {1};

    private final KeyValueStore<String, byte[]> store;
    private final TreeSet<Timer> all = new TreeSet<>();
    private final Map<RepositoryId, TreeMap<String, Timer>> byRepository = new HashMap<>();

    /// One deadline.
    ///
    /// @param dueMillis rounded up, so that nothing fires early
    record Timer(long dueMillis, BuildAddress build) implements Comparable<Timer> {
        static Timer at(Instant due, BuildAddress build) {
            long millis = due.toEpochMilli();
            return new Timer(Instant.ofEpochMilli(millis).equals(due) ? millis : millis + 1, build);
        }

        /// Due first; the digits keep the order of the numbers.
        String row() {
            return StateStores.key("%016x".formatted(dueMillis), build.row());
        }

        static Timer parse(String row) {
            int end = row.indexOf(StateStores.SEPARATOR);
            return new Timer(Long.parseLong(row.substring(0, end), 16), BuildAddress.parse(row.substring(end + 1)));
        }

        @Override
        public int compareTo(Timer other) {
            int order = Long.compare(dueMillis, other.dueMillis);
            return order != 0 ? order : build.row().compareTo(other.build.row());
        }
    }

    TimerQueue(KeyValueStore<String, byte[]> store) {
        this.store = store;
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> index(Timer.parse(row.key)));
        }
    }

    /// Sets a build's only timer.
    void set(Timer timer) {
        var before = of(timer.build());
        if (timer.equals(before)) {
            return;
        }
        if (before != null) {
            drop(before.build());
        }
        store.put(timer.row(), NOTHING);
        index(timer);
    }

    void drop(BuildAddress build) {
        var timer = of(build);
        if (timer == null) {
            return;
        }
        store.delete(timer.row());
        all.remove(timer);
        var builds = byRepository.get(build.repository());
        if (builds != null) {
            builds.remove(build.row());
            if (builds.isEmpty()) {
                byRepository.remove(build.repository());
            }
        }
    }

    /// {@return the timers of one repository that are due, in order}
    List<Timer> due(RepositoryId repository, Instant now) {
        var builds = byRepository.get(repository);
        if (builds == null) {
            return List.of();
        }
        return builds.values().stream()
                .filter(timer -> timer.dueMillis() <= now.toEpochMilli())
                .sorted()
                .toList();
    }

    /// {@return the timers that are due, in order, at most so many}
    List<Timer> due(long nowMillis, int limit) {
        return all.stream()
                .takeWhile(timer -> timer.dueMillis() <= nowMillis)
                .limit(limit)
                .toList();
    }

    private @Nullable Timer of(BuildAddress build) {
        var builds = byRepository.get(build.repository());
        return builds == null ? null : builds.get(build.row());
    }

    private void index(Timer timer) {
        all.add(timer);
        byRepository
                .computeIfAbsent(timer.build().repository(), _ -> new TreeMap<>())
                .put(timer.build().row(), timer);
    }
}
