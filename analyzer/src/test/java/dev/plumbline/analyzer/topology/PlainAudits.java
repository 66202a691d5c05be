package dev.plumbline.analyzer.topology;

import dev.plumbline.model.standard.Combine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The audits of a history that are remembered, by plain means. Of a line: the newest; what the newest two
/// finals had before others came; and two more that were replaced within a day.
final class PlainAudits {
    private final Map<String, TreeMap<Place, Map<Combine, Instant>>> ofLine = new HashMap<>();

    /// Where a build stands on its line.
    record Place(Instant started, int attempt, String build) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparing(Place::started)
                .thenComparingInt(Place::attempt)
                .thenComparing(Place::build);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param at when an audit was made, for each way of combining several
    /// @param now when the last of the build came
    /// @param finals the newest two before it
    void add(String line, Place of, Map<Combine, Instant> at, Instant now, List<Place> finals) {
        var known = ofLine.computeIfAbsent(line, _ -> new TreeMap<>());
        known.put(of, at);
        var oldestLast = new ArrayList<>(known.descendingKeySet());
        int lately = 0;
        for (int i = 1; i < oldestLast.size(); i++) {
            var one = oldestLast.get(i);
            var next = oldestLast.get(i - 1);
            boolean ofFinal = finals.stream().anyMatch(build -> build.compareTo(one) > 0 && build.compareTo(next) < 0);
            boolean recent = !next.started().plus(Duration.ofDays(1)).isBefore(now);
            if (!ofFinal && !(recent && ++lately <= 2)) {
                known.remove(one);
            }
        }
    }

    /// {@return the newest audit before a build of its line; null where none is known}
    @Nullable
    Map<Combine, Instant> before(String line, Place build) {
        var known = ofLine.get(line);
        var found = known == null ? null : known.lowerEntry(build);
        return found == null ? null : found.getValue();
    }

    @Nullable
    Map<Combine, Instant> latest(String line) {
        var known = ofLine.get(line);
        return known == null ? null : known.lastEntry().getValue();
    }

    boolean anyAfter(String line, Place build) {
        var known = ofLine.get(line);
        return known != null && known.lastKey().compareTo(build) > 0;
    }
}
