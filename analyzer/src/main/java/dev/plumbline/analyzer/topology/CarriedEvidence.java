package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.build.Uploads;
import dev.plumbline.analyzer.comparing.Inputs;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Newest evidence of one lineage of the kinds that are not about a commit: what later builds may carry. It
/// lies packed in its row, and is read only when a build does carry it.
///
/// What newer evidence has replaced is kept for builds before it that may still be judged: because more of
/// them comes late, or as one of the newest two finals. They find what they would have found then.
///
/// @param entries the newest, one of a kind
/// @param earlier what was replaced, by kind and age: what lies right before one of the newest two finals,
///     and at most {@link #LATELY} of a kind, replaced within {@link Retention#LATE}. In all at most
///     {@link #EARLIER_BYTES}, the oldest goes first
record CarriedEvidence(List<Entry> entries, List<Entry> earlier) {
    static final CarriedEvidence NONE = new CarriedEvidence(List.of(), List.of());
    static final int LATELY = 2;
    static final int EARLIER_BYTES = 32 * 1024;
    private static final Comparator<Entry> BY_KIND_AND_AGE =
            Comparator.comparing(Entry::kind).thenComparing(Entry::order);

    /// @param kept what it is, and where it lies
    record Entry(Kind kind, BuildId build, Instant startedAt, int attempt, Kept kept) {
        private static Entry of(Kind kind, BuildOrder order, CarriedContent content) {
            return new Entry(kind, order.id(), order.startedAt(), order.attempt(), Kept.inPlace(content));
        }

        BuildOrder order() {
            return new BuildOrder(startedAt, attempt, build);
        }

        /// Whether another build brought it, which is after that one. The place of a build itself moves as
        /// its uploads come: one that was received earlier makes it begin earlier.
        boolean isOfLaterThan(BuildOrder other) {
            return !build.equals(other.id()) && order().isAfter(other);
        }

        /// Whether it is what a build of the same line had: the newest before it.
        ///
        /// @param replacedBy the next of its kind
        private boolean isRightBefore(BuildOrder build, Entry replacedBy) {
            return build.isAfter(order()) && replacedBy.isOfLaterThan(build);
        }

        boolean isOf(Kind kind, BuildId build) {
            return this.kind.equals(kind) && this.build.equals(build);
        }

        Entry in(int slot) {
            return new Entry(kind, build, startedAt, attempt, kept.in(slot));
        }

        boolean hasSeveral() {
            return kept.content().several() != null;
        }

        Evidence evidence() {
            return kept.content().packed().evidence();
        }

        Piece piece() {
            return kept.content().piece();
        }
    }

    /// Evidence in the row of its line, or in a slot of its own from where it is read when it is asked for:
    /// what was replaced is written once, not with every build that comes after.
    static final class Kept {
        /// The row of the line.
        static final int IN_PLACE = -1;

        private final int slot;
        private final int bytes;
        private final Supplier<CarriedContent> read;
        private @Nullable CarriedContent content;

        private Kept(int slot, int bytes, Supplier<CarriedContent> read) {
            this.slot = slot;
            this.bytes = bytes;
            this.read = read;
        }

        static Kept inPlace(CarriedContent content) {
            return new Kept(IN_PLACE, content.bytes(), () -> content);
        }

        static Kept inSlot(int slot, int bytes, Supplier<CarriedContent> read) {
            return new Kept(slot, bytes, read);
        }

        private Kept in(int other) {
            return new Kept(other, bytes, read);
        }

        int slot() {
            return slot;
        }

        int bytes() {
            return bytes;
        }

        CarriedContent content() {
            var known = content;
            if (known == null) {
                known = read.get();
                content = known;
            }
            return known;
        }

        /// Wherever it lies.
        @Override
        public boolean equals(Object other) {
            return this == other || (other instanceof Kept kept && content().equals(kept.content()));
        }

        @Override
        public int hashCode() {
            return content().hashCode();
        }
    }

    CarriedEvidence {
        entries = List.copyOf(entries);
        earlier = List.copyOf(earlier);
    }

    /// What a build may carry, at most one piece of a kind.
    ///
    /// @param instead what the default branch has of kinds that the build or its own line brings: it counts
    ///     where theirs is too old
    record Available(List<Entry> entries, List<Entry> instead) {
        static final Available NOTHING = new Available(List.of(), List.of());

        Available {
            entries = List.copyOf(entries);
            instead = List.copyOf(instead);
        }

        /// {@return the same, with one of the others in place of what there is of its kind}
        Available replacing(Entry other) {
            var replaced = new ArrayList<Entry>();
            entries.stream().filter(entry -> !entry.kind().equals(other.kind())).forEach(replaced::add);
            replaced.add(other);
            return new Available(replaced, instead);
        }
    }

    /// {@return what a build may carry: older than itself, and of a kind that it does not bring}
    Available availableTo(AssembledBuild build) {
        return new Available(List.copyOf(older(build)), List.of());
    }

    /// {@return kinds of which a build brings none, and of which only a later build's is kept: whether the
    /// build carried any is no longer known}
    Set<Kind> replacedAfter(AssembledBuild build) {
        var known = before(build.order(), build.evidence().keySet()).keySet();
        return entries.stream()
                .filter(entry -> entry.isOfLaterThan(build.order()))
                .map(Entry::kind)
                .filter(kind -> !known.contains(kind) && !build.evidence().containsKey(kind))
                .collect(Collectors.toSet());
    }

    private Collection<Entry> older(AssembledBuild build) {
        return before(build.order(), build.evidence().keySet()).values();
    }

    /// {@return the newest before a build of each kind but those that it brings itself}
    private SortedMap<Kind, Entry> before(BuildOrder build, Set<Kind> brought) {
        var before = new TreeMap<Kind, Entry>();
        for (var all : List.of(earlier, entries)) {
            for (var entry : all) {
                if (build.isAfter(entry.order()) && !brought.contains(entry.kind())) {
                    before.put(entry.kind(), entry);
                }
            }
        }
        return before;
    }

    /// {@return what a build of another line than the default branch may carry: what is available of its
    /// own line, else what the default branch has. That may be of a build that started later: one line's
    /// builds are neither before nor after another's}
    Available availableTo(AssembledBuild build, CarriedEvidence ofDefault) {
        var available = new ArrayList<>(older(build));
        var here = new TreeSet<>(build.evidence().keySet());
        available.forEach(entry -> here.add(entry.kind()));
        var instead = new ArrayList<Entry>();
        ofDefault.entries.forEach(entry -> (here.contains(entry.kind()) ? instead : available).add(entry));
        return new Available(available, instead);
    }

    /// {@return what a build may have carried}
    Inputs.Source before(BuildOrder build) {
        var before = before(build, Set.of());
        return (kind, how) -> {
            var entry = before.get(kind);
            return entry == null ? null : entry.piece().by(how).evidence();
        };
    }

    /// {@return this with what a build brings; null when nothing of it is news}
    ///
    /// @param uploads of the build: what came in one of them is taken over as it lies on the log
    /// @param finals the newest two of the line as far as it has any
    @Nullable
    CarriedEvidence with(AssembledBuild build, Uploads uploads, List<BuildOrder> finals) {
        var order = build.order();
        var newest = new TreeMap<Kind, Entry>();
        entries.forEach(entry -> newest.put(entry.kind(), entry));
        var replaced = new ArrayList<>(earlier);
        boolean changed = false;
        for (var brought : build.evidence().entrySet()) {
            var kind = brought.getKey();
            if (!kind.aboutCode()) {
                var known = newest.get(kind);
                var entry = Entry.of(kind, order, CarriedContent.of(brought.getValue(), uploads.list()));
                if (known != null && known.isOfLaterThan(order)) {
                    changed |= !replaced.contains(entry);
                    replaced.removeIf(other -> other.isOf(kind, order.id()));
                    replaced.add(entry);
                } else if (!entry.equals(known)) {
                    changed = true;
                    newest.put(kind, entry);
                    if (known != null && !known.build().equals(order.id())) {
                        replaced.add(known);
                    }
                }
            }
        }
        return changed
                ? new CarriedEvidence(
                        List.copyOf(newest.values()), stillAsked(replaced, newest, finals, uploads.latestReceipt()))
                : null;
    }

    private static List<Entry> stillAsked(
            List<Entry> replaced, Map<Kind, Entry> newest, List<BuildOrder> finals, Instant now) {
        var kept = new ArrayList<Entry>();
        var next = new HashMap<>(newest);
        var lately = new HashMap<Kind, Integer>();
        int bytes = 0;
        replaced.sort(BY_KIND_AND_AGE.reversed());
        for (var entry : replaced) {
            var by = Objects.requireNonNull(next.put(entry.kind(), entry), "What is replaced has a successor.");
            boolean asked = finals.stream().anyMatch(build -> entry.isRightBefore(build, by))
                    || (!by.startedAt().plus(Retention.LATE).isBefore(now)
                            && lately.merge(entry.kind(), 1, Integer::sum) <= LATELY);
            bytes += asked ? entry.kept().bytes() : 0;
            if (asked && bytes <= EARLIER_BYTES) {
                kept.addFirst(entry);
            }
        }
        return kept;
    }

    /// What was replaced with the newest step, and goes to a slot.
    ///
    /// @param slot the first that nothing lies in which is still kept
    record Moving(int slot, CarriedEvidence what) {
        /// {@return the rest, with where these are to be found}
        CarriedEvidence from(CarriedEvidence all) {
            return new CarriedEvidence(
                    all.entries,
                    all.earlier.stream()
                            .map(entry -> entry.kept().slot() == Kept.IN_PLACE ? entry.in(slot) : entry)
                            .toList());
        }
    }

    /// {@return null where there is nothing that lies in no slot yet}
    @Nullable
    Moving moving() {
        var fresh = earlier.stream()
                .filter(entry -> entry.kept().slot() == Kept.IN_PLACE)
                .toList();
        if (fresh.isEmpty()) {
            return null;
        }
        var taken = earlier.stream().map(entry -> entry.kept().slot()).collect(Collectors.toSet());
        int slot = 0;
        while (taken.contains(slot)) {
            slot++;
        }
        return new Moving(slot, new CarriedEvidence(fresh, List.of()));
    }

    /// When the newest of it came from.
    Instant newest() {
        return entries.stream().map(Entry::startedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
