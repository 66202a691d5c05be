package dev.plumbline.analyzer.inheriting;

import dev.plumbline.analyzer.standard.Tightening;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.Waivable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether one rule asks for all that another one asks for. Only what can be seen by comparing is admitted:
/// conditions and assertions are compared as texts.
final class Strictness {
    private final Rule parent;
    private final Rule own;
    private final List<String> looser = new ArrayList<>();

    private Strictness(Rule parent, Rule own) {
        this.parent = parent;
        this.own = own;
    }

    /// {@return in what a rule is looser than its parent's, each as half a sentence; empty where in
    /// nothing}
    ///
    /// @param given conditions that hold for the whole standard anyway
    static List<String> looser(Rule parent, Rule own, Collection<String> given) {
        var strictness = new Strictness(parent, own);
        strictness.compareRating();
        parent.requires().forEach(strictness::compare);
        own.when().stream()
                .filter(it -> !parent.when().contains(it) && !given.contains(it))
                .forEach(it -> strictness.looser.add("it only applies where «" + it + "»"));
        strictness.compareAge(parent.maxAge(), own.maxAge());
        strictness.compareExceptions();
        parent.params().forEach(strictness::compare);
        strictness.compareAssertions();
        return strictness.looser;
    }

    private void compareRating() {
        var was = parent.rating();
        var is = own.rating();
        if (is.keyword().compareTo(was.keyword()) > 0) {
            looser.add("its keyword is " + is.keyword() + " instead of " + was.keyword());
        }
        if (is.severity().compareTo(was.severity()) > 0) {
            looser.add("its severity is " + is.severity() + " instead of " + was.severity());
        }
        if (is.level().compareTo(was.level()) > 0) {
            looser.add("its level is " + is.level() + " instead of " + was.level());
        }
    }

    /// No rule ids, and no areas, stand for all of them.
    private void compare(Requirement wanted) {
        Optional<Requirement> same = own.requires().stream()
                .filter(it -> kinds(wanted).containsAll(kinds(it)))
                .findFirst();
        if (same.isEmpty()) {
            looser.add("it does not require " + wanted.text());
        } else if (!same.get().any().stream()
                .allMatch(it -> wanted.any().stream()
                        .anyMatch(other -> other.kind().equals(it.kind())
                                && covers(it.rules(), other.rules())
                                && covers(it.areas(), other.areas())))) {
            looser.add("it looks at less of " + wanted.text());
        } else {
            compareCombined(wanted, same.get());
        }
    }

    /// No way of combining reports is stricter than another: the worst of two reports may have fewer
    /// findings than both together, and both together fewer lines covered than either.
    private void compareCombined(Requirement wanted, Requirement held) {
        for (var one : held.any()) {
            for (var other : wanted.any()) {
                if (one.kind().equals(other.kind()) && one.combined() != other.combined()) {
                    looser.add("of several reports of " + one.kind() + " it takes "
                            + one.combined().text() + " instead of "
                            + other.combined().text());
                }
            }
        }
    }

    private static List<Kind> kinds(Requirement requirement) {
        return requirement.any().stream().map(Requirement::kind).toList();
    }

    private static boolean covers(Collection<?> own, Collection<?> wanted) {
        return own.isEmpty() || (!wanted.isEmpty() && own.containsAll(wanted));
    }

    private void compareAge(@Nullable Duration was, @Nullable Duration is) {
        boolean fine = was == null ? is == null : is != null && is.compareTo(was) <= 0;
        if (!fine) {
            looser.add("it takes evidence " + (is == null ? "of any age" : "that is as old as " + is));
        }
    }

    private void compareExceptions() {
        if (Waivable.STRICTEST_FIRST.compare(own.waivable(), parent.waivable()) > 0) {
            looser.add(
                    "it allows " + Waivable.text(own.waivable()) + " instead of " + Waivable.text(parent.waivable()));
        }
    }

    private void compare(Parameter wanted) {
        boolean fine = own.params().stream()
                .anyMatch(it -> it.name().equals(wanted.name())
                        && it.direction() == wanted.direction()
                        && Tightening.allows(wanted, it.value()));
        if (!fine) {
            looser.add("its parameter " + wanted.name() + " is not there, or is looser");
        }
    }

    private void compareAssertions() {
        var asserted = own.assertions().stream().map(Assertion::that).toList();
        parent.assertions().stream()
                .map(Assertion::that)
                .filter(that -> !asserted.contains(that))
                .forEach(that -> looser.add("it does not assert «" + that + "»"));
    }
}
