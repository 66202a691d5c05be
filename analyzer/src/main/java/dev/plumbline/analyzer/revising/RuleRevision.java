package dev.plumbline.analyzer.revising;

import dev.plumbline.analyzer.revising.Revision.Difference;
import dev.plumbline.analyzer.revising.Revision.Direction;
import dev.plumbline.analyzer.revising.Revision.Step;
import dev.plumbline.analyzer.standard.Tightening;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.Waivable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Compares two versions of one rule.
final class RuleRevision {
    private final Rule before;
    private final Rule after;
    private final List<Difference> differences;

    private RuleRevision(Rule before, Rule after, List<Difference> differences) {
        this.before = before;
        this.after = after;
        this.differences = differences;
    }

    static void compare(Rule before, Rule after, List<Difference> differences) {
        if (before.equals(after)) {
            return;
        }
        var revision = new RuleRevision(before, after, differences);
        revision.compareRating();
        revision.compareRequirements();
        Conditions.compare("rule " + after.id(), before.when(), after.when(), differences);
        revision.compareAge();
        revision.compareExceptions();
        revision.compareParameters();
        revision.compareAssertions();
        revision.compareWords();
    }

    private void compareRating() {
        var was = before.rating();
        var is = after.rating();
        if (was.keyword() != is.keyword()) {
            boolean tighter = is.keyword().compareTo(was.keyword()) < 0;
            moved(tighter, tighter && is.keyword() == Keyword.MUST, "keyword", was.keyword(), is.keyword());
        }
        if (was.level() != is.level()) {
            boolean tighter = is.level().compareTo(was.level()) < 0;
            moved(tighter, tighter && is.keyword() == Keyword.MUST, "level", was.level(), is.level());
        }
        if (was.weight() != is.weight()) {
            add(Direction.CHANGED, Step.MINOR, "the weight goes from " + was.weight() + " to " + is.weight());
        }
        if (was.severity() != is.severity()) {
            add(
                    Direction.CHANGED,
                    Step.MINOR,
                    "the severity goes from " + StandardRevision.word(was.severity()) + " to "
                            + StandardRevision.word(is.severity()));
        }
    }

    private void moved(boolean tighter, boolean major, String what, Enum<?> was, Enum<?> is) {
        add(
                tighter ? Direction.TIGHTENED : Direction.LOOSENED,
                major ? Step.MAJOR : Step.MINOR,
                "the " + what + " goes from " + StandardRevision.word(was) + " to " + StandardRevision.word(is));
    }

    private void compareRequirements() {
        var left = new ArrayList<>(before.requires());
        for (var requirement : after.requires()) {
            var old = left.stream().filter(it -> meet(it, requirement)).findFirst();
            if (old.isEmpty()) {
                tightened("it requires evidence of " + requirement.text());
            } else {
                left.remove(old.get());
                compareAlternatives(old.get(), requirement);
            }
        }
        left.forEach(it -> loosened("it no longer requires evidence of " + it.text()));
    }

    private static boolean meet(Requirement was, Requirement is) {
        return was.any().stream()
                .anyMatch(one -> is.any().stream().anyMatch(it -> it.kind().equals(one.kind())));
    }

    private void compareAlternatives(Requirement was, Requirement is) {
        var old = by(was.any(), it -> it.kind().value());
        var now = by(is.any(), it -> it.kind().value());
        now.forEach((kind, requirement) -> {
            var same = old.get(kind);
            if (same == null) {
                loosened("evidence of " + kind + " does as well");
            } else {
                compare(same, requirement);
            }
        });
        old.keySet().stream()
                .filter(kind -> !now.containsKey(kind))
                .forEach(kind -> tightened("evidence of " + kind + " no longer does"));
    }

    /// No rule ids, and no areas, stand for all of them.
    private void compare(Requirement was, Requirement is) {
        compare(was.rules(), is.rules(), "findings of " + is.kind());
        compare(
                was.areas().stream().map(StandardRevision::word).toList(),
                is.areas().stream().map(StandardRevision::word).toList(),
                "areas of " + is.kind());
        if (was.combined() != is.combined()) {
            add(
                    Direction.CHANGED,
                    Step.MAJOR,
                    "of several reports of " + is.kind() + " it takes "
                            + is.combined().text() + " instead of "
                            + was.combined().text());
        }
    }

    private void compare(List<String> was, List<String> is, String what) {
        if (was.equals(is)) {
            return;
        }
        var added = is.stream().filter(it -> !was.contains(it)).toList();
        var gone = was.stream().filter(it -> !is.contains(it)).toList();
        if (is.isEmpty() || (!was.isEmpty() && !added.isEmpty())) {
            tightened("more " + what + " count: " + (is.isEmpty() ? "all" : String.join(", ", added)));
        }
        if (was.isEmpty() || (!is.isEmpty() && !gone.isEmpty())) {
            loosened("fewer " + what + " count: "
                    + (was.isEmpty() ? "only " + String.join(", ", is) : "not " + String.join(", ", gone)));
        }
    }

    private void compareAge() {
        var was = before.maxAge();
        var is = after.maxAge();
        if (Objects.equals(was, is)) {
            return;
        }
        String what = "evidence may be " + (is == null ? "of any age, and is not carried" : "as old as " + is)
                + ", instead of " + (was == null ? "any age" : was);
        if (was == null || is == null) {
            add(Direction.CHANGED, Step.MAJOR, what);
        } else if (is.compareTo(was) < 0) {
            tightened(what);
        } else {
            loosened(what);
        }
    }

    /// What an exception covers no longer counts against level and gate.
    private void compareExceptions() {
        int order = Waivable.STRICTEST_FIRST.compare(after.waivable(), before.waivable());
        if (order != 0) {
            String what =
                    "it allows " + Waivable.text(after.waivable()) + " instead of " + Waivable.text(before.waivable());
            if (order < 0) {
                tightened(what);
            } else {
                loosened(what);
            }
        }
    }

    private void compareParameters() {
        var was = by(before.params(), Parameter::name);
        var is = by(after.params(), Parameter::name);
        is.forEach((name, parameter) -> {
            var old = was.get(name);
            if (old != null && !old.value().equals(parameter.value())) {
                String what = "parameter " + name + " goes from " + shown(old) + " to " + shown(parameter);
                if (Tightening.allows(old, parameter.value())) {
                    tightened(what);
                } else if (Tightening.allows(new Parameter(name, parameter.value(), old.direction()), old.value())) {
                    loosened(what);
                } else {
                    add(Direction.CHANGED, Step.MAJOR, what);
                }
            }
        });
    }

    private static String shown(Parameter parameter) {
        return switch (parameter.value()) {
            case Parameter.Value.Fraction it -> String.valueOf(it.value());
            case Parameter.Value.Whole it -> String.valueOf(it.value());
            case Parameter.Value.Text it -> it.value();
            case Parameter.Value.Flag it -> String.valueOf(it.value());
            case Parameter.Value.Texts it -> String.valueOf(it.value());
            case Parameter.Value.Span it -> String.valueOf(it.value());
        };
    }

    private void compareAssertions() {
        var was = by(before.assertions(), Assertion::id);
        var is = by(after.assertions(), Assertion::id);
        is.forEach((id, assertion) -> {
            var old = was.get(id);
            if (old == null) {
                tightened("it also asserts «" + assertion.that() + "»");
            } else if (!old.that().equals(assertion.that())) {
                add(
                        Direction.CHANGED,
                        Step.MAJOR,
                        "assertion " + id + " reads «" + assertion.that() + "» instead of «" + old.that() + "»");
            }
        });
        was.keySet().stream().filter(id -> !is.containsKey(id)).forEach(id -> loosened("it no longer asserts " + id));
        if (!Objects.equals(before.credit(), after.credit())) {
            add(Direction.CHANGED, Step.MINOR, "partial credit is reckoned in another way");
        }
    }

    private void compareWords() {
        if (!before.title().equals(after.title())
                || !before.advice().equals(after.advice())
                || !before.clauses().equals(after.clauses())
                || after.assertions().stream().anyMatch(this::reworded)) {
            add(Direction.REWORDED, Step.PATCH, "title, quotes, messages or advice");
        }
    }

    private boolean reworded(Assertion assertion) {
        return before.assertions().stream()
                .filter(it -> it.id().equals(assertion.id()))
                .anyMatch(it -> !it.expected().equals(assertion.expected())
                        || !it.found().equals(assertion.found()));
    }

    private static <T> Map<String, T> by(List<T> all, Function<T, String> name) {
        return all.stream().collect(Collectors.toMap(name, Function.identity(), (first, _) -> first));
    }

    private void tightened(String what) {
        add(Direction.TIGHTENED, Step.MAJOR, what);
    }

    private void loosened(String what) {
        add(Direction.LOOSENED, Step.MINOR, what);
    }

    private void add(Direction direction, Step step, String what) {
        differences.add(new Difference(direction, step, "rule " + after.id() + ": " + what + "."));
    }
}
