package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.decision.Decisions;
import dev.plumbline.model.score.Change;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A picture of the organisation at one point of the log. Immutable: a query takes one and answers from it
/// alone.
///
/// @param recent the last changes of all repositories, the newest first; not those that a new version of a
///     standard brought about in many of them
/// @param rescorings the last ones, the newest first
/// @param version counts up with every picture
public record ReadModel(
        Map<RepositoryId, RepositoryState> repositories,
        PublishedStandards standards,
        Decisions decisions,
        List<Change> recent,
        List<RescoringRun> rescorings,
        long version) {
    public static final ReadModel EMPTY =
            new ReadModel(Map.of(), PublishedStandards.NONE, Decisions.NONE, List.of(), List.of(), 0);
    private static final Comparator<RepositoryState> BY_NAME =
            Comparator.comparing(RepositoryState::name).thenComparing(RepositoryState::id);

    public ReadModel {
        repositories = Map.copyOf(repositories);
        recent = List.copyOf(recent);
        rescorings = List.copyOf(rescorings);
    }

    /// Where a build lies.
    public record Located(RepositoryState repository, ComponentState component, Point point) {}

    public List<RepositoryState> byName() {
        return repositories.values().stream().sorted(BY_NAME).toList();
    }

    /// {@return the repository of a name, an earlier name or an id; where several answer to it, the one
    /// that has the name now, then the one with the lowest id}
    public Optional<RepositoryState> find(String nameOrId) {
        return repositories.values().stream()
                .filter(repository -> repository.answersTo(nameOrId))
                .min(Comparator.comparing((RepositoryState repository) ->
                                !repository.name().value().equals(nameOrId))
                        .thenComparing(RepositoryState::id));
    }

    /// A scan: at most some hundred thousand comparisons, and no index that would have to be kept in step.
    public Optional<Located> locate(BuildId build) {
        for (RepositoryState repository : repositories.values()) {
            for (ComponentState component : repository.components().values()) {
                var point = component.known(build);
                if (point.isPresent()) {
                    return Optional.of(new Located(repository, component, point.get()));
                }
            }
        }
        return Optional.empty();
    }

    public List<Change> openRegressions() {
        return repositories.values().stream()
                .flatMap(repository -> repository.openRegressions().stream())
                .sorted(Comparator.comparing(Change::recordedAt).reversed().thenComparing(Change::id))
                .toList();
    }
}
