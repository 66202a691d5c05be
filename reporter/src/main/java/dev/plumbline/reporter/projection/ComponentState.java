package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
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

/// All that is remembered of one component of a repository. Bounded: two packed builds, a limited history,
/// at most
/// {@value #ASIDE} other builds, and one regression for each rule.
///
/// @param latest the newest final build of the default branch, in its highest revision
/// @param provisional a newer build of the default branch that is still open
/// @param history final builds of the default branch
/// @param aside builds of other branches and change requests, and builds that are open
/// @param regressed for each rule whose last change on the default branch is a regression, that change
/// @param standing what `latest` comes to
public record ComponentState(
        Component component,
        @Nullable Kept latest,
        @Nullable Kept provisional,
        History history,
        History aside,
        Map<RuleKey, Change> regressed,
        Standing standing) {
    static final int ASIDE = 30;

    /// A rule of a standard, whatever the standard's version.
    public record RuleKey(StandardId standard, RuleId rule) {}

    public ComponentState {
        regressed = Map.copyOf(regressed);
    }

    static ComponentState empty(Component component) {
        return new ComponentState(component, null, null, History.EMPTY, History.EMPTY, Map.of(), Standing.UNKNOWN);
    }

    /// {@return the state after one more record of a build; the same if the record says nothing new}
    ComponentState with(Point point, BuildScored scored, Keeper keeper, int historyLimit) {
        Point known = known(point.build()).orElse(null);
        if (known != null && !point.supersedes(known)) {
            return this;
        }
        Point placed = known == null ? point : inPlaceOf(known, point);
        if (!placed.lineage().isDefault()) {
            return aside(aside.with(placed, ASIDE));
        }
        var kept = keeper.keep(scored, placed.order());
        return placed.closed()
                ? closed(placed, kept, Standing.of(scored.scorecards()), historyLimit)
                : opened(placed, kept);
    }

    ComponentState with(Change change) {
        if (!change.build().lineage().isDefault()) {
            return this;
        }
        var next = new HashMap<>(regressed);
        var key = new RuleKey(change.standard().id(), change.rule());
        switch (change.direction()) {
            case REGRESSION -> next.put(key, change);
            case RECOVERY -> next.remove(key);
        }
        return new ComponentState(component, latest, provisional, history, aside, next, standing);
    }

    /// Regressions on the default branch that the newest final build still shows, the newest first.
    public List<Change> openRegressions() {
        return regressed.values().stream()
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

    /// The scorecards of the newest final build.
    public List<Kept.Card> cards() {
        return latest == null ? List.of() : latest.cards();
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

    private ComponentState closed(Point point, Kept kept, Standing reached, int historyLimit) {
        boolean newest = latest == null || kept.order().compareTo(latest.order()) >= 0;
        Kept current = newest || latest == null ? kept : latest;
        boolean overtaken = provisional == null
                || provisional.order().compareTo(current.order()) <= 0
                || provisional.build().equals(kept.build());
        return new ComponentState(
                component,
                current,
                overtaken ? null : provisional,
                history.with(point, historyLimit),
                aside.without(point.build()),
                regressed,
                newest ? reached : standing);
    }

    private ComponentState opened(Point point, Kept kept) {
        boolean newer = (latest == null || kept.order().compareTo(latest.order()) > 0)
                && (provisional == null || kept.order().compareTo(provisional.order()) >= 0);
        return new ComponentState(
                component, latest, newer ? kept : provisional, history, aside.with(point, ASIDE), regressed, standing);
    }

    private ComponentState aside(History next) {
        return new ComponentState(component, latest, provisional, history, next, regressed, standing);
    }

    /// Whether the newest final build has this rule in a state that is neither passed, inapplicable nor
    /// waived.
    public boolean stillShows(Change change) {
        return latest == null
                || cards().stream()
                        .filter(card ->
                                card.standard().id().equals(change.standard().id()))
                        .flatMap(card -> card.verdicts().stream())
                        .anyMatch(verdict -> verdict.rule().equals(change.rule()) && verdict.bad());
    }
}
