package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.scoring.EvidenceSet;
import dev.plumbline.analyzer.scoring.Freshness;
import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Requirement;
import java.time.Instant;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The evidence that one rule looks at, on a baseline and on a later build, and what lies between: the
/// baseline's to the extent of the later build's, then as the later build's tools would have written it.
/// Sets of pieces compare by identity: what was not replaced is the same object.
final class Exchange {
    private final CompiledRule rule;
    private final Flip.Side before;
    private final Flip.Side after;
    private final Instant asOf;
    private final List<Kind> kinds;

    /// Alternatives that only one side has, where the other side has another of them: not the evidence is
    /// another, but the tool.
    private final Set<Kind> swapped;

    /// @param asOf when the later build was judged
    Exchange(CompiledRule rule, Flip.Side before, Flip.Side after, Instant asOf) {
        this.rule = rule;
        this.before = before.askedBy(rule.rule().requires());
        this.after = after.askedBy(rule.rule().requires());
        this.asOf = asOf;
        var all = new LinkedHashSet<Kind>();
        var swapped = new LinkedHashSet<Kind>();
        for (var requirement : rule.rule().requires()) {
            var any = requirement.any().stream().map(Requirement::kind).toList();
            boolean chosen = any.size() > 1 && holdsOne(this.before, any) && holdsOne(this.after, any);
            for (var kind : any) {
                all.add(kind);
                if (kind.family().equals("findings")) {
                    all.add(Kind.settings(kind.qualifier()));
                }
                if (chosen
                        && (this.before.inputs().of(kind) == null)
                                != (this.after.inputs().of(kind) == null)) {
                    swapped.add(kind);
                }
            }
        }
        this.kinds = List.copyOf(all);
        this.swapped = Set.copyOf(swapped);
    }

    private static boolean holdsOne(Flip.Side side, List<Kind> any) {
        return any.stream().anyMatch(kind -> side.inputs().of(kind) != null);
    }

    Map<Kind, Evidence> before() {
        return pieces(before.inputs()::of);
    }

    Map<Kind, Evidence> after() {
        return pieces(after.inputs()::of);
    }

    /// {@return the baseline's evidence to the extent of the later build's: absent where that is absent or
    /// of no use, whole where the baseline's was of no use, and without tests and files that are no longer
    /// in it}
    Map<Kind, Evidence> evidence() {
        return pieces(kind -> {
            var was = before.inputs().held(kind);
            var is = after.inputs().held(kind);
            if (swapped.contains(kind)) {
                return was == null ? null : was.evidence();
            }
            if (is == null) {
                return null;
            }
            if (was == null || !fit(was, before.inputs().asOf()) || !fit(is, asOf)) {
                return is.evidence();
            }
            return Tailored.toExtent(
                    was.evidence(), is.evidence(), before.commit().equals(after.commit()));
        });
    }

    /// {@return such evidence as the later build's tools would have written it: all of that build's where
    /// the commit is the same, else with its enabled rules}
    Map<Kind, Evidence> tool(Map<Kind, Evidence> pieces) {
        return pieces(kind -> {
            var piece = pieces.get(kind);
            var is = after.inputs().of(kind);
            if (piece == null || is == null || before.commit().equals(after.commit())) {
                return is;
            }
            return Tailored.asWrittenBy(
                    piece,
                    is,
                    new Tailored.Enabled(
                            before.inputs().enabledRules(kind), after.inputs().enabledRules(kind)),
                    rule);
        });
    }

    /// Whether every report is the same file on both sides, read with the same rules enabled.
    boolean sameReports() {
        return kinds.stream()
                .allMatch(kind -> Objects.equals(
                                report(before.inputs().of(kind)),
                                report(after.inputs().of(kind)))
                        && Objects.equals(
                                before.inputs().enabledRules(kind),
                                after.inputs().enabledRules(kind)));
    }

    private static @Nullable String report(@Nullable Evidence evidence) {
        return evidence == null ? null : evidence.source().report().hex();
    }

    /// Whether another version of ours judged, or read a report.
    boolean otherReading() {
        return !before.engine().equals(after.engine())
                || kinds.stream()
                        .anyMatch(kind -> !Objects.equals(
                                reader(before.inputs().of(kind)),
                                reader(after.inputs().of(kind))));
    }

    private static @Nullable String reader(@Nullable Evidence evidence) {
        return evidence == null ? null : evidence.source().reader();
    }

    EvidenceSet heldBefore() {
        var held = new HashMap<Kind, Held>();
        for (var kind : kinds) {
            var piece = before.inputs().held(kind);
            if (piece != null) {
                held.put(kind, piece);
            }
        }
        return new EvidenceSet(held);
    }

    /// {@return such pieces as the later build would hold them}
    EvidenceSet held(Map<Kind, Evidence> pieces) {
        boolean ageless = ageless(pieces);
        var held = new HashMap<Kind, Held>();
        pieces.forEach((kind, piece) -> {
            var is = after.inputs().held(kind);
            held.put(kind, ageless || is == null ? Held.own(piece) : new Held(piece, is.carriedFrom()));
        });
        return new EvidenceSet(held);
    }

    /// Whether the age of pieces is settled: what the later build has is fresh, and pieces of the baseline
    /// stand in for it.
    boolean ageless(Map<Kind, Evidence> pieces) {
        for (var kind : pieces.keySet()) {
            var is = after.inputs().held(kind);
            if (is != null && !fit(is, asOf)) {
                return false;
            }
        }
        return true;
    }

    /// Whether a rule looks at what is in a piece, rather than at its being carried, broken or old.
    private boolean fit(Held piece, @Nullable Instant judgedAt) {
        var maxAge = rule.rule().maxAge();
        boolean usable = !piece.carried() || maxAge != null;
        boolean fresh = maxAge == null || judgedAt == null || Freshness.complaint(piece, maxAge, judgedAt) == null;
        return usable && fresh && !piece.evidence().source().tool().failed();
    }

    private Map<Kind, Evidence> pieces(Function<Kind, ? extends @Nullable Evidence> of) {
        var pieces = new IdentityHashMap<Kind, Evidence>();
        for (var kind : kinds) {
            var piece = of.apply(kind);
            if (piece != null) {
                pieces.put(kind, piece);
            }
        }
        return pieces;
    }
}
