package dev.plumbline.analyzer.inheriting;

import dev.plumbline.analyzer.standard.Inherits.Tighter;
import dev.plumbline.analyzer.standard.Tightening;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A parent's rule as it is in the standard that inherits it.
final class Tightened {
    private Tightened() {}

    /// @param when conditions of the parent that do not hold for the whole standard
    static Rule of(Rule rule, List<ClauseRef> clauses, List<String> when, @Nullable Tighter tighter) {
        var here = rule.citing(clauses)
                .applyingWhen(Stream.concat(when.stream(), rule.when().stream())
                        .distinct()
                        .toList());
        return tighter == null
                ? here
                : here.rated(rating(rule.rating(), tighter)).with(params(rule.params(), tighter));
    }

    private static Rating rating(Rating was, Tighter tighter) {
        var keyword = tighter.keyword();
        var severity = tighter.severity();
        var level = tighter.level();
        return new Rating(
                keyword == null ? was.keyword() : keyword,
                severity == null ? was.severity() : severity,
                was.weight(),
                level == null ? was.level() : level);
    }

    private static List<Parameter> params(List<Parameter> was, Tighter tighter) {
        return was.stream()
                .map(it -> {
                    var value = tighter.params().get(it.name());
                    return value == null ? it : Tightening.set(it, value);
                })
                .toList();
    }

    /// {@return parameters that the rule does not have}
    static List<String> unknown(Rule rule, Tighter tighter) {
        var unknown = new ArrayList<>(tighter.params().keySet());
        rule.params().forEach(it -> unknown.remove(it.name()));
        return unknown;
    }
}
