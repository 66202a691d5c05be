package dev.plumbline.analyzer.inheriting;

import dev.plumbline.analyzer.standard.Inherits;
import dev.plumbline.analyzer.standard.StandardProblem;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.wire.Codec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Puts the rules of its parents into a standard, so that whoever evaluates it needs no parent any more.
public final class Flattening {
    private final StandardSource own;
    private final Map<RuleId, Rule> rules = new LinkedHashMap<>();
    private final Map<StandardId, StandardRef> ancestors = new TreeMap<>();
    private final List<Parent> parents = new ArrayList<>();
    private final List<StandardProblem> problems = new ArrayList<>();
    private final List<StandardProblem> unsaid = new ArrayList<>();

    private Flattening(StandardSource own) {
        this.own = own;
        own.standard().rules().forEach(rule -> rules.put(rule.id(), rule));
    }

    /// What came of it.
    ///
    /// @param source the same files, with the rules of the parents
    /// @param unsaid what the standard's prose quotes of a parent whose prose does not say it
    public record Flat(StandardSource source, List<StandardProblem> unsaid) {
        public Flat {
            unsaid = List.copyOf(unsaid);
        }
    }

    /// A flat standard with all that it descends from.
    private record Line(StandardSource source, Map<StandardId, StandardRef> ancestors, List<StandardProblem> unsaid) {}

    /// @throws StandardRefused when something is loosened, when standards follow each other in a circle, or when one is
    ///     met in two versions. A parent that is not there is no reason: it stays visible as unresolved.
    public static Flat of(StandardSource own, Library library) throws StandardRefused {
        var line = line(own, library, List.of(own.standard().id()));
        return new Flat(line.source(), line.unsaid());
    }

    private static Line line(StandardSource own, Library library, List<StandardId> path) throws StandardRefused {
        var flattening = new Flattening(own);
        for (var inherits : own.inherits()) {
            flattening.follow(inherits, library, path);
        }
        if (!flattening.problems.isEmpty()) {
            throw new StandardRefused(flattening.problems);
        }
        return new Line(own.as(flattening.flat()), flattening.ancestors, flattening.unsaid);
    }

    private Standard flat() {
        var it = own.standard();
        return new Standard(
                it.id(),
                it.version(),
                it.title(),
                it.owners(),
                it.persona(),
                it.when(),
                it.levels(),
                List.copyOf(rules.values()),
                it.dispositions(),
                parents);
    }

    private void follow(Inherits inherits, Library library, List<StandardId> path) {
        if (path.contains(inherits.standard())) {
            problem(
                    inherits.pointer() + "/standard",
                    "inheritance goes in a circle: "
                            + String.join(
                                    " → ",
                                    with(path, inherits.standard()).stream()
                                            .map(StandardId::value)
                                            .toList())
                            + ".");
            return;
        }
        var found = library.find(inherits.standard(), inherits.version());
        if (found.isEmpty()) {
            parents.add(new Parent.Unresolved(inherits.ref(), inherits.standard(), inherits.version()));
            return;
        }
        try {
            found.get().sound();
            take(inherits, line(found.get(), library, with(path, inherits.standard())));
        } catch (StandardRefused e) {
            problem(inherits.pointer() + "/standard", inherits.standard() + " cannot be inherited: " + e.getMessage());
        }
    }

    private static List<StandardId> with(List<StandardId> path, StandardId next) {
        var longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    private void take(Inherits inherits, Line parent) {
        var standard = parent.source().standard();
        var ref = new StandardRef(standard.id(), standard.version(), Codec.STANDARD.digest(standard));
        meet(inherits, ref);
        parent.ancestors().values().forEach(it -> meet(inherits, it));
        var taking = new Taking(own, inherits, parent.source(), rules);
        problems.addAll(taking.run());
        unsaid.addAll(taking.unsaid());
        parents.add(new Parent.Resolved(inherits.ref(), ref, taking.taken(), taking.merged()));
    }

    private void meet(Inherits inherits, StandardRef ancestor) {
        var other = ancestors.putIfAbsent(ancestor.id(), ancestor);
        if (other != null && !other.equals(ancestor)) {
            problem(
                    inherits.pointer() + "/version",
                    "two versions of " + ancestor.id() + " meet here: " + other.version() + " and " + ancestor.version()
                            + ".");
        }
    }

    private void problem(String pointer, String message) {
        problems.add(own.problem(pointer, message));
    }
}
