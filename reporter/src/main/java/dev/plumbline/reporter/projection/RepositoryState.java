package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.standard.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is remembered of one repository. Bounded: at most {@value #COMPONENTS} components, and as many
/// changes as the projection allows.
///
/// @param seenAs the name that its newest record uses; the catalog's goes before it
/// @param aliases further ids and names that uploads brought
/// @param changes the newest first
/// @param regressions how many were ever seen, by what and why
public record RepositoryState(
        RepositoryId id,
        RepositoryName seenAs,
        @Nullable CatalogEntry catalog,
        List<RepositoryId> aliases,
        SortedMap<Component, ComponentState> components,
        List<Change> changes,
        Map<Regression, Long> regressions) {
    /// The team of what nobody owns: a visible bucket.
    public static final String UNOWNED = "unowned";

    private static final String LOCAL = "name:local/";

    static final int COMPONENTS = 200;

    /// What a regression is counted under.
    public record Regression(Component component, RuleId rule, Cause cause) {}

    public RepositoryState {
        aliases = List.copyOf(aliases);
        components = Collections.unmodifiableSortedMap(new TreeMap<>(components));
        changes = List.copyOf(changes);
        regressions = Map.copyOf(regressions);
    }

    static RepositoryState empty(RepositoryId id, RepositoryName name) {
        return new RepositoryState(id, name, null, List.of(), new TreeMap<>(), List.of(), Map.of());
    }

    public RepositoryName name() {
        return catalog == null ? seenAs : catalog.name();
    }

    /// Who owns a component; {@link #UNOWNED} where the catalog does not say.
    public String team(Component component) {
        String team = part(component).team();
        return team.isBlank() ? UNOWNED : team;
    }

    public CatalogEntry.Part part(Component component) {
        return catalog == null ? new CatalogEntry.Part(component, "", "", Subject.UNKNOWN) : catalog.part(component);
    }

    /// All teams that own a part of it, sorted.
    public List<String> teams() {
        Stream<Component> parts = components.isEmpty() ? Stream.of(Component.ROOT) : components.keySet().stream();
        return parts.map(this::team).distinct().sorted().toList();
    }

    /// Where the components that the condition holds for stand together.
    public Standing standing(Predicate<Component> which) {
        return components.values().stream()
                .filter(component -> which.test(component.component()))
                .map(ComponentState::standing)
                .reduce(Standing.UNKNOWN, Standing::with);
    }

    public Standing standing() {
        return standing(_ -> true);
    }

    public List<Change> openRegressions() {
        return components.values().stream()
                .flatMap(component -> component.openRegressions().stream())
                .sorted(Comparator.comparing(Change::recordedAt).reversed().thenComparing(Change::id))
                .toList();
    }

    public Trend trend() {
        return Trend.of(components.values());
    }

    public @Nullable Instant lastClosed() {
        return components.values().stream()
                .map(ComponentState::lastClosed)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Whether no build closed for so long that nothing said of the repository can be trusted.
    public boolean dark(Instant now, Duration after) {
        Instant closed = lastClosed();
        return closed == null || closed.isBefore(now.minus(after));
    }

    boolean answersTo(String nameOrId) {
        return name().value().equals(nameOrId)
                || seenAs.value().equals(nameOrId)
                || names(id, nameOrId)
                || catalogued(nameOrId)
                || aliases.stream().anyMatch(alias -> names(alias, nameOrId));
    }

    /// Whether it holds a name or id by what people said, or because everything about it is kept under
    /// that: not only because an upload brought it.
    public boolean holds(String nameOrId) {
        return names(id, nameOrId) || catalogued(nameOrId);
    }

    private boolean catalogued(String nameOrId) {
        return catalog != null
                && (catalog.name().value().equals(nameOrId) || catalog.aliases().contains(nameOrId));
    }

    private static boolean names(RepositoryId id, String nameOrId) {
        return id.value().equals(nameOrId) || id.value().equals(LOCAL + nameOrId);
    }

    RepositoryState also(List<RepositoryId> others) {
        return new RepositoryState(id, seenAs, catalog, others, components, changes, regressions);
    }

    RepositoryState with(CatalogEntry entry) {
        return new RepositoryState(id, seenAs, entry, aliases, components, changes, regressions);
    }

    RepositoryState with(RepositoryName name, ComponentState component) {
        var next = new TreeMap<>(components);
        if (next.size() < COMPONENTS || next.containsKey(component.component())) {
            next.put(component.component(), component);
        }
        return new RepositoryState(id, name, catalog, aliases, next, changes, regressions);
    }

    ComponentState component(Component component) {
        ComponentState known = components.get(component);
        return known == null ? ComponentState.empty(component) : known;
    }

    RepositoryState with(Change change, int limit) {
        boolean known = changes.stream().anyMatch(other -> other.id().equals(change.id()));
        var next = new ArrayList<Change>();
        next.add(change);
        changes.stream().filter(other -> !other.id().equals(change.id())).forEach(next::add);
        Component component = change.build().key().component();
        var more = with(seenAs, component(component).with(change));
        return new RepositoryState(
                id,
                seenAs,
                catalog,
                aliases,
                more.components,
                next.subList(0, Math.min(limit, next.size())),
                known || change.direction() != Change.Direction.REGRESSION ? regressions : counted(change, component));
    }

    private Map<Regression, Long> counted(Change change, Component component) {
        var next = new HashMap<>(regressions);
        next.merge(new Regression(component, change.rule(), change.cause()), 1L, Long::sum);
        return next;
    }
}
