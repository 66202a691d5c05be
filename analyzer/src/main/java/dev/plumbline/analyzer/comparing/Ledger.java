package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.SortedEntries;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The regressions that stand on one line of history, each under the rule that it is of: one recovery
/// closes one of them, and none is told twice.
public record Ledger(SortedMap<Key, Entry> entries) {
    public static final Ledger EMPTY = new Ledger(SortedEntries.empty());
    /// The longest standing stay; more rules than this are no longer a list that anybody works through.
    static final int LIMIT = 50;

    /// A rule of a standard, whatever its version.
    public record Key(StandardId standard, RuleId rule) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::standard).thenComparing(Key::rule);

        static Key of(Change change) {
            return new Key(change.standard().id(), change.rule());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param open the regression that stands; null where the rule has recovered and only its flips are
    ///     remembered
    /// @param word what the rule came to when it got worse
    /// @param by the build in which it got worse
    public record Entry(Change.@Nullable Id open, Cause cause, Outcome.Word word, BuildId by, Flips flips) {
        boolean isOpen() {
            return open != null;
        }
    }

    /// How a rule has flipped without rest.
    ///
    /// @param last when it flipped last, in whole milliseconds
    /// @param count how often without rest
    /// @param untold how many of them nobody was told
    /// @param quiet whether the last one was not told
    public record Flips(Instant last, int count, int untold, boolean quiet) {
        static final Flips NONE = new Flips(Instant.EPOCH, 0, 0, false);
        private static final int MOST = 10_000;

        public Flips {
            last = last.truncatedTo(ChronoUnit.MILLIS);
        }

        Flips again(Instant at, Tolerance tolerance) {
            boolean rested = rested(at, tolerance.rest());
            int next = rested ? 1 : Math.min(count + 1, MOST);
            boolean damped = !tolerance.rest().isZero() && next > tolerance.flips();
            int missed = rested ? 0 : untold;
            return new Flips(at, next, damped ? Math.min(missed + 1, MOST) : missed, damped);
        }

        boolean rested(Instant at, Duration rest) {
            return !at.isBefore(last.plus(rest));
        }
    }

    public Ledger {
        entries = SortedEntries.copyOf(entries);
    }

    @Nullable
    Entry find(Key key) {
        return entries.get(key);
    }

    Ledger with(Key key, Entry entry) {
        if (entries.size() >= LIMIT && !entries.containsKey(key)) {
            return this;
        }
        var more = new TreeMap<>(entries);
        more.put(key, entry);
        return new Ledger(more);
    }

    Ledger without(Key key) {
        var fewer = new TreeMap<>(entries);
        fewer.remove(key);
        return new Ledger(fewer);
    }

    /// {@return this without rules that have recovered and rested}
    Ledger pruned(Instant at, Duration rest) {
        if (entries.values().stream().noneMatch(entry -> done(entry, at, rest))) {
            return this;
        }
        var kept = new TreeMap<>(entries);
        kept.values().removeIf(entry -> done(entry, at, rest));
        return new Ledger(kept);
    }

    private static boolean done(Entry entry, Instant at, Duration rest) {
        return !entry.isOpen() && entry.flips().rested(at, rest);
    }

    /// Whether any regression stands.
    boolean holdsAny() {
        return entries.values().stream().anyMatch(Entry::isOpen);
    }

    /// {@return this and what another has that one build did not open and that is not here}
    public Ledger and(Ledger other, BuildId notBy) {
        var more = new TreeMap<>(entries);
        other.entries.forEach((key, entry) -> {
            if (entry.isOpen() && !entry.by().equals(notBy)) {
                more.putIfAbsent(key, entry);
            }
        });
        return more.size() == entries.size() ? this : new Ledger(more);
    }

    /// {@return this as it was before a build's changes}
    public Ledger before(BuildId build, List<Change> changes) {
        if (changes.isEmpty()) {
            return this;
        }
        var undone = new TreeMap<>(entries);
        for (var change : changes) {
            var key = Key.of(change);
            var course = change.course();
            switch (course == null ? null : course.effect()) {
                case Course.Effect.Opens _ -> undone.remove(key);
                case Course.Effect.Closes closes
                when closes.regression() != null ->
                    undone.put(
                            key,
                            new Entry(
                                    closes.regression(),
                                    change.cause(),
                                    change.transition().before(),
                                    build,
                                    Flips.NONE));
                case null, default -> {
                    // nothing was opened or closed
                }
            }
        }
        return new Ledger(undone);
    }
}
