package dev.plumbline.reporter.web;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.reporter.projection.ComponentState;
import dev.plumbline.reporter.projection.Kept;
import dev.plumbline.reporter.projection.Mark;
import dev.plumbline.reporter.projection.Overview;
import dev.plumbline.reporter.projection.Point;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import dev.plumbline.reporter.rest.RepositoryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One repository on one page.
public record RepositoryPage(
        String name,
        String id,
        String teams,
        Figure score,
        Figure confidence,
        String level,
        boolean dark,
        List<ComponentPart> components,
        List<ChangePart> regressions,
        List<ChangePart> changes) {

    /// @param name its path; `root` for the whole repository
    /// @param latest the build that the scorecards are of; null where none of the default branch closed
    /// @param open a newer build that is still open; null where there is none
    /// @param waivers that reach it and have not ended
    /// @param history the newest first
    /// @param others builds of other branches and change requests, the newest first
    public record ComponentPart(
            String name,
            String anchor,
            String team,
            @Nullable BuildLine latest,
            @Nullable BuildLine open,
            List<String> notes,
            List<ScorecardPart> scorecards,
            List<WaiverPart> waivers,
            List<Curve> curves,
            List<Tick> ticks,
            List<HistoryRow> history,
            List<HistoryRow> others) {}

    public record BuildLine(String id, String commit, When when, int revision) {}

    /// A label under the chart.
    public record Tick(String text, String x, String anchor) {}

    public record HistoryRow(BuildLine build, String line, boolean closed, List<Cell> cells) {}

    public record Cell(String standard, String score, String confidence, String level, String gate) {}

    static RepositoryPage of(Overview.Row row, ReadModel model, Instant now) {
        RepositoryState repository = row.repository();
        String why = RepositoryView.whyUnknown(repository, row.standing());
        return new RepositoryPage(
                repository.name().value(),
                repository.id().value(),
                String.join(", ", repository.teams()),
                Figure.of(row.standing().score(), why),
                Figure.of(row.standing().confidence(), why),
                Words.level(row.standing().level()),
                row.dark(),
                repository.components().values().stream()
                        .map(component -> part(repository, component, model, now))
                        .toList(),
                repository.openRegressions().stream()
                        .map(change -> ChangePart.of(change, model, now))
                        .toList(),
                repository.changes().stream()
                        .map(change -> ChangePart.of(change, model, now))
                        .toList());
    }

    private static ComponentPart part(
            RepositoryState repository, ComponentState component, ReadModel model, Instant now) {
        String path = component.component().path();
        List<Point> points = component.history().points();
        Kept latest = component.latest();
        BuildScored whole = latest == null ? null : latest.whole();
        return new ComponentPart(
                component.component().isRoot() ? "root" : path,
                "component-" + path.replaceAll("[^A-Za-z0-9]", "-"),
                repository.team(component.component()),
                line(component, latest, now),
                line(component, component.provisional(), now),
                whole == null ? List.of() : whole.notes(),
                whole == null
                        ? List.of()
                        : whole.scorecards().stream()
                                .map(card -> ScorecardPart.of(card, whole, model, now))
                                .toList(),
                WaiverPart.of(repository, component, model, now),
                curves(points),
                ticks(points),
                rows(points, now),
                rows(component.aside().points(), now));
    }

    private static @Nullable BuildLine line(ComponentState component, @Nullable Kept kept, Instant now) {
        return kept == null
                ? null
                : component.known(kept.build()).map(point -> line(point, now)).orElse(null);
    }

    private static BuildLine line(Point point, Instant now) {
        return new BuildLine(
                point.build().value(), point.commit().abbreviated(), When.of(point.at(), now), point.revision());
    }

    private static List<Curve> curves(List<Point> points) {
        return standards(points)
                .map(standard -> Curve.of(
                        points.stream()
                                .flatMap(point -> value(point, standard).stream())
                                .toList(),
                        Curve.Area.CHART,
                        standard.value()))
                .filter(Curve::drawable)
                .toList();
    }

    private static Stream<StandardId> standards(List<Point> points) {
        return points.stream()
                .flatMap(point -> point.marks().stream())
                .map(mark -> mark.standard().id())
                .distinct()
                .sorted();
    }

    private static Optional<Curve.Value> value(Point point, StandardId standard) {
        return point.mark(standard)
                .map(mark -> new Curve.Value(
                        point.at(),
                        mark.marks().score(),
                        Words.percent(mark.marks().score()) + ", " + Words.moment(point.at()) + ", "
                                + point.commit().abbreviated()));
    }

    private static List<Tick> ticks(List<Point> points) {
        if (points.size() < 2) {
            return List.of();
        }
        return List.of(
                new Tick(Words.day(points.getFirst().at()), "44", "start"),
                new Tick(Words.day(points.getLast().at()), "706", "end"));
    }

    private static List<HistoryRow> rows(List<Point> points, Instant now) {
        var rows = new ArrayList<HistoryRow>();
        points.reversed()
                .forEach(point -> rows.add(new HistoryRow(
                        line(point, now),
                        point.lineage().id().startsWith("default")
                                ? point.lineage().branch()
                                : point.lineage().id(),
                        point.closed(),
                        point.marks().stream().map(RepositoryPage::cell).toList())));
        return rows;
    }

    private static Cell cell(Mark mark) {
        return new Cell(
                mark.standard().toString(),
                Words.percent(mark.marks().score()),
                Words.percent(mark.marks().confidence()),
                Words.level(mark.marks().level()),
                Words.lower(mark.gate()));
    }
}
