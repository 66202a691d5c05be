package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.Advice;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.wire.Codec;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A rule, ready to run.
///
/// @param rule with the parameters as tightened
/// @param digest of what is evaluated; words that only people read are no part of it
/// @param filters one per requirement: the findings it is about
/// @param figures by name; those that the rule reads
/// @param params values by qualified name: `params.line`
/// @param expected what all assertions expect, in one line
/// @param variants where several kinds of evidence do: the rule as it asks for one of them, in the order of
///     preference; empty where there is nothing to choose
public record CompiledRule(
        Rule rule,
        String digest,
        Conditions when,
        List<FindingFilter> filters,
        Map<String, Figure> figures,
        Map<String, Object> params,
        List<CompiledAssertion> assertions,
        @Nullable Expression credit,
        String expected,
        List<CompiledRule> variants) {
    private static final Codec<Rule> CODEC = Codec.of(Rule.class);
    private static final Advice NO_ADVICE = new Advice("", List.of(), "");

    public CompiledRule {
        filters = List.copyOf(filters);
        figures = Collections.unmodifiableMap(read(figures, assertions, credit));
        params = Map.copyOf(params);
        assertions = List.copyOf(assertions);
        variants = List.copyOf(variants);
    }

    /// Only what the rule reads: facts bring a hundred figures, of which a rule reads two, and each build
    /// makes room for all. Asked for each name of each expression, where a HashMap is markedly faster than
    /// Map.copyOf.
    private static Map<String, Figure> read(
            Map<String, Figure> figures, List<CompiledAssertion> assertions, @Nullable Expression credit) {
        var judged = new HashSet<String>();
        assertions.forEach(assertion -> judged.addAll(assertion.that().reads()));
        if (credit != null) {
            judged.addAll(credit.reads());
        }
        var names = new TreeSet<String>(judged);
        assertions.forEach(assertion -> names.addAll(assertion.found().reads()));
        var read = new HashMap<String, Figure>();
        for (var name : names) {
            var figure = figures.get(name);
            if (figure != null) {
                read.put(name, figure.at(read.size(), judged.contains(name)));
            }
        }
        return read;
    }

    /// {@return the same rule under these parameters, with texts and digest that say so}
    CompiledRule with(List<Parameter> parameters) {
        var same = rule.with(parameters);
        var values = values(parameters);
        var rendered = assertions.stream()
                .map(it -> new CompiledAssertion(
                        it.id(),
                        it.that(),
                        it.expectation(),
                        it.expectation().render(values::get),
                        it.found(),
                        it.requirements()))
                .toList();
        return new CompiledRule(
                same,
                digest(same),
                when,
                filters,
                figures,
                values,
                rendered,
                credit,
                expected(rendered),
                variants.stream().map(it -> it.with(parameters)).toList());
    }

    /// {@return the same rule, to be asked about evidence whose age is known to be none of its concern}
    public CompiledRule ageless() {
        if (rule.maxAge() == null) {
            return this;
        }
        return new CompiledRule(
                rule.upToAge(null),
                digest,
                when,
                filters,
                figures,
                params,
                assertions,
                credit,
                expected,
                variants.stream().map(CompiledRule::ageless).toList());
    }

    /// {@return the variants, or the rule itself where it has none}
    public List<CompiledRule> each() {
        return variants.isEmpty() ? List.of(this) : variants;
    }

    static Map<String, Object> values(List<Parameter> parameters) {
        var values = new HashMap<String, Object>();
        parameters.forEach(it -> values.put("params." + it.name(), Values.of(it.value())));
        return values;
    }

    static String expected(List<CompiledAssertion> assertions) {
        return String.join(
                "; ", assertions.stream().map(CompiledAssertion::expected).toList());
    }

    static String digest(Rule rule) {
        var evaluated = new Rule(
                rule.id(),
                "",
                List.of(),
                rule.rating(),
                rule.requires(),
                rule.when(),
                rule.maxAge(),
                rule.params(),
                rule.assertions(),
                rule.credit(),
                NO_ADVICE,
                /* waivable= */ null);
        return CODEC.digest(evaluated).hex().substring(0, 16);
    }
}
