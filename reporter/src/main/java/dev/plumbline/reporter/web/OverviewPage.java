package dev.plumbline.reporter.web;

import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import dev.plumbline.reporter.projection.Overview;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import dev.plumbline.reporter.rest.RepositoryView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The organisation on one page.
///
/// @param server the address under which the reader reached this
/// @param team the team that rows are limited to; empty for all
/// @param rows the part of the list that is shown
/// @param more where the next part is; empty at the end
public record OverviewPage(
        When now,
        String server,
        Hero hero,
        List<Rung> levels,
        List<TeamRow> teams,
        String team,
        String order,
        List<Row> rows,
        int total,
        String more,
        List<RescoringPart> rescorings,
        List<ChangePart> regressions) {
    static final int ROWS = 200;
    private static final int REGRESSIONS = 20;

    /// The headline, and the plumb line that hangs at the mean over how many repositories lie where.
    ///
    /// @param line x of the plumb line in a drawing 480 wide; empty where there is none
    public record Hero(
            Figure score, Figure confidence, String sentence, int dark, int open, List<Bar> bars, String line) {}

    public record Bar(String x, String y, String height, int count, String range, String labelX) {}

    public record Rung(String name, int count) {}

    public record TeamRow(String name, int repositories, Figure score, Figure confidence, int open, int dark) {}

    /// @param seen when its newest build closed; null where none did
    public record Row(
            String name,
            String components,
            String teams,
            Figure score,
            Figure confidence,
            String level,
            String gate,
            Curve spark,
            int open,
            boolean dark,
            @Nullable When seen) {}

    /// What the reader asked for.
    ///
    /// @param server the address that was asked
    /// @param order `score` for the lowest first, else by name
    record Wish(String server, String team, String order, int from) {}

    /// @param rescorings of the last days, the newest first
    static OverviewPage of(Overview overview, ReadModel model, List<RescoringPart> rescorings, Wish wish) {
        List<Overview.Row> rows = wished(overview, wish);
        List<Overview.Row> shown =
                rows.subList(Math.min(wish.from(), rows.size()), Math.min(wish.from() + ROWS, rows.size()));
        boolean more = wish.from() + ROWS < rows.size();
        return new OverviewPage(
                When.of(overview.now(), overview.now()),
                wish.server(),
                hero(overview),
                levels(overview),
                overview.teams().stream().map(OverviewPage::team).toList(),
                wish.team(),
                wish.order(),
                shown.stream().map(row -> row(row, overview.now())).toList(),
                rows.size(),
                more ? "from=" + (wish.from() + ROWS) : "",
                rescorings,
                overview.openRegressions().stream()
                        .limit(REGRESSIONS)
                        .map(change -> ChangePart.of(change, model, overview.now()))
                        .toList());
    }

    public boolean empty() {
        return hero.bars().isEmpty();
    }

    private static List<Overview.Row> wished(Overview overview, Wish wish) {
        var rows = new ArrayList<>(overview.rows());
        rows.removeIf(row -> !wish.team().isEmpty() && !row.repository().teams().contains(wish.team()));
        if (wish.order().equals("score")) {
            rows.sort(Comparator.comparingInt(
                    row -> row.standing().score() instanceof Score.Known(int basisPoints) ? basisPoints : -1));
        }
        return rows;
    }

    private static Hero hero(Overview overview) {
        Overview.Totals totals = overview.totals();
        String teams = Words.count(overview.teams().size(), "team", "teams");
        int judged = totals.repositories() - totals.unknown();
        return new Hero(
                Figure.of(totals.score(), "No repository has a score yet."),
                Figure.of(totals.confidence(), "No repository has a score yet."),
                Words.count(totals.repositories(), "repository", "repositories") + " in " + teams + ": " + judged
                        + " judged, " + totals.unknown() + " unknown.",
                totals.dark(),
                totals.openRegressions(),
                totals.repositories() == 0 ? List.of() : bars(totals.distribution()),
                totals.score() instanceof Score.Known(int basisPoints)
                        ? String.format(Locale.ROOT, "%.1f", basisPoints * 480 / 10_000.0)
                        : "");
    }

    private static List<Bar> bars(List<Integer> distribution) {
        int most = Math.max(1, Collections.max(distribution));
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < distribution.size(); i++) {
            int height = Math.round(distribution.get(i) * 96f / most);
            bars.add(new Bar(
                    String.valueOf(i * 48 + 3),
                    String.valueOf(150 - height),
                    String.valueOf(height),
                    distribution.get(i),
                    i * 10 + " to " + (i + 1) * 10 + " %",
                    String.valueOf(i * 48 + 24)));
        }
        return bars;
    }

    private static List<Rung> levels(Overview overview) {
        return Arrays.stream(Level.values())
                .sorted(Comparator.reverseOrder())
                .map(level ->
                        new Rung(Words.level(level), overview.totals().levels().getOrDefault(level, 0)))
                .toList();
    }

    private static TeamRow team(Overview.Team team) {
        Overview.Totals totals = team.totals();
        return new TeamRow(
                team.name(),
                totals.repositories(),
                Figure.of(totals.score(), "No repository of this team has a score."),
                Figure.of(totals.confidence(), "No repository of this team has a score."),
                totals.openRegressions(),
                totals.dark());
    }

    private static Row row(Overview.Row row, Instant now) {
        RepositoryState repository = row.repository();
        Instant closed = repository.lastClosed();
        String why = RepositoryView.whyUnknown(repository, row.standing());
        return new Row(
                repository.name().value(),
                repository.components().size() > 1 ? repository.components().size() + " components" : "",
                String.join(", ", repository.teams()),
                Figure.of(row.standing().score(), why),
                Figure.of(row.standing().confidence(), why),
                Words.level(row.standing().level()),
                Words.lower(row.standing().gate()),
                Curve.spark(repository.trend()),
                row.openRegressions(),
                row.dark(),
                closed == null ? null : When.of(closed, now));
    }
}
