package dev.plumbline.collect.python;

import dev.plumbline.collect.Tally;
import dev.plumbline.model.evidence.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What shows only when all modules are known: what a class is, what a route's types are, what is said twice.
final class Conclusion {
    private static final Set<String> ABSTRACT = Set.of("Protocol", "ABC", "ABCMeta");
    private static final int LARGE = 5;
    private static final int TELLING_FIELDS = 3;

    private final List<PythonModule> modules;
    private final Tally tally;
    private final Set<String> testPaths;
    private final Kinds kinds;

    Conclusion(List<PythonModule> modules, Tally tally) {
        this.modules = modules;
        this.tally = tally;
        this.testPaths = modules.stream()
                .filter(PythonModule::test)
                .map(module -> module.at().path())
                .collect(Collectors.toSet());
        this.kinds = new Kinds(
                modules.stream().flatMap(module -> module.classes().stream()).toList());
    }

    void draw() {
        var models = sources(kinds.models());
        var schemas = sources(kinds.schemas());
        settings(sources(kinds.settings()));
        tally.add(Fact.PYTHON_MODELS, models.size());
        tally.add(Fact.PYTHON_SCHEMAS, schemas.size());
        tally.add(Fact.PYTHON_EXCEPTIONS, sources(kinds.exceptions()).size());
        factories(models);
        routes(models);
        repeated(schemas);
        constants();
        ports();
    }

    private List<ClassNote> sources(Collection<ClassNote> classes) {
        return classes.stream()
                .filter(one -> !testPaths.contains(one.path()))
                .sorted(Comparator.comparing(ClassNote::path).thenComparingInt(ClassNote::line))
                .toList();
    }

    private void settings(List<ClassNote> settings) {
        tally.add(Fact.PYTHON_SETTINGS, settings.size());
        var homes = settings.stream().map(ClassNote::path).collect(Collectors.toSet());
        var names = new TreeMap<String, List<Mark>>();
        for (var one : settings) {
            tally.add(Fact.PYTHON_SETTINGS_FIELDS, one.fields().size());
            for (String field : one.fields()) {
                String name = one.stored().prefix() + field.split(":")[0];
                note(names, name, new Mark(one.path(), one.line(), name, ""));
            }
        }
        for (var module : modules) {
            for (var read : module.environment()) {
                tally.add(Fact.PYTHON_ENVIRONMENT_READS);
                if (!homes.contains(read.path())) {
                    tally.add(Fact.PYTHON_ENVIRONMENT_OUTSIDE, read.path(), read.line(), read.name());
                }
                if (!read.name().isEmpty()) {
                    note(names, read.name(), read);
                }
            }
        }
        names.values().stream()
                .filter(marks -> marks.size() > 1)
                .forEach(marks -> add(Fact.PYTHON_REPEATED_SETTINGS, marks.getLast()));
    }

    private static void note(Map<String, List<Mark>> names, String name, Mark mark) {
        names.computeIfAbsent(name.toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
                .add(mark);
    }

    private void factories(List<ClassNote> models) {
        var factories =
                kinds.factories().stream().filter(one -> !one.made().isEmpty()).toList();
        tally.add(Fact.PYTHON_FACTORIES, factories.size());
        var made = factories.stream().map(ClassNote::made).collect(Collectors.toSet());
        for (var model : models) {
            if (model.stored().columns() >= LARGE) {
                tally.add(Fact.PYTHON_LARGE_MODELS);
                if (!made.contains(model.name())) {
                    tally.add(Fact.PYTHON_MODELS_UNMADE, model.path(), model.line(), model.name());
                }
            }
        }
    }

    private void routes(List<ClassNote> models) {
        var names = models.stream().map(ClassNote::name).collect(Collectors.toSet());
        modules.stream()
                .flatMap(module -> module.routes().stream())
                .filter(route -> route.types().stream().anyMatch(names::contains))
                .forEach(route -> tally.add(Fact.PYTHON_MODEL_ROUTES, route.path(), route.line(), route.name()));
    }

    /// Two models with the same fields are one fact in two places.
    private void repeated(List<ClassNote> schemas) {
        schemas.stream()
                .filter(one -> one.fields().size() >= TELLING_FIELDS)
                .collect(Collectors.groupingBy(one -> new HashSet<>(one.fields())))
                .values()
                .stream()
                .filter(alike -> alike.size() > 1)
                .flatMap(List::stream)
                .forEach(one -> tally.add(Fact.PYTHON_REPEATED_SCHEMAS, one.path(), one.line(), one.name()));
    }

    private void constants() {
        Stream<Mark> all = modules.stream().flatMap(module -> module.constants().stream());
        all
                .collect(Collectors.groupingBy(
                        mark -> mark.name() + " = " + mark.value(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .filter(marks -> marks.stream().map(Mark::path).distinct().count() > 1)
                .forEach(marks -> add(Fact.PYTHON_REPEATED_CONSTANTS, marks.getLast()));
    }

    private void ports() {
        for (var module : modules) {
            if (!module.test()) {
                for (var one : module.classes()) {
                    boolean port = one.bases().stream().anyMatch(ABSTRACT::contains);
                    tally.add(Fact.PYTHON_PORTS, port ? 1 : 0);
                    boolean repository =
                            one.name().endsWith("Repository") || one.name().endsWith("Repo");
                    tally.add(Fact.PYTHON_REPOSITORIES, repository ? 1 : 0);
                }
            }
        }
    }

    private void add(Fact fact, Mark mark) {
        tally.add(fact, mark.path(), mark.line(), mark.name());
    }
}
