package dev.plumbline.model.standard;

import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Evidence without which a rule cannot be judged.
///
/// @param kind what must be there
/// @param rules for findings: the tool's rule ids that this rule is about, each of which must have been
///     enabled; empty for all. An id that ends in `*` stands for every id that begins so.
/// @param areas for findings: where they count; empty for everywhere
/// @param or what does as well, of the same family, in the order of preference; none of them has
///     alternatives itself
/// @param combine what several reports of the kind come to, where they are not merged; null where they are
public record Requirement(
        Kind kind,
        List<String> rules,
        List<Area> areas,
        List<Requirement> or,
        @Nullable Combine combine) {
    /// A requirement that nothing else meets, of reports that are merged.
    public Requirement(Kind kind, List<String> rules, List<Area> areas) {
        this(kind, rules, areas, List.of(), null);
    }

    /// A requirement of reports that are merged.
    public Requirement(Kind kind, List<String> rules, List<Area> areas, List<Requirement> or) {
        this(kind, rules, areas, or, null);
    }

    public Requirement {
        rules = rules.stream().distinct().sorted().toList();
        areas = areas.stream().distinct().sorted().toList();
        or = List.copyOf(or);
        combine = combine == Combine.MERGE ? null : combine;
        String objection = combine == null ? null : combine.objection(kind);
        if (objection != null) {
            throw new IllegalArgumentException(
                    "reports of " + kind + " cannot be combined as " + combine + ": " + objection);
        }
        if (!rules.isEmpty() && !kind.family().equals("findings")) {
            throw new IllegalArgumentException("only findings have rule ids, not " + kind);
        }
        var kinds = new HashSet<Kind>(List.of(kind));
        for (var other : or) {
            if (!other.kind().family().equals(kind.family())
                    || !kinds.add(other.kind())
                    || !other.or().isEmpty()) {
                throw new IllegalArgumentException("what does as well as " + kind + " must be another kind of "
                        + kind.family() + ", not " + other);
            }
        }
    }

    /// {@return all that meet it, the preferred first, each without alternatives}
    public List<Requirement> any() {
        if (or.isEmpty()) {
            return List.of(this);
        }
        var any = new ArrayList<Requirement>();
        any.add(new Requirement(kind, rules, areas, List.of(), combine));
        any.addAll(or);
        return any;
    }

    /// {@return what several reports of its kind come to}
    public Combine combined() {
        return combine == null ? Combine.MERGE : combine;
    }

    /// {@return the same, of reports that are combined so}
    public Requirement combining(Combine how) {
        return new Requirement(kind, rules, areas, or, how);
    }

    /// {@return for people: `types:mypy or types:pyright`}
    public String text() {
        return Stream.concat(Stream.of(kind), or.stream().map(Requirement::kind))
                .map(Kind::value)
                .collect(Collectors.joining(" or "));
    }
}
