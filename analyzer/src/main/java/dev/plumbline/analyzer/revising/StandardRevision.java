package dev.plumbline.analyzer.revising;

import dev.plumbline.analyzer.revising.Revision.Difference;
import dev.plumbline.analyzer.revising.Revision.Direction;
import dev.plumbline.analyzer.revising.Revision.Step;
import dev.plumbline.analyzer.standard.PersonaText.Bullet;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Compares two versions of a standard: clauses, rules, levels and whom it is for.
public final class StandardRevision {
    private final Standard before;
    private final Standard after;
    private final List<Difference> differences = new ArrayList<>();

    private StandardRevision(Standard before, Standard after) {
        this.before = before;
        this.after = after;
    }

    public static Revision of(StandardSource before, StandardSource after) {
        var revision = new StandardRevision(before.standard(), after.standard());
        revision.compareClauses(before.persona().bullets(), after.persona().bullets());
        revision.compareRules();
        revision.compareWhole();
        return new Revision(revision.differences);
    }

    /// A clause by itself changes no verdict; the rules that answer for it do.
    private void compareClauses(List<Bullet> old, List<Bullet> now) {
        var oldDigests = new HashSet<>(old.stream().map(Bullet::digest).toList());
        var newDigests = new HashSet<>(now.stream().map(Bullet::digest).toList());
        now.stream()
                .filter(it -> !oldDigests.contains(it.digest()))
                .forEach(it -> add(Direction.ADDED, Step.PATCH, "clause " + it.place() + ", «" + it.text() + "»."));
        old.stream()
                .filter(it -> !newDigests.contains(it.digest()))
                .forEach(it -> add(Direction.REMOVED, Step.PATCH, "clause " + it.place() + ", «" + it.text() + "»."));
    }

    private void compareRules() {
        var old = byId(before);
        var now = byId(after);
        now.forEach((id, rule) -> {
            var was = old.get(id);
            if (was == null) {
                boolean must = rule.rating().keyword() == Keyword.MUST;
                add(
                        Direction.ADDED,
                        must ? Step.MAJOR : Step.MINOR,
                        "rule " + id + " (" + word(rule.rating().keyword()) + "): " + rule.title() + ".");
            } else {
                RuleRevision.compare(was, rule, differences);
            }
        });
        old.forEach((id, rule) -> {
            if (!now.containsKey(id)) {
                add(Direction.REMOVED, Step.MINOR, "rule " + id + ": " + rule.title() + ".");
            }
        });
    }

    private static Map<RuleId, Rule> byId(Standard standard) {
        var rules = new LinkedHashMap<RuleId, Rule>();
        standard.rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private void compareWhole() {
        Conditions.compare("the standard", before.when(), after.when(), differences);
        for (var level : Level.values()) {
            int was = before.levels().minimum(level);
            int is = after.levels().minimum(level);
            if (was != is) {
                add(
                        is > was ? Direction.TIGHTENED : Direction.LOOSENED,
                        is > was ? Step.MAJOR : Step.MINOR,
                        word(level) + " asks for a score of " + percent(is) + " instead of " + percent(was) + ".");
            }
        }
        if (!before.dispositions().equals(after.dispositions())) {
            add(Direction.REWORDED, Step.PATCH, "the dispositions of clauses without a rule.");
        }
        if (!before.title().equals(after.title()) || !before.owners().equals(after.owners())) {
            add(Direction.REWORDED, Step.PATCH, "title or owners.");
        }
    }

    private void add(Direction direction, Step step, String what) {
        differences.add(new Difference(direction, step, what));
    }

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
