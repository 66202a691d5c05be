package dev.plumbline.analyzer.revising;

import dev.plumbline.analyzer.revising.Revision.Difference;
import dev.plumbline.analyzer.revising.Revision.Direction;
import dev.plumbline.analyzer.revising.Revision.Step;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Compares two versions of a standard: clauses, rules, levels and whom it is for.
public final class StandardRevision {
    private final Standard before;
    private final Standard after;
    private final List<Difference> differences = new ArrayList<>();

    private StandardRevision(Standard before, Standard after) {
        this.before = before;
        this.after = after;
    }

    /// One of the two versions.
    ///
    /// @param clauses digest → place and words
    public record Edition(Standard standard, Map<String, String> clauses) {
        public Edition {
            clauses = Collections.unmodifiableMap(new LinkedHashMap<>(clauses));
        }

        /// A version whose persona is at hand.
        public static Edition of(StandardSource source) {
            var clauses = new LinkedHashMap<String, String>();
            source.persona().bullets().forEach(it -> clauses.put(it.digest(), it.place() + ", «" + it.text() + "»"));
            return new Edition(source.standard(), clauses);
        }

        /// A version as it was published: of its clauses is known what rules and dispositions quote, which is each of
        /// them.
        public static Edition of(Standard published) {
            var clauses = new LinkedHashMap<String, String>();
            Stream.concat(
                            published.rules().stream()
                                    .filter(rule -> !published.inherits(rule.id()))
                                    .flatMap(rule -> rule.clauses().stream()),
                            published.dispositions().stream().map(Disposition::clause))
                    .forEach(it -> clauses.putIfAbsent(
                            it.digest(), it.section() + " " + it.number() + ", «" + it.quote() + "»"));
            return new Edition(published, clauses);
        }
    }

    public static Revision of(Edition before, Edition after) {
        var revision = new StandardRevision(before.standard(), after.standard());
        revision.compareClauses(before.clauses(), after.clauses());
        revision.compareRules();
        revision.compareWhole();
        return new Revision(revision.differences);
    }

    /// A clause by itself changes no verdict; the rules that answer for it do.
    private void compareClauses(Map<String, String> old, Map<String, String> now) {
        now.forEach((digest, text) -> {
            if (!old.containsKey(digest)) {
                add(Direction.ADDED, Step.PATCH, "clause " + text + ".");
            }
        });
        old.forEach((digest, text) -> {
            if (!now.containsKey(digest)) {
                add(Direction.REMOVED, Step.PATCH, "clause " + text + ".");
            }
        });
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
