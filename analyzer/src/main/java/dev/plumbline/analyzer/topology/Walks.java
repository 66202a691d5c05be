package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.RescoringFinished.Counts;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The walks that are under way on one partition, in the order in which they began. They lie in the store, so that a
/// restart goes on where the last commit was. Bounded by what people publish and decide; one is gone once it is done.
final class Walks {
    private final Rows rows;
    private final TreeMap<Long, Walk> byNumber = new TreeMap<>();

    Walks(Rows rows) {
        this.rows = rows;
        try (var all = rows.from(null)) {
            all.forEachRemaining(row -> {
                long number = Long.parseLong(Rows.key(row.key), 16);
                byNumber.put(number, Walk.decode(number, row.value));
            });
        }
    }

    void begin(Walk.Errand errand, Instant at) {
        long number = byNumber.isEmpty() ? 1 : byNumber.lastKey() + 1;
        put(new Walk(number, errand, at, "", Counts.NONE));
    }

    /// {@return the oldest; null where none is under way}
    @Nullable
    Walk first() {
        return byNumber.isEmpty() ? null : byNumber.firstEntry().getValue();
    }

    /// {@return those of which the reason is not after a moment, the oldest first}
    List<Walk> until(Instant moment) {
        return byNumber.isEmpty()
                ? List.of()
                : byNumber.values().stream()
                        .filter(walk -> !walk.at().isAfter(moment))
                        .toList();
    }

    void put(Walk walk) {
        if (!walk.equals(byNumber.put(walk.number(), walk))) {
            rows.put(key(walk), walk.encode());
        }
    }

    void end(Walk walk) {
        byNumber.remove(walk.number());
        rows.delete(key(walk));
    }

    private static String key(Walk walk) {
        return "%016x".formatted(walk.number());
    }
}
