package dev.plumbline.reporter;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.reporter.projection.BuildArchive;
import dev.plumbline.reporter.projection.LogPosition;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.Projection;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A log in memory with its projection: what is appended is folded at once.
public final class Log implements BuildArchive {
    private final Projection projection = new Projection();
    private final List<BuildScored> scorecards = new ArrayList<>();

    public Log scored(Sample... samples) {
        for (Sample sample : samples) {
            scored(sample.scored());
        }
        return this;
    }

    public Log scored(BuildScored scored) {
        scorecards.add(scored);
        projection.apply(new Recorded.Scored(scored, new LogPosition(0, scorecards.size() - 1L)));
        return this;
    }

    public Log changed(Change change) {
        projection.apply(new Recorded.Changed(change));
        return this;
    }

    public Log catalogued(CatalogEntry entry) {
        projection.apply(new Recorded.Catalogued(entry));
        return this;
    }

    public Log rescored(RescoringFinished finished) {
        projection.apply(new Recorded.Rescored(finished));
        return this;
    }

    /// @param alias another id of a repository, as an upload brought it
    public Log aliased(String alias, String repository) {
        projection.apply(
                new Recorded.Aliased(new AliasRegistered(new RepositoryId(alias), new RepositoryId(repository))));
        return this;
    }

    public Log published(StandardPublished standard) {
        projection.apply(new Recorded.Published(standard));
        return this;
    }

    public Log decided(Decision decision) {
        projection.apply(new Recorded.Decided(decision));
        return this;
    }

    public ReadModel picture() {
        return projection.picture();
    }

    @Override
    public Optional<BuildScored> at(LogPosition position) {
        return Optional.of(scorecards.get(Math.toIntExact(position.offset())));
    }

    /// Answers of a moment: dark is what closed no build for 14 days.
    public Pictures pictures(Instant now) {
        return new Pictures(this::picture, this, () -> now, 8, Duration.ofDays(14));
    }
}
