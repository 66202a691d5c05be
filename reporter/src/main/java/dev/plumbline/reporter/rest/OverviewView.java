package dev.plumbline.reporter.rest;

import dev.plumbline.model.standard.Level;
import dev.plumbline.reporter.projection.Overview;
import dev.plumbline.reporter.projection.ReadModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The organisation at a moment.
public record OverviewView(String asOf, TotalsView totals, List<TeamView> teams, List<ChangeView> openRegressions) {
    private static final String NONE_KNOWN = "no repository has a score";

    /// @param unknown repositories of which no score is known; they enter no average
    /// @param distribution how many scores lie in [0, 0.1), [0.1, 0.2) … [0.9, 1]
    public record TotalsView(
            int repositories,
            int unknown,
            int dark,
            int openRegressions,
            ScoreView score,
            ScoreView confidence,
            List<Integer> distribution,
            Map<String, Integer> levels) {
        static TotalsView of(Overview.Totals totals) {
            var levels = new LinkedHashMap<String, Integer>();
            Arrays.stream(Level.values())
                    .forEach(level -> levels.put(level.name(), totals.levels().getOrDefault(level, 0)));
            return new TotalsView(
                    totals.repositories(),
                    totals.unknown(),
                    totals.dark(),
                    totals.openRegressions(),
                    ScoreView.of(totals.score(), NONE_KNOWN),
                    ScoreView.of(totals.confidence(), NONE_KNOWN),
                    totals.distribution(),
                    levels);
        }
    }

    public record TeamView(String name, TotalsView totals) {
        static TeamView of(Overview.Team team) {
            return new TeamView(team.name(), TotalsView.of(team.totals()));
        }
    }

    static OverviewView of(Overview overview, ReadModel model) {
        return new OverviewView(
                overview.now().toString(),
                TotalsView.of(overview.totals()),
                overview.teams().stream().map(TeamView::of).toList(),
                overview.openRegressions().stream()
                        .limit(Page.MOST)
                        .map(change -> ChangeView.of(change, model))
                        .toList());
    }
}
