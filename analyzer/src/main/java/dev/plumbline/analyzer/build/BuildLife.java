package dev.plumbline.analyzer.build;

import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.BuildState.ClosedBy;
import java.time.Duration;
import java.time.Instant;

/// The life of a build. Legal transitions:
///
/// - `Collecting` → `Collecting`: an upload that leaves something awaited
/// - `Collecting` → `Closed`: an upload that completes the manifest or says so, or the deadline
/// - `Closed` → `Revised`, `Revised` → `Revised`: an upload that says something new, also one of an earlier
///   attempt of the run, or a decision or time that makes the newest build be judged again
///
/// Nothing reopens a build. A repeated upload that says nothing new makes no transition.
///
/// @see #revision() counts the scorecards written for the build, provisional ones included
public sealed interface BuildLife {
    Uploads uploads();

    int revision();

    /// Evidence may still come.
    record Collecting(Uploads uploads, int revision) implements BuildLife {}

    /// The first final scorecards are out.
    record Closed(Uploads uploads, int revision, ClosedBy by) implements BuildLife {}

    /// Evidence came after the build had closed.
    record Revised(Uploads uploads, int revision, ClosedBy by) implements BuildLife {}

    /// {@return the life of a build of which nothing has come}
    static BuildLife begin() {
        return new Collecting(Uploads.NONE, 0);
    }

    /// {@return the life after an upload; the same when the upload says nothing new}
    default BuildLife receive(Upload upload) {
        var more = uploads().with(upload);
        if (more.equals(uploads())) {
            return this;
        }
        int next = revision() + 1;
        return switch (this) {
            case Collecting _ ->
                switch (Manifest.of(more).completion()) {
                    case Manifest.Completion.Complete complete -> new Closed(more, next, complete.by());
                    case Manifest.Completion.Awaiting _ -> new Collecting(more, next);
                };
            case Closed closed -> new Revised(more, next, closed.by());
            case Revised revised -> new Revised(more, next, revised.by());
        };
    }

    /// {@return the life after an upload of an earlier attempt of the run, which neither closes nor reopens
    /// it; the same when the build has no use for it}
    default BuildLife receiveEarlier(Upload earlier) {
        var more = uploads().after(earlier);
        if (more.equals(uploads())) {
            return this;
        }
        return switch (this) {
            case Collecting collecting when collecting.uploads().isEmpty() -> new Collecting(more, revision());
            case Collecting _ -> new Collecting(more, revision() + 1);
            case Closed closed -> new Revised(more, revision() + 1, closed.by());
            case Revised revised -> new Revised(more, revision() + 1, revised.by());
        };
    }

    /// {@return the life after the deadline; the same when the build was closed before}
    default BuildLife expire() {
        return switch (this) {
            case Collecting collecting
            when !collecting.uploads().isEmpty() -> new Closed(uploads(), revision() + 1, ClosedBy.DEADLINE);
            case Collecting _, Closed _, Revised _ -> this;
        };
    }

    /// {@return the life of a closed build that is judged once more}
    default BuildLife again() {
        return switch (this) {
            case Collecting _ -> throw new IllegalStateException("An open build must not be judged for good.");
            case Closed closed -> new Revised(uploads(), revision() + 1, closed.by());
            case Revised revised -> new Revised(uploads(), revision() + 1, revised.by());
        };
    }

    default BuildState state() {
        return switch (this) {
            case Collecting collecting ->
                new BuildState.Provisional(Manifest.of(collecting.uploads()).awaited());
            case Closed closed -> new BuildState.Final(closed.by());
            case Revised revised -> new BuildState.Final(revised.by());
        };
    }

    default boolean isClosed() {
        return !(this instanceof Collecting);
    }

    /// When the build closes if nothing completes it.
    default Instant deadline(Duration window) {
        return uploads().firstReceipt().plus(window);
    }

    /// The moment that rules see as `now`: the latest receipt, or the deadline where only that could close
    /// the build and it is later. A function of the uploads alone, so that no order of theirs changes it.
    default Instant asOf(Duration window) {
        var latest = uploads().latestReceipt();
        if (!isClosed() || completedByUploads()) {
            return latest;
        }
        var deadline = deadline(window);
        return deadline.isAfter(latest) ? deadline : latest;
    }

    /// Whether the uploads alone close the build. What closed it says so until another upload comes; only
    /// then are they read for it.
    private boolean completedByUploads() {
        return switch (this) {
            case Closed closed -> closed.by() != ClosedBy.DEADLINE;
            case Collecting _, Revised _ -> Manifest.of(uploads()).completion() instanceof Manifest.Completion.Complete;
        };
    }
}
