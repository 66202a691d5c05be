package dev.plumbline.reporter.notify;

import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.reporter.projection.ComponentState;
import dev.plumbline.reporter.projection.Kept;
import dev.plumbline.reporter.projection.Mark;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RepositoryState;
import dev.plumbline.reporter.projection.Standing;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whom a change concerns enough to be told.
enum Relevance {
    TELL,
    /// Not yet clear: ask again.
    WAIT,
    /// Nobody is told.
    SILENCE;

    /// After this, a change that nobody could be told of is old news.
    static final Duration NEWS = Duration.ofHours(24);
    /// Evidence that seems to be missing may only be late.
    private static final Duration HOLD = Duration.ofSeconds(60);
    /// The read model runs beside the notifier, and is seldom more than a moment behind.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// So long partitions have to say that they are done with a re-scoring.
    private static final Duration RESCORING = Duration.ofHours(1);

    /// A re-scoring, once every partition is done with it; of one that touched nothing nobody hears.
    static Relevance of(Rescoring rescoring, Instant now) {
        if (rescoring.complete()) {
            return rescoring.counts().rescored() > 0 ? TELL : SILENCE;
        }
        return now.isBefore(rescoring.at().plus(RESCORING)) ? WAIT : TELL;
    }

    /// Regressions on the default branch, of a standard at step warn or gate, that happened now and were
    /// not taken back by a later revision of the same build.
    static Relevance of(Change change, ReadModel model, Instant now) {
        if (!concerns(change)) {
            return SILENCE;
        }
        Duration age = Duration.between(change.recordedAt(), now);
        if (change.cause() == Cause.EVIDENCE && age.compareTo(HOLD) < 0) {
            return WAIT;
        }
        RepositoryState repository =
                model.repositories().get(change.build().key().repository());
        ComponentState component = repository == null
                ? null
                : repository.components().get(change.build().key().component());
        Mark mark = component == null ? null : mark(change, component);
        if (component == null || mark == null) {
            return age.compareTo(PATIENCE) < 0 ? WAIT : TELL;
        }
        return Standing.counts(mark.step()) && !takenBack(change, component) ? TELL : SILENCE;
    }

    static boolean concerns(Change change) {
        return change.direction() == Change.Direction.REGRESSION
                && !change.backfilled()
                && !change.supersedes()
                && told(change)
                && !change.grouped()
                && change.build().lineage().isDefault();
    }

    /// A rule that flips to and fro is recorded and left alone until it rests.
    private static boolean told(Change change) {
        return change.course() == null || change.course().told();
    }

    private static @Nullable Mark mark(Change change, ComponentState component) {
        return component
                .known(change.build().id())
                .flatMap(point -> point.mark(change.standard().id()))
                .orElse(null);
    }

    private static boolean takenBack(Change change, ComponentState component) {
        Kept latest = component.latest();
        return latest != null && latest.build().equals(change.build().id()) && !component.stillShows(change);
    }
}
