package dev.plumbline.collect;

import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.Position;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Counts facts and keeps the first places of each, by path and line: the order in which files come does not matter.
public final class Tally {
    private static final Comparator<Position> ORDER = Comparator.comparing(Position::path)
            .thenComparingInt(Position::line)
            .thenComparing(Position::message);
    private static final int WHAT_CHARS = 120;

    private final Map<Fact, Integer> counts = new EnumMap<>(Fact.class);
    private final Map<Fact, TreeSet<Position>> places = new EnumMap<>(Fact.class);

    public void add(Fact fact) {
        add(fact, 1);
    }

    public void add(Fact fact, int times) {
        counts.merge(fact, times, Integer::sum);
    }

    /// Counts one and remembers where it is.
    ///
    /// @param what its name, or the beginning of its text
    public void add(Fact fact, String path, int line, String what) {
        add(fact);
        String brief = what.lines().findFirst().orElse("").strip();
        keep(fact, new Position(path, line, brief.substring(0, Math.min(brief.length(), WHAT_CHARS))));
    }

    private void keep(Fact fact, Position place) {
        var kept = places.computeIfAbsent(fact, _ -> new TreeSet<>(ORDER));
        if (kept.size() < FactsEvidence.SAMPLE_LIMIT || ORDER.compare(place, kept.last()) < 0) {
            kept.add(place);
            if (kept.size() > FactsEvidence.SAMPLE_LIMIT) {
                kept.pollLast();
            }
        }
    }

    public void join(Tally other) {
        other.counts.forEach(this::add);
        other.places.forEach((fact, kept) -> kept.forEach(place -> keep(fact, place)));
    }

    public int count(Fact fact) {
        return counts.getOrDefault(fact, 0);
    }

    public List<Position> places(Fact fact) {
        return List.copyOf(places.getOrDefault(fact, new TreeSet<>(ORDER)));
    }

    /// {@return every fact, those that were not met as 0}
    public Map<String, Integer> counts() {
        var all = new TreeMap<String, Integer>();
        for (var fact : Fact.values()) {
            all.put(fact.id(), count(fact));
        }
        return all;
    }

    /// {@return the places by id, without facts that have none}
    public Map<String, List<Position>> places() {
        var all = new TreeMap<String, List<Position>>();
        places.forEach((fact, kept) -> all.put(fact.id(), List.copyOf(kept)));
        return all;
    }
}
