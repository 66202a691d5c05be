package dev.plumbline.analyzer.inheriting;

import dev.plumbline.analyzer.standard.Inherits;
import dev.plumbline.analyzer.standard.StandardProblem;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Takes the rules of one parent over into a standard. Each of them is merged with the standard's own rule that asks
/// for
/// the same, or comes as it is or tighter.
final class Taking {
    private final StandardSource own;
    private final Inherits inherits;
    private final StandardSource parent;
    private final Map<RuleId, Rule> rules;
    private final Sayings sayings;
    private final List<RuleId> taken = new ArrayList<>();
    private final Map<RuleId, RuleId> merged = new HashMap<>();
    private final List<StandardProblem> problems = new ArrayList<>();

    /// @param rules those of the standard so far; it is added to
    Taking(StandardSource own, Inherits inherits, StandardSource parent, Map<RuleId, Rule> rules) {
        this.own = own;
        this.inherits = inherits;
        this.parent = parent;
        this.rules = rules;
        this.sayings = new Sayings(own, inherits.ref(), parent);
    }

    List<RuleId> taken() {
        return taken;
    }

    Map<RuleId, RuleId> merged() {
        return merged;
    }

    List<StandardProblem> unsaid() {
        return sayings.unsaid();
    }

    /// {@return what is wrong}
    List<StandardProblem> run() {
        var known = new HashSet<RuleId>();
        for (var rule : parent.standard().rules()) {
            known.add(rule.id());
            take(rule);
        }
        unknown("tighten", inherits.tighten().keySet(), known);
        unknown("merge", inherits.merge().keySet(), known);
        return problems;
    }

    private void unknown(String field, Set<RuleId> named, Set<RuleId> known) {
        named.stream()
                .filter(id -> !known.contains(id))
                .sorted()
                .forEach(id -> problem(field, id, inherits.standard() + " has no rule " + id + "."));
    }

    private void take(Rule rule) {
        var partner = inherits.merge().get(rule.id());
        var come = tightened(rule);
        if (partner != null) {
            merge(come, partner);
            return;
        }
        var known = rules.get(rule.id());
        if (known == null || looser(known, come).isEmpty()) {
            rules.put(rule.id(), come);
            taken.add(rule.id());
        } else if (!looser(come, known).isEmpty()) {
            problem(
                    "standard",
                    null,
                    "rule " + rule.id() + " comes twice, and neither is as strict as the other: here "
                            + looser(come, known).getFirst() + ".");
        } else if (own.standard().rules().contains(known)) {
            merged.put(rule.id(), rule.id());
        } else {
            taken.add(rule.id());
        }
    }

    private Rule tightened(Rule rule) {
        var tighter = inherits.tighten().get(rule.id());
        var when = parent.standard().when().stream()
                .filter(it -> !own.standard().when().contains(it))
                .toList();
        var come = Tightened.of(rule, sayings.clauses(rule), when, tighter);
        if (tighter != null) {
            Tightened.unknown(rule, tighter)
                    .forEach(name -> problem("tighten", rule.id(), "there is no parameter " + name + "."));
            Strictness.looser(rule, come, when)
                    .forEach(it ->
                            problem("tighten", rule.id(), "an inherited rule may only be tightened, and " + it + "."));
        }
        return come;
    }

    private void merge(Rule come, RuleId partner) {
        var mine = own.standard().rules().stream()
                .filter(it -> it.id().equals(partner))
                .findFirst();
        if (mine.isEmpty()) {
            problem("merge", come.id(), "there is no rule " + partner + " here.");
            return;
        }
        looser(come, mine.get())
                .forEach(it -> problem(
                        "merge",
                        come.id(),
                        "rule " + partner + " cannot stand for " + come.id() + ", since " + it + "."));
        merged.put(come.id(), partner);
    }

    private List<String> looser(Rule wanted, Rule held) {
        return Strictness.looser(wanted, held, own.standard().when());
    }

    private void problem(String field, @Nullable RuleId rule, String message) {
        problems.add(own.problem(inherits.pointer() + "/" + field + (rule == null ? "" : "/" + rule), message));
    }
}
