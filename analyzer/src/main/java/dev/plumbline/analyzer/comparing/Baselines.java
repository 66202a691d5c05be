package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Course;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The newest final builds of one component's default branch: the newest two whole, of the others where
/// they lie. Only a build that is newer than all of them, of a commit that is not among them, moves them;
/// one that closed late is kept among those before them.
///
/// @param newestFirst at most {@link #WHOLE}: the one before the newest is what a late revision of the
///     newest compares with
/// @param pushed how many have left the newest two; the last of them lies in the slot before `pushed %
///     RING`
/// @param older for each slot in use, the first four bytes of its commit
public record Baselines(List<Baseline> newestFirst, int pushed, List<Integer> older) {
    /// So many final builds are kept.
    public static final int KEPT = 30;

    static final int WHOLE = 2;
    static final int RING = KEPT - WHOLE;
    public static final Baselines NONE = new Baselines(List.of(), 0, List.of());

    /// Builds that have left the newest two.
    @FunctionalInterface
    public interface Older {
        Baseline in(int slot);
    }

    /// @param leaving what has left the newest two; null where nothing has
    /// @param slot where it belongs from now on
    public record Moved(Baselines after, @Nullable Baseline leaving, int slot) {}

    /// @param slots what lies in which slot from now on
    public record Aside(Baselines after, Map<Integer, Baseline> slots) {}

    public Baselines {
        newestFirst = newestFirst.stream()
                .sorted(Comparator.comparing(Baseline::order).reversed())
                .toList();
        older = List.copyOf(older);
    }

    public @Nullable Baseline newest() {
        return newestFirst.isEmpty() ? null : newestFirst.getFirst();
    }

    /// {@return where the newest two stand}
    public List<BuildOrder> newestTwo() {
        return newestFirst.stream().map(Baseline::order).toList();
    }

    /// {@return where the newest two stand once a build has moved them}
    public List<BuildOrder> newestTwoWith(BuildOrder build) {
        return Stream.concat(
                        Stream.of(build),
                        newestTwo().stream().filter(order -> !order.id().equals(build.id())))
                .sorted(Comparator.reverseOrder())
                .limit(WHOLE)
                .toList();
    }

    /// {@return what a build is compared with; null where there is nothing to compare it with}
    public @Nullable Reference against(Build build, BuildOrder order, Older lookup) {
        return switch (build.lineage()) {
            case Lineage.DefaultBranch _ -> previous(build, order, lookup);
            case Lineage.ChangeRequest request -> base(request.mergeBase(), lookup);
            case Lineage.SideBranch _ -> null;
        };
    }

    private @Nullable Reference previous(Build build, BuildOrder order, Older lookup) {
        if (overtaken(order)) {
            return null;
        }
        for (int at = 0; at < newestFirst.size(); at++) {
            if (newestFirst.get(at).build().equals(order.id())) {
                return before(at, lookup);
            }
        }
        var newest = newest();
        if (newest == null || !order.isAfter(newest.order())) {
            return null;
        }
        boolean repeated = newest.commit().equals(build.key().commit());
        return repeated || find(build.key().commit(), lookup) == null
                ? new Reference(newest, Course.Against.PREVIOUS, repeated)
                : null;
    }

    /// What a build that is among the newest two was compared with when it came.
    private @Nullable Reference before(int at, Older lookup) {
        if (at + 1 < newestFirst.size()) {
            return new Reference(newestFirst.get(at + 1), Course.Against.PREVIOUS);
        }
        if (pushed == 0) {
            return null;
        }
        var last = lookup.in((pushed - 1) % RING);
        return newestFirst.get(at).order().isAfter(last.order()) ? new Reference(last, Course.Against.PREVIOUS) : null;
    }

    private @Nullable Reference base(@Nullable CommitId mergeBase, Older lookup) {
        var newest = newest();
        if (newest == null) {
            return null;
        }
        if (mergeBase == null) {
            return new Reference(newest, Course.Against.LATEST);
        }
        var found = find(mergeBase, lookup);
        return found == null
                ? new Reference(newest, Course.Against.LATEST)
                : new Reference(found, Course.Against.MERGE_BASE);
    }

    private @Nullable Baseline find(CommitId commit, Older lookup) {
        for (var kept : newestFirst) {
            if (kept.commit().equals(commit)) {
                return kept;
            }
        }
        for (int slot = 0; slot < older.size(); slot++) {
            if (older.get(slot) == prefix(commit)) {
                var candidate = lookup.in(slot);
                if (candidate.commit().equals(commit)) {
                    return candidate;
                }
            }
        }
        return null;
    }

    /// Whether the newest build has turned out to have begun before another: more came of it that says so.
    /// What it showed beside a build before it is taken back; it is none of those that later ones follow.
    public boolean overtaken(BuildOrder order) {
        var newest = newest();
        return newest != null
                && newest.build().equals(order.id())
                && newestFirst.stream()
                        .anyMatch(other -> !other.build().equals(order.id())
                                && other.order().isAfter(order));
    }

    /// Whether a build is one of those that are kept whole, with all that it may have carried.
    public boolean keepsWhole(BuildOrder order) {
        return newestFirst.stream().anyMatch(kept -> kept.build().equals(order.id()));
    }

    /// Whether what a build showed is settled, for a newer one has been compared with it: a late revision
    /// of it is judged and shown, and tells and takes back nothing.
    public boolean settled(BuildOrder order) {
        var newest = newest();
        return newest != null && !newest.build().equals(order.id()) && !order.isAfter(newest.order());
    }

    /// Whether a final build becomes the newest of its branch, or is it already: never an older one, never
    /// a further run of a commit that is kept, never a change request.
    public boolean movedBy(Build build, BuildOrder order, Older lookup) {
        var newest = newest();
        if (!build.lineage().isDefault()) {
            return false;
        }
        if (newest == null || newest.build().equals(order.id())) {
            return true;
        }
        return order.isAfter(newest.order()) && find(build.key().commit(), lookup) == null;
    }

    /// {@return these with a final build of the default branch that closed after a newer one had, or with
    /// what a late revision of it shows; null where another run of its commit is kept, or where it is older
    /// than all that are kept. It moves nothing: it lies among those before the newest two, for change
    /// requests that start from its commit}
    public @Nullable Aside aside(Baseline late, Older lookup) {
        var newest = newest();
        if (newest == null || late.order().isAfter(newest.order())) {
            return null;
        }
        for (int at = 1; at < newestFirst.size(); at++) {
            if (newestFirst.get(at).build().equals(late.build())) {
                var all = new ArrayList<>(newestFirst);
                all.set(at, newestFirst.get(at).showing(late));
                return new Aside(new Baselines(all, pushed, older), Map.of());
            }
        }
        for (int at = 0; at < older.size(); at++) {
            if (older.get(at) == prefix(late.commit()) && lookup.in(at).build().equals(late.build())) {
                return new Aside(this, Map.of(at, late));
            }
        }
        if (find(late.commit(), lookup) != null) {
            return null;
        }
        int slot = pushed % RING;
        if (slot < older.size() && !late.order().isAfter(lookup.in(slot).order())) {
            return null;
        }
        var slots = new TreeMap<Integer, Baseline>();
        slots.put(slot, late);
        if (pushed > 0) {
            int before = (pushed - 1) % RING;
            var last = lookup.in(before);
            if (last.order().isAfter(late.order())) {
                slots.put(before, late);
                slots.put(slot, last);
            }
        }
        var prefixes = new ArrayList<>(older);
        slots.forEach((at, baseline) -> {
            if (at < prefixes.size()) {
                prefixes.set(at, prefix(baseline.commit()));
            } else {
                prefixes.add(prefix(baseline.commit()));
            }
        });
        return new Aside(new Baselines(newestFirst, pushed + 1, prefixes), slots);
    }

    /// {@return the ledger that a build of the default branch goes on from}
    ///
    /// @param told the changes that stand of the build since its revision before
    public Ledger ledgerBefore(BuildOrder order, List<Change> told) {
        var newest = newest();
        if (newest == null) {
            return Ledger.EMPTY;
        }
        if (!newest.build().equals(order.id())) {
            return newest.ledger().before(order.id(), told);
        }
        // a build that is the only one keeps what judging it again has opened: nothing before it goes along
        return newestFirst.size() > 1
                ? newestFirst.get(1).ledger().and(newest.ledger(), order.id())
                : newest.ledger().before(order.id(), told);
    }

    /// {@return the moment at which a build is judged: never before that of a judgement that no upload
    /// caused}
    public Instant asOf(BuildId build, Instant ofUploads) {
        var again = judgedAgain(build);
        return again == null || again.isBefore(ofUploads) ? ofUploads : again;
    }

    /// {@return when the newest build was judged once more; null where it was not, and for other builds}
    public @Nullable Instant judgedAgain(BuildId build) {
        var newest = newest();
        return newest == null || !newest.build().equals(build) ? null : newest.judgedAgain();
    }

    /// {@return these after the newest was judged once more. The build before it goes along in the rules
    /// that this changed, so that a late revision of the newest shows only what is its own}
    public Baselines judgedAgain(BuildScored scored, Compared compared) {
        var newest = newestFirst.getFirst();
        var all = new ArrayList<>(newestFirst);
        all.set(
                0,
                Baseline.of(scored, newest.order(), compared.ledger())
                        .judgedAgain(scored.provenance().asOf()));
        if (all.size() == WHOLE) {
            all.set(1, all.get(1).along(scored, compared.ledger(), compared.changes()));
        }
        return new Baselines(all, pushed, older);
    }

    /// {@return the same with another ledger after the newest}
    public Baselines standing(Ledger ledger) {
        var all = new ArrayList<>(newestFirst);
        all.set(0, all.getFirst().with(ledger));
        return new Baselines(all, pushed, older);
    }

    public Moved with(Baseline baseline) {
        var all = new ArrayList<Baseline>();
        all.add(baseline);
        newestFirst.stream()
                .filter(kept -> !kept.build().equals(baseline.build()))
                .forEach(all::add);
        all.sort(Comparator.comparing(Baseline::order).reversed());
        if (all.size() <= WHOLE) {
            return new Moved(new Baselines(all, pushed, older), null, 0);
        }
        var leaving = all.removeLast();
        int slot = pushed % RING;
        var slots = new ArrayList<>(older);
        if (slot < slots.size()) {
            slots.set(slot, prefix(leaving.commit()));
        } else {
            slots.add(prefix(leaving.commit()));
        }
        return new Moved(new Baselines(all, pushed + 1, slots), leaving, slot);
    }

    private static int prefix(CommitId commit) {
        return Integer.parseUnsignedInt(commit.sha().substring(0, 8), 16);
    }
}
