package dev.plumbline.analyzer.standard;

import dev.cel.common.types.CelType;
import dev.plumbline.model.score.BindingRef;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Binding.Selection;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// Which standards hold for a repository. Made once for a set of bindings and standards, and made anew when either
/// changes: the conditions of the bindings are compiled here.
public final class Applicability {
    private static final Map<String, CelType> NAMES = names();

    /// A binding with its conditions compiled; equal to itself only, so that it is quick to look up.
    private static final class Bound {
        private final BindingPublished published;
        private final Conditions when;

        /// @param when no conditions for {@link Selection.Rest}
        Bound(BindingPublished published, Conditions when) {
            this.published = published;
            this.when = when;
        }

        Binding binding() {
            return published.binding();
        }

        boolean rest() {
            return binding().selection() instanceof Selection.Rest;
        }

        boolean names(SubjectView facts) {
            return when.ask(facts) instanceof Conditions.Answer.Holds;
        }

        BindingRef ref() {
            return new BindingRef(binding().id(), binding().revision(), published.digest());
        }
    }

    /// A standard and the bindings that meet on it.
    private record Meeting(CompiledStandard standard, List<Bound> bound) {
        Applied apply() {
            return Applicability.apply(standard, bound);
        }
    }

    private final Map<String, List<Bound>> bindings;
    private final Map<StandardId, List<CompiledStandard>> standards;

    /// Bounded by the sets of bindings that meet; most organisations have a handful.
    private final Map<Meeting, Applied> memo = new ConcurrentHashMap<>();

    private Applicability(Map<String, List<Bound>> bindings, Map<StandardId, List<CompiledStandard>> standards) {
        this.bindings = bindings;
        this.standards = standards;
    }

    /// A binding whose conditions do not compile names no repository; {@link #check} refuses such a binding at the
    /// door.
    public static Applicability of(Collection<BindingPublished> bindings, Collection<CompiledStandard> standards) {
        var expressions = Expressions.over(NAMES);
        var bound = new TreeMap<String, List<Bound>>();
        for (var published : bindings) {
            var problems = new ArrayList<StandardProblem>();
            var when = conditions(published.binding(), expressions, problems);
            if (problems.isEmpty()) {
                bound.computeIfAbsent(published.binding().id(), _ -> new ArrayList<>())
                        .add(new Bound(published, when));
            }
        }
        var newestFirst = Comparator.comparing(
                        (CompiledStandard it) -> it.standard().version())
                .reversed();
        var byId = new HashMap<StandardId, List<CompiledStandard>>();
        standards.stream()
                .sorted(newestFirst)
                .forEach(it -> byId.computeIfAbsent(it.standard().id(), _ -> new ArrayList<>())
                        .add(it));
        return new Applicability(bound, byId);
    }

    /// @throws StandardRefused when a condition does not compile, when no version of the standard is published, when a
    ///     rule or parameter is unknown, or when a parameter is loosened
    public static void check(Binding binding, Collection<CompiledStandard> standards) throws StandardRefused {
        var problems = new ArrayList<StandardProblem>();
        conditions(binding, Expressions.over(NAMES), problems);
        var known = standards.stream()
                .filter(it -> it.standard().id().equals(binding.standard()))
                .filter(it -> binding.version().contains(it.standard().version()))
                .max(Comparator.comparing(it -> it.standard().version()));
        if (known.isEmpty()) {
            problems.add(new Where("/standard", "")
                    .problem(
                            0,
                            "no version " + binding.version() + " of standard " + binding.standard()
                                    + " is published; publish it first."));
        } else {
            checkParams(binding, known.get(), problems);
        }
        if (!problems.isEmpty()) {
            throw new StandardRefused(problems);
        }
    }

    private static void checkParams(Binding binding, CompiledStandard standard, List<StandardProblem> problems) {
        binding.params().forEach((id, wanted) -> {
            var where = new Where("/params/" + id, "rule " + id);
            var rule = standard.rules().stream()
                    .filter(it -> it.rule().id().equals(id))
                    .findFirst();
            if (rule.isEmpty()) {
                problems.add(where.problem(0, "standard " + standard.ref() + " has no such rule."));
                return;
            }
            wanted.forEach((name, value) -> {
                String problem = rule.get().rule().params().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .map(parameter -> Optional.ofNullable(Tightening.problem(parameter, value)))
                        .orElse(Optional.of("there is no parameter " + name + "."))
                        .orElse("");
                if (!problem.isEmpty()) {
                    problems.add(where.at(name, "").problem(0, problem));
                }
            });
        });
    }

    private static Conditions conditions(Binding binding, Expressions expressions, List<StandardProblem> problems) {
        return switch (binding.selection()) {
            case Selection.Rest _ -> new Conditions(List.of());
            case Selection.Where where ->
                Conditions.compile(where.when(), expressions, new Where("/select/when", "select"), problems);
        };
    }

    private static Map<String, CelType> names() {
        var names = new HashMap<>(SubjectView.SUBJECT);
        names.putAll(SubjectView.REPOSITORY);
        return Map.copyOf(names);
    }

    /// {@return the standards that apply, by id, at most one version of each}
    public List<Applied> applied(RepositoryFacts facts, Instant asOf) {
        var view = SubjectView.of(facts);
        var byStandard = new TreeMap<StandardId, List<Bound>>();
        for (var bound : named(view, asOf)) {
            byStandard
                    .computeIfAbsent(bound.binding().standard(), _ -> new ArrayList<>())
                    .add(bound);
        }
        var applied = new ArrayList<Applied>();
        byStandard.forEach((_, bound) -> resolved(bound).stream()
                .filter(standard -> !(standard.when().ask(view) instanceof Conditions.Answer.Fails))
                .map(standard -> memo.computeIfAbsent(new Meeting(standard, bound), Meeting::apply))
                .forEach(applied::add));
        return applied;
    }

    /// {@return a sentence for each reason why no standard applies}
    public List<String> whyNone(RepositoryFacts facts, Instant asOf) {
        var view = SubjectView.of(facts);
        var named = named(view, asOf);
        if (named.isEmpty()) {
            return List.of("No binding names " + facts.name() + ", and there is no default binding.");
        }
        var reasons = new ArrayList<String>();
        for (var bound : named) {
            var binding = bound.binding();
            var standard = resolved(List.of(bound));
            if (standard.isEmpty()) {
                reasons.add("Binding " + binding.id() + " asks for " + binding.standard() + " " + binding.version()
                        + ", of which no version is published.");
            } else if (standard.get().when().ask(view) instanceof Conditions.Answer.Fails fails) {
                reasons.add("Standard " + standard.get().ref() + " does not apply: «" + fails.condition()
                        + "» does not hold.");
            }
        }
        return reasons;
    }

    private List<Bound> named(SubjectView view, Instant asOf) {
        var effective = bindings.values().stream()
                .flatMap(revisions -> revisions.stream()
                        .filter(it ->
                                !it.binding().enforcement().effectiveFrom().isAfter(asOf))
                        .max(Comparator.comparingInt(it -> it.binding().revision()))
                        .stream())
                .toList();
        var named = effective.stream()
                .filter(bound -> !bound.rest() && bound.names(view))
                .toList();
        return named.isEmpty() ? effective.stream().filter(Bound::rest).toList() : named;
    }

    /// The newest published version that one of the bindings accepts.
    private Optional<CompiledStandard> resolved(List<Bound> bound) {
        return standards.getOrDefault(bound.getFirst().binding().standard(), List.of()).stream()
                .filter(standard -> bound.stream()
                        .anyMatch(it -> it.binding()
                                .version()
                                .contains(standard.standard().version())))
                .findFirst();
    }

    private static Applied apply(CompiledStandard standard, List<Bound> bound) {
        var step = Step.DRAFT;
        var level = Level.NONE;
        for (var it : bound) {
            var enforcement = it.binding().enforcement();
            int stricter = enforcement.step().compareTo(step);
            if (stricter > 0 || (stricter == 0 && enforcement.requiredLevel().compareTo(level) > 0)) {
                level = enforcement.requiredLevel();
            }
            step = stricter > 0 ? enforcement.step() : step;
        }
        var refs = bound.stream().map(Bound::ref).toList();
        return new Applied(standard.tightened(strictest(standard, bound)), refs, step, level);
    }

    private static Map<RuleId, Map<String, Parameter.Value>> strictest(CompiledStandard standard, List<Bound> bound) {
        if (bound.stream().allMatch(it -> it.binding().params().isEmpty())) {
            return Map.of();
        }
        var strictest = new HashMap<RuleId, Map<String, Parameter.Value>>();
        for (var rule : standard.rules()) {
            var wanted = new HashMap<String, Parameter.Value>();
            for (var parameter : rule.rule().params()) {
                bound.stream()
                        .map(it -> it.binding()
                                .params()
                                .getOrDefault(rule.rule().id(), Map.of())
                                .get(parameter.name()))
                        .filter(java.util.Objects::nonNull)
                        .reduce((one, other) -> Tightening.strictest(parameter, one, other))
                        .ifPresent(value -> wanted.put(parameter.name(), value));
            }
            if (!wanted.isEmpty()) {
                strictest.put(rule.rule().id(), wanted);
            }
        }
        return strictest;
    }
}
