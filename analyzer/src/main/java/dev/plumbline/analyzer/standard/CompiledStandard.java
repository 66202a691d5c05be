package dev.plumbline.analyzer.standard;

import dev.plumbline.model.build.Subject;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.StandardRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A published standard whose expressions are type-checked and ready to run. Immutable, and safe between threads.
public final class CompiledStandard {
    private static final int SUBJECTS_KEPT = 1_000;

    private final StandardRef ref;
    private final Standard standard;
    private final Conditions when;
    private final List<CompiledRule> rules;

    /// What the rules' conditions say of a subject, by rule; organisations have far fewer kinds of subject than builds.
    private final Map<Subject, List<Conditions.Answer>> answers = new ConcurrentHashMap<>();

    private CompiledStandard(StandardRef ref, Standard standard, Conditions when, List<CompiledRule> rules) {
        this.ref = ref;
        this.standard = standard;
        this.when = when;
        this.rules = List.copyOf(rules);
    }

    /// @throws StandardRefused when an expression does not type-check; names every rule, field and column
    public static CompiledStandard compile(StandardPublished published) throws StandardRefused {
        var standard = published.standard();
        var problems = new ArrayList<StandardProblem>();
        var conditions = Expressions.over(SubjectView.SUBJECT);
        var when = Conditions.compile(standard.when(), conditions, new Where("/when", "when"), problems);
        var rules = new ArrayList<CompiledRule>();
        for (int i = 0; i < standard.rules().size(); i++) {
            var rule = new RuleCompiler(standard.rules().get(i), i, problems).compile(conditions);
            if (rule != null) {
                rules.add(rule);
            }
        }
        if (!problems.isEmpty()) {
            throw new StandardRefused(problems);
        }
        return new CompiledStandard(published.ref(), standard, when, rules);
    }

    public StandardRef ref() {
        return ref;
    }

    /// {@return as published: without what bindings tightened}
    public Standard standard() {
        return standard;
    }

    public List<CompiledRule> rules() {
        return rules;
    }

    /// {@return whether each of the rules concerns a subject, in their order}
    public List<Conditions.Answer> concerning(Subject subject) {
        var known = answers.get(subject);
        if (known != null) {
            return known;
        }
        if (answers.size() >= SUBJECTS_KEPT) {
            answers.clear();
        }
        var view = SubjectView.of(subject);
        var asked = rules.stream().map(rule -> rule.when().ask(view)).toList();
        answers.put(subject, asked);
        return asked;
    }

    Conditions when() {
        return when;
    }

    /// {@return the same standard with stricter parameters; a wanted value that is looser changes nothing}
    CompiledStandard tightened(Map<RuleId, Map<String, Parameter.Value>> params) {
        if (params.isEmpty()) {
            return this;
        }
        var tightened = rules.stream()
                .map(rule -> tightened(rule, params.getOrDefault(rule.rule().id(), Map.of())))
                .toList();
        return new CompiledStandard(ref, standard, when, tightened);
    }

    private static CompiledRule tightened(CompiledRule rule, Map<String, Parameter.Value> wanted) {
        if (wanted.isEmpty()) {
            return rule;
        }
        return rule.with(rule.rule().params().stream()
                .map(parameter -> {
                    var value = wanted.get(parameter.name());
                    return value == null ? parameter : Tightening.tightened(parameter, value);
                })
                .toList());
    }
}
