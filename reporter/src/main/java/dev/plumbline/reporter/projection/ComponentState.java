package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that is remembered of one component of a repository. Bounded: two whole builds, a limited history, at most
/// {@value #ASIDE} other builds, and one change for each rule.
///
/// @param latest the newest final build of the default branch, in its highest revision
/// @param provisional a newer build of the default branch that is still open
/// @param history final builds of the default branch
/// @param aside builds of other branches and change requests, and builds that are open
/// @param lastChanges for each rule the last change on the default branch
/// @param standing what `latest` comes to
public record ComponentState(
        Component component,
        @Nullable Judged latest,
        @Nullable Judged provisional,
        History history,
        History aside,
        Map<RuleKey, Change> lastChanges,
        Standing standing) {
    static final int ASIDE = 30;

    /// A rule of a standard, whatever the standard's version.
    public record RuleKey(StandardId standard, RuleId rule) {}

    public ComponentState {
        lastChanges = Map.copyOf(lastChanges);
    }

    static ComponentState empty(Component component) {
        return new ComponentState(component, null, null, History.EMPTY, History.EMPTY, Map.of(), Standing.UNKNOWN);
    }

    /// {@return the state after one more record of a build; the same if the record says nothing new}
    ComponentState with(Point point, BuildScored scored, int historyLimit) {
        Point known = known(point.build()).orElse(null);
        if (known != null && !point.supersedes(known)) {
            return this;
        }
        Point placed = known == null ? point : inPlaceOf(known, point);
        var judged = new Judged(scored, placed.order());
        if (!placed.lineage().isDefault()) {
            return remember(history, aside.with(placed, ASIDE));
        }
        return placed.closed() ? closed(placed, judged, historyLimit) : opened(placed, judged);
    }

    ComponentState with(Change change) {
        if (!change.build().lineage().isDefault()) {
            return this;
        }
        var changes = new HashMap<>(lastChanges);
        changes.put(new RuleKey(change.standard().id(), change.rule()), change);
        return new ComponentState(component, latest, provisional, history, aside, changes, standing);
    }

    /// Regressions on the default branch that the newest final build still shows, the newest first.
    public List<Change> openRegressions() {
        return lastChanges.values().stream()
                .filter(change -> change.direction() == Change.Direction.REGRESSION)
                .filter(this::stillShows)
                .sorted(Comparator.comparing(Change::recordedAt).reversed().thenComparing(Change::id))
                .toList();
    }

    public Optional<Point> known(BuildId build) {
        return history.of(build).or(() -> aside.of(build));
    }

    /// When the newest build, of whatever branch, closed; null where none did.
    public @Nullable Instant lastClosed() {
        return Stream.concat(history.points().stream(), aside.points().stream())
                .filter(Point::closed)
                .map(Point::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    public List<Scorecard> scorecards() {
        return latest == null ? List.of() : latest.scored().scorecards();
    }

    /// Order and closing time are those of the first sight: scoring a build again moves no build.
    private static Point inPlaceOf(Point known, Point point) {
        return new Point(
                known.order(),
                point.commit(),
                point.lineage(),
                point.revision(),
                point.closed(),
                known.closed() ? known.at() : point.at(),
                point.marks(),
                point.position());
    }

    private ComponentState closed(Point point, Judged judged, int historyLimit) {
        boolean newest = latest == null || judged.order().compareTo(latest.order()) >= 0;
        Judged current = newest || latest == null ? judged : latest;
        boolean overtaken = provisional == null
                || provisional.order().compareTo(current.order()) <= 0
                || provisional.build().equals(judged.build());
        return new ComponentState(
                component,
                current,
                overtaken ? null : provisional,
                history.with(point, historyLimit),
                aside.without(point.build()),
                lastChanges,
                newest ? Standing.of(judged.scored().scorecards()) : standing);
    }

    private ComponentState opened(Point point, Judged judged) {
        boolean newer = (latest == null || judged.order().compareTo(latest.order()) > 0)
                && (provisional == null || judged.order().compareTo(provisional.order()) >= 0);
        return new ComponentState(
                component,
                latest,
                newer ? judged : provisional,
                history,
                aside.with(point, ASIDE),
                lastChanges,
                standing);
    }

    private ComponentState remember(History nextHistory, History nextAside) {
        return new ComponentState(component, latest, provisional, nextHistory, nextAside, lastChanges, standing);
    }

    /// Whether the newest final build has this rule in a state that is neither passed, inapplicable nor waived.
    public boolean stillShows(Change change) {
        return latest == null
                || scorecards().stream()
                        .filter(card ->
                                card.standard().id().equals(change.standard().id()))
                        .flatMap(card -> card.results().stream())
                        .anyMatch(result -> result.rule().equals(change.rule()) && bad(result));
    }

    private static boolean bad(RuleResult result) {
        return !result.waived()
                && !(result.outcome() instanceof Outcome.Passed || result.outcome() instanceof Outcome.NotApplicable);
    }
}
