package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Compiles one rule over exactly the figures that its requirements bring, its parameters and `now`.
final class RuleCompiler {
    private static final int MAX_CHOICES = 24;
    private static final Pattern FOR_ALL = Pattern.compile("([A-Za-z_][A-Za-z0-9_.]*|\\))\\.all\\(");

    private final Rule rule;
    private final Where where;
    private final List<StandardProblem> problems;
    private final Map<String, Figure> figures;
    private final Map<String, CelType> params = new HashMap<>();
    private final Map<String, CelType> all = new HashMap<>();

    RuleCompiler(Rule rule, int index, List<StandardProblem> problems) {
        this.rule = rule;
        this.where = new Where("/rules/" + index, "rule " + rule.id());
        this.problems = problems;
        this.figures = figures(preferred());
        rule.params().forEach(it -> params.put("params." + it.name(), Values.type(it.value())));
        figures.values().forEach(it -> all.put(it.name(), it.type()));
        all.putAll(params);
        all.put("now", SimpleType.TIMESTAMP);
    }

    /// {@return the rule, or null after problems were added}
    @Nullable
    CompiledRule compile(Expressions conditions) {
        int before = problems.size();
        checkShape();
        var when = Conditions.compile(rule.when(), conditions, where.at("when", "when"), problems);
        var expressions = Expressions.over(all);
        var assertions = new ArrayList<CompiledAssertion>();
        for (int i = 0; i < rule.assertions().size(); i++) {
            var assertion = assertion(rule.assertions().get(i), i, expressions);
            if (assertion != null) {
                assertions.add(assertion);
            }
        }
        String source = rule.credit();
        var credit = source == null
                ? null
                : expressions.compile(source, SimpleType.DOUBLE, where.at("credit", "credit"), problems);
        if (problems.size() == before
                && rule.attestation() == null
                && assertions.stream().allMatch(it -> it.requirements().isEmpty())) {
            problems.add(where.at("assert", "")
                    .problem(0, "no assertion reads a figure of the evidence, so the rule could pass without any."));
        }
        if (problems.size() > before) {
            return null;
        }
        var plain = new CompiledRule(
                rule,
                CompiledRule.digest(rule),
                when,
                filters(preferred()),
                figures,
                CompiledRule.values(rule.params()),
                assertions,
                credit,
                rule.attestation() == null ? CompiledRule.expected(assertions) : rule.title(),
                List.of());
        return rule.requires().stream().allMatch(it -> it.or().isEmpty()) ? plain : withVariants(plain);
    }

    private List<Requirement> preferred() {
        return rule.requires().stream().map(it -> it.any().getFirst()).toList();
    }

    private Map<String, Figure> figures(List<Requirement> chosen) {
        return Figures.of(rule.requires(), chosen).stream()
                .collect(Collectors.toMap(Figure::name, Function.identity(), (first, _) -> first));
    }

    private static List<FindingFilter> filters(List<Requirement> chosen) {
        return chosen.stream().map(FindingFilter::of).toList();
    }

    private CompiledRule withVariants(CompiledRule plain) {
        var variants = choices().stream()
                .map(chosen -> new CompiledRule(
                        rule.requiring(chosen),
                        plain.digest(),
                        plain.when(),
                        filters(chosen),
                        figures(chosen),
                        plain.params(),
                        plain.assertions(),
                        plain.credit(),
                        plain.expected(),
                        List.of()))
                .toList();
        return new CompiledRule(
                rule,
                plain.digest(),
                plain.when(),
                plain.filters(),
                plain.figures(),
                plain.params(),
                plain.assertions(),
                plain.credit(),
                plain.expected(),
                variants);
    }

    /// {@return one alternative of each requirement in every combination, the preferred first}
    private List<List<Requirement>> choices() {
        List<List<Requirement>> choices = List.of(List.of());
        for (var requirement : rule.requires()) {
            choices = choices.stream()
                    .flatMap(begun -> requirement.any().stream().map(next -> with(begun, next)))
                    .toList();
        }
        return choices;
    }

    private static List<Requirement> with(List<Requirement> begun, Requirement next) {
        var longer = new ArrayList<>(begun);
        longer.add(next);
        return longer;
    }

    private void checkShape() {
        long names = rule.requires().stream().map(Figures::prefix).distinct().count();
        long combined = 1;
        for (var requirement : rule.requires()) {
            combined *= requirement.any().size();
            if (combined > MAX_CHOICES) {
                problems.add(where.at("requires", "")
                        .problem(0, "its alternatives combine in more than " + MAX_CHOICES + " ways."));
                break;
            }
        }
        if (names < rule.requires().size()) {
            problems.add(where.at("requires", "").problem(0, "two requirements bring figures of the same names."));
        }
        if (params.size() < rule.params().size()) {
            problems.add(where.at("params", "").problem(0, "two parameters have the same name."));
        }
        rule.params().forEach(parameter -> {
            String problem = Tightening.problem(parameter);
            if (problem != null) {
                problems.add(where.at("params/" + parameter.name(), "").problem(0, problem));
            }
        });
        var ids = new HashSet<String>();
        rule.assertions().stream()
                .filter(it -> !ids.add(it.id()))
                .forEach(it -> problems.add(
                        where.at("assert", "").problem(0, "two assertions have the id «" + it.id() + "».")));
    }

    private @Nullable CompiledAssertion assertion(Assertion assertion, int index, Expressions expressions) {
        var at = where.at("assert/" + index, "assertion " + assertion.id());
        var that = expressions.compile(assertion.that(), SimpleType.BOOL, at.at("that", "that"), problems);
        var expected = Template.parse(assertion.expected(), params, at.at("expected", "expected"), problems);
        var found = Template.parse(assertion.found(), all, at.at("found", "found"), problems);
        checkVacuous(assertion, at.at("that", "that"));
        if (that == null || expected == null || found == null) {
            return null;
        }
        var requirements = that.reads().stream()
                .map(figures::get)
                .filter(java.util.Objects::nonNull)
                .map(Figure::requirement)
                .collect(Collectors.toSet());
        String text = expected.render(CompiledRule.values(rule.params())::get);
        return new CompiledAssertion(assertion.id(), that, expected, text, found, requirements);
    }

    /// `all()` over an empty list is true: a pass on nothing. Some assertion of the rule must ask for the size.
    private void checkVacuous(Assertion assertion, Where at) {
        var matcher = FOR_ALL.matcher(assertion.that());
        while (matcher.find()) {
            String list = matcher.group(1);
            boolean sized = rule.assertions().stream()
                    .map(Assertion::that)
                    .anyMatch(that -> list.equals(")")
                            ? that.contains("size(")
                            : that.contains(list + ".size()") || that.contains("size(" + list + ")"));
            if (!sized) {
                problems.add(at.problem(
                        matcher.start() + 1,
                        "«" + assertion.that() + "» is true of an empty list; also assert that its size is above 0."));
            }
        }
    }
}
