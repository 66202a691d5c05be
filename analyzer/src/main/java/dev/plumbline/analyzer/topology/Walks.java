package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.RescoringFinished.Counts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The walks that are under way on one partition, in the order in which they began. They lie in the store,
/// so that a restart goes on where the last commit was. Bounded by what people publish and decide; one is
/// gone once it is done.
///
/// A component that is judged ahead of a walk is passed over when the walk comes there: what it would be
/// judged on then may be of later records. Bounded by the components that records concern while a walk
/// lasts.
final class Walks {
    private static final byte[] JUDGED = {1};

    private final Rows rows;
    private final Rows ahead;
    private final TreeMap<Long, Walk> byNumber = new TreeMap<>();
    private final Map<Long, Set<String>> judgedAhead = new HashMap<>();

    Walks(Rows rows, Rows ahead) {
        this.rows = rows;
        this.ahead = ahead;
        try (var all = rows.from(null)) {
            all.forEachRemaining(row -> {
                long number = number(Rows.key(row.key));
                byNumber.put(number, Walk.decode(number, row.value));
            });
        }
        try (var all = ahead.from(null)) {
            all.forEachRemaining(row -> {
                var key = Rows.key(row.key);
                int end = key.indexOf(StateStores.SEPARATOR);
                judgedAhead(number(key.substring(0, end))).add(key.substring(end + 1));
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

    /// {@return whether a component that a walk has not come to is still to be judged for it, which is done
    /// now}
    boolean takeAhead(Walk walk, BaselineShelf.Place place) {
        if (!walk.reaches(place) || !judgedAhead(walk.number()).add(place.row())) {
            return false;
        }
        ahead.put(key(walk, place.row()), JUDGED);
        return true;
    }

    /// {@return whether a component that a walk has come to is still to be judged for it}
    boolean take(Walk walk, BaselineShelf.Place place) {
        if (!judgedAhead(walk.number()).remove(place.row())) {
            return true;
        }
        ahead.delete(key(walk, place.row()));
        return false;
    }

    void end(Walk walk) {
        byNumber.remove(walk.number());
        rows.delete(key(walk));
        var left = judgedAhead.remove(walk.number());
        if (left != null) {
            left.forEach(place -> ahead.delete(key(walk, place)));
        }
    }

    private Set<String> judgedAhead(long number) {
        return judgedAhead.computeIfAbsent(number, _ -> new TreeSet<>());
    }

    private static long number(String key) {
        return Long.parseLong(key, 16);
    }

    private static String key(Walk walk) {
        return "%016x".formatted(walk.number());
    }

    private static String key(Walk walk, String place) {
        return key(walk) + StateStores.SEPARATOR + place;
    }
}
