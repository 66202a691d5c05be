package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Decisions;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Folds records, in the order of each partition, into the read model. The same records give the same
/// picture, whatever the order among topics. One thread at a time; pictures once taken do not change.
public final class Projection {
    /// Points of history over all components: about 100 MB. Beyond it, each component keeps fewer.
    static final int POINTS = 250_000;

    static final int HISTORY = 100;
    static final int HISTORY_LEAST = 10;
    /// Changes that repositories remember, over all of them: about 100 MB. Beyond it, each remembers fewer.
    static final int CHANGES = 100_000;

    static final int CHANGES_MOST = 50;
    static final int CHANGES_LEAST = 10;
    static final int RECENT = 200;
    static final int RESCORINGS = 100;

    private final Map<RepositoryId, RepositoryState> repositories = new HashMap<>();
    private final Keeper keeper = new Keeper();
    private final Deque<Change> recent = new ArrayDeque<>();
    private final Deque<RescoringRun> rescorings = new ArrayDeque<>();
    /// As ingest learned them: the first record of an alias holds.
    private final Map<RepositoryId, RepositoryId> learned = new HashMap<>();
    private final Map<RepositoryId, List<RepositoryId>> aliases = new HashMap<>();

    private PublishedStandards standards = PublishedStandards.NONE;
    private Decisions decisions = Decisions.NONE;
    private int components;
    private long version;

    public void apply(Recorded recorded) {
        version++;
        switch (recorded) {
            case Recorded.Scored(BuildScored scored, LogPosition position) -> apply(scored, position);
            case Recorded.Changed(Change change) -> apply(change);
            case Recorded.Rescored(var finished) -> apply(RescoringRun.of(finished));
            case Recorded.Catalogued(CatalogEntry entry) -> apply(entry);
            case Recorded.Aliased(var alias) -> apply(alias);
            case Recorded.Published(var standard) -> standards = standards.with(standard);
            case Recorded.Bound(var binding) -> standards = standards.with(binding);
            case Recorded.Withdrawn(String key) -> standards = standards.without(key);
            case Recorded.Decided(var decision) -> decisions = decisions.with(decision);
        }
    }

    /// Counts the records applied.
    public long version() {
        return version;
    }

    public ReadModel picture() {
        return new ReadModel(repositories, standards, decisions, List.copyOf(recent), List.copyOf(rescorings), version);
    }

    private void apply(BuildScored scored, LogPosition position) {
        Build build = scored.build();
        RepositoryState repository = repository(build);
        ComponentState component = repository
                .component(build.key().component())
                .with(point(scored, position), scored, keeper, historyLimit());
        Kept latest = component.latest();
        put(repository.with(latest == null ? build.name() : latest.name(), component));
    }

    private void apply(Change change) {
        put(repository(change.build()).with(change, changeLimit()));
        if (change.grouped()) {
            return;
        }
        recent.removeIf(known -> known.id().equals(change.id()));
        recent.addFirst(change);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }

    /// Partitions come in no order among each other; the one that began last stands first.
    private void apply(RescoringRun part) {
        var whole = rescorings.stream()
                .filter(part::same)
                .findFirst()
                .map(known -> known.and(part))
                .orElse(part);
        var all = new ArrayList<>(rescorings);
        all.removeIf(part::same);
        all.add(whole);
        all.sort(Comparator.comparing(RescoringRun::at)
                .reversed()
                .thenComparing(one -> one.group().value()));
        rescorings.clear();
        all.stream().limit(RESCORINGS).forEach(rescorings::addLast);
    }

    private void apply(CatalogEntry entry) {
        put(repository(entry.repository(), entry.name()).with(entry));
    }

    private void apply(AliasRegistered alias) {
        if (learned.putIfAbsent(alias.alias(), alias.repository()) == null && !alias.own()) {
            var others = aliases.merge(alias.repository(), List.of(alias.alias()), Projection::both);
            repositories.computeIfPresent(alias.repository(), (_, known) -> known.also(others));
        }
    }

    private static List<RepositoryId> both(List<RepositoryId> some, List<RepositoryId> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private RepositoryState repository(Build build) {
        return repository(build.key().repository(), build.name());
    }

    /// An alias may be on the log before anything else of its repository.
    private RepositoryState repository(RepositoryId id, RepositoryName name) {
        RepositoryState known = repositories.get(id);
        return known == null ? RepositoryState.empty(id, name).also(aliases.getOrDefault(id, List.of())) : known;
    }

    private void put(RepositoryState repository) {
        RepositoryState before = repositories.put(repository.id(), repository);
        components += repository.components().size()
                - (before == null ? 0 : before.components().size());
    }

    private int historyLimit() {
        return Math.clamp(POINTS / Math.max(1, components), HISTORY_LEAST, HISTORY);
    }

    private int changeLimit() {
        return Math.clamp(CHANGES / Math.max(1, repositories.size()), CHANGES_LEAST, CHANGES_MOST);
    }

    private Point point(BuildScored scored, LogPosition position) {
        return new Point(
                BuildOrder.of(scored),
                scored.build().key().commit(),
                scored.build().lineage(),
                scored.revision(),
                scored.state().closed(),
                scored.provenance().asOf(),
                scored.scorecards().stream()
                        .map(card -> Mark.of(card, keeper.once(card.standard())))
                        .toList(),
                position);
    }
}
