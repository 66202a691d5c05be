package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Course;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a later revision of a build adds to what was told of it, and takes back. A change that no longer
/// stands is told once more under its id, in the other direction.
public final class Telling {
    private final List<Change> told;
    private final List<Change> now;
    private final @Nullable BuildId baseline;

    /// @param told the changes that stand since the revision before
    /// @param now the changes that this revision shows
    /// @param baseline what this revision is compared with; null where with nothing
    public Telling(List<Change> told, List<Change> now, @Nullable BuildId baseline) {
        this.told = List.copyOf(told);
        this.now = List.copyOf(now);
        this.baseline = baseline;
    }

    public List<Change> changes(Instant recordedAt) {
        var tell = new ArrayList<Change>();
        for (var change : told) {
            if (now.stream().noneMatch(standing -> standing.id().equals(change.id()))) {
                tell.add(takenBack(change, recordedAt));
            }
        }
        for (var change : now) {
            if (told.stream().noneMatch(known -> known.id().equals(change.id()))) {
                tell.add(change);
            }
        }
        return List.copyOf(tell);
    }

    private Change takenBack(Change change, Instant recordedAt) {
        var was = change.transition();
        var share = was.share();
        var course = change.course();
        return new Change(
                change.id(),
                change.direction() == Direction.REGRESSION ? Direction.RECOVERY : Direction.REGRESSION,
                change.build(),
                change.baseline(),
                change.standard(),
                change.rule(),
                new Change.Transition(
                        /* before= */ was.after(),
                        /* after= */ was.before(),
                        "superseded by a later revision of the same build",
                        /* scoreBefore= */ was.scoreAfter(),
                        /* scoreAfter= */ was.scoreBefore(),
                        why(change),
                        share == null ? null : share.negated()),
                change.causes(),
                recordedAt,
                change.backfilled(),
                course == null
                        ? null
                        : new Course(course.against(), new Course.Effect.Supersedes(), course.damped(), course.told()));
    }

    private String why(Change change) {
        var was = change.transition();
        String what = change.rule() + " went from " + was.before() + " to " + was.after();
        boolean anew = now.stream().anyMatch(standing -> tellsAnew(standing, change));
        if (!change.baseline().equals(baseline)) {
            return "Superseded: more came of the same build, and it is "
                    + (baseline == null
                            ? "no longer compared with build " + change.baseline()
                            : "compared with build " + baseline + " instead of " + change.baseline())
                    + "; that " + what + (anew ? " is told anew." : " is taken back.");
        }
        return anew
                ? "Superseded: by later evidence of the same build, " + what + " for another reason; it is told anew."
                : "Superseded: later evidence of the same build takes back that " + what + ".";
    }

    /// Whether it says the same of the same rule, for another reason or since another build.
    private static boolean tellsAnew(Change standing, Change change) {
        return standing.rule().equals(change.rule())
                && standing.standard().id().equals(change.standard().id())
                && standing.direction() == change.direction()
                && standing.transition().before() == change.transition().before()
                && standing.transition().after() == change.transition().after();
    }
}
