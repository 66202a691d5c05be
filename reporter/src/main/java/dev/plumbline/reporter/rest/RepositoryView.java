package dev.plumbline.reporter.rest;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import dev.plumbline.reporter.projection.ComponentState;
import dev.plumbline.reporter.projection.Kept;
import dev.plumbline.reporter.projection.Mark;
import dev.plumbline.reporter.projection.Overview;
import dev.plumbline.reporter.projection.Point;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import dev.plumbline.reporter.projection.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One repository, whole.
public record RepositoryView(
        Row repository, List<ComponentView> components, List<ChangeView> openRegressions, List<ChangeView> changes) {

    /// One repository in a line.
    ///
    /// @param level the lowest of its scorecards; null where no scorecard counts
    /// @param lastClosedAt when its newest build closed; null where none did
    /// @param dark no build closed for longer than the reporter's limit
    public record Row(
            String id,
            String name,
            String href,
            List<String> teams,
            List<String> components,
            ScoreView score,
            ScoreView confidence,
            @Nullable String level,
            String gate,
            int openRegressions,
            @Nullable String lastClosedAt,
            boolean dark) {
        static Row of(Overview.Row row) {
            RepositoryState repository = row.repository();
            Standing standing = row.standing();
            return new Row(
                    repository.id().value(),
                    repository.name().value(),
                    "/api/v1/repositories/" + repository.name(),
                    repository.teams(),
                    repository.components().keySet().stream()
                            .map(Component::path)
                            .toList(),
                    ScoreView.of(standing.score(), whyUnknown(repository, standing)),
                    ScoreView.of(standing.confidence(), whyUnknown(repository, standing)),
                    word(standing.level()),
                    standing.gate().name(),
                    row.openRegressions(),
                    BuildView.text(repository.lastClosed()),
                    row.dark());
        }
    }

    /// @param latest the newest final build of the default branch; null where there is none
    /// @param provisional a newer one that is still open; null where there is none
    public record ComponentView(
            String path,
            String team,
            String system,
            ScoreView score,
            ScoreView confidence,
            @Nullable String level,
            @Nullable BuildView latest,
            @Nullable BuildView provisional,
            List<PointView> history,
            List<PointView> otherBuilds) {
        static ComponentView of(RepositoryState repository, ComponentState component, ReadModel model) {
            Standing standing = component.standing();
            return new ComponentView(
                    component.component().path(),
                    repository.team(component.component()),
                    repository.part(component.component()).system(),
                    ScoreView.of(standing.score(), whyUnknown(repository, standing)),
                    ScoreView.of(standing.confidence(), whyUnknown(repository, standing)),
                    word(standing.level()),
                    whole(component.latest(), model),
                    whole(component.provisional(), model),
                    component.history().points().stream().map(PointView::of).toList(),
                    component.aside().points().stream().map(PointView::of).toList());
        }
    }

    /// One build in history.
    public record PointView(
            String build,
            String href,
            String commit,
            BuildView.Line lineage,
            int revision,
            String phase,
            String at,
            List<MarkView> standards) {
        static PointView of(Point point) {
            return new PointView(
                    point.build().value(),
                    "/api/v1/builds/" + point.build(),
                    point.commit().sha(),
                    BuildView.Line.of(point.lineage()),
                    point.revision(),
                    point.closed() ? "final" : "provisional",
                    point.at().toString(),
                    point.marks().stream().map(MarkView::of).toList());
        }
    }

    public record MarkView(
            ScorecardView.StandardView standard,
            String step,
            ScoreView score,
            ScoreView confidence,
            String level,
            String gate) {
        static MarkView of(Mark mark) {
            return new MarkView(
                    ScorecardView.StandardView.of(mark.standard()),
                    mark.step().name(),
                    ScoreView.of(mark.marks().score(), "nothing was measured"),
                    ScoreView.of(new Score.Known(mark.marks().confidence()), ""),
                    mark.marks().level().name(),
                    mark.gate().name());
        }
    }

    public static RepositoryView of(Overview.Row row, ReadModel model) {
        RepositoryState repository = row.repository();
        return new RepositoryView(
                Row.of(row),
                repository.components().values().stream()
                        .map(component -> ComponentView.of(repository, component, model))
                        .toList(),
                repository.openRegressions().stream()
                        .map(change -> ChangeView.of(change, model))
                        .toList(),
                repository.changes().stream()
                        .map(change -> ChangeView.of(change, model))
                        .toList());
    }

    /// {@return why nothing is known of a repository, in words for people}
    public static String whyUnknown(RepositoryState repository, Standing standing) {
        if (standing.judged()) {
            return "no rule that applies has passed or failed on evidence";
        }
        boolean built = repository.components().values().stream().anyMatch(component -> component.latest() != null);
        return built
                ? "no standard applies at step warn or gate"
                : "no build of the default branch has been judged yet";
    }

    private static @Nullable BuildView whole(@Nullable Kept kept, ReadModel model) {
        return kept == null ? null : BuildView.of(kept.whole(), model);
    }

    private static @Nullable String word(@Nullable Level level) {
        return level == null ? null : level.name();
    }
}
