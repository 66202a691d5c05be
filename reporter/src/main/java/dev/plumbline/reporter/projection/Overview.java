package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.standard.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// The organisation at a moment. Scores of repositories are averaged, each counting once; unknown ones are counted
/// apart
/// and enter no average.
///
/// @param totals over all repositories
/// @param teams each over the parts that it owns, by name
/// @param rows every repository, by name
public record Overview(Instant now, Totals totals, List<Team> teams, List<Row> rows, List<Change> openRegressions) {

    /// One repository at a moment.
    ///
    /// @param team whose parts of it are meant; empty for all
    public record Row(RepositoryState repository, String team, Standing standing, boolean dark, int openRegressions) {}

    /// @param unknown repositories of which no score is known
    /// @param distribution how many scores lie in [0, 10 %), [10 %, 20 %) … [90 %, 100 %]
    public record Totals(
            int repositories,
            int unknown,
            int dark,
            int openRegressions,
            Score score,
            Score confidence,
            List<Integer> distribution,
            Map<Level, Integer> levels) {}

    public record Team(String name, Totals totals) {}

    public static Overview of(ReadModel model, Instant now, Duration darkAfter) {
        List<Row> rows = model.byName().stream()
                .map(repository -> row(repository, now, darkAfter))
                .toList();
        var byTeam = new TreeMap<String, List<Row>>();
        model.byName()
                .forEach(repository -> repository
                        .teams()
                        .forEach(team -> byTeam.computeIfAbsent(team, _ -> new ArrayList<>())
                                .add(row(repository, team, now, darkAfter))));
        List<Team> teams = byTeam.entrySet().stream()
                .map(entry -> new Team(entry.getKey(), totals(entry.getValue())))
                .toList();
        return new Overview(now, totals(rows), teams, rows, model.openRegressions());
    }

    /// One repository as a whole.
    public static Row row(RepositoryState repository, Instant now, Duration darkAfter) {
        return new Row(
                repository,
                "",
                repository.standing(),
                repository.dark(now, darkAfter),
                repository.openRegressions().size());
    }

    private static Row row(RepositoryState repository, String team, Instant now, Duration darkAfter) {
        long open = repository.openRegressions().stream()
                .filter(change ->
                        repository.team(change.build().key().component()).equals(team))
                .count();
        return new Row(
                repository,
                team,
                repository.standing(component -> repository.team(component).equals(team)),
                repository.dark(now, darkAfter),
                Math.toIntExact(open));
    }

    private static Totals totals(Collection<Row> rows) {
        var distribution = new Integer[10];
        Arrays.fill(distribution, 0);
        var levels = new EnumMap<Level, Integer>(Level.class);
        int unknown = 0;
        for (Row row : rows) {
            switch (row.standing().score()) {
                case Score.Known(int basisPoints) -> distribution[Math.min(9, basisPoints / 1_000)]++;
                case Score.Unknown _ -> unknown++;
            }
            Level level = row.standing().level();
            if (level != null) {
                levels.merge(level, 1, Integer::sum);
            }
        }
        return new Totals(
                rows.size(),
                unknown,
                Math.toIntExact(rows.stream().filter(Row::dark).count()),
                rows.stream().mapToInt(Row::openRegressions).sum(),
                mean(rows, row -> row.standing().score()),
                mean(rows, row -> row.standing().confidence()),
                List.of(distribution),
                levels);
    }

    private static Score mean(Collection<Row> rows, Function<Row, Score> figure) {
        long[] known = rows.stream()
                .map(figure)
                .filter(Score.Known.class::isInstance)
                .mapToLong(score -> ((Score.Known) score).basisPoints())
                .toArray();
        return Score.ratio(Arrays.stream(known).sum(), known.length);
    }
}
