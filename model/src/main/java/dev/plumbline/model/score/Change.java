package dev.plumbline.model.score;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One rule's outcome differs between two final scorecards.
///
/// @param build the build in which it shows
/// @param baseline the build that it was compared with
/// @param causes the step at which the outcome flipped, first, then what else changed
/// @param recordedAt when the analyzer wrote it; no part of the content
/// @param course null in records of versions that did not say
public record Change(
        Id id,
        Direction direction,
        Build build,
        BuildId baseline,
        StandardRef standard,
        RuleId rule,
        Transition transition,
        List<Cause> causes,
        Instant recordedAt,
        boolean backfilled,
        @Nullable Course course) {

    public Change {
        causes = List.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException(
                    "a change needs a cause; rule " + rule + " of build " + build.id() + " has none");
        }
    }

    public enum Direction {
        REGRESSION,
        RECOVERY
    }

    /// Derived from what changed and against what, so that a repetition has the same.
    public record Id(String value) implements Comparable<Id> {
        private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

        public Id {
            if (!FORM.matcher(value).matches()) {
                throw new IllegalArgumentException("«" + value + "» is not a change id of 32 lower-case hex digits");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }
    }

    /// From what to what, with the scores of the whole scorecards.
    public record Transition(
            Outcome.Word before,
            Outcome.Word after,
            String found,
            Score scoreBefore,
            Score scoreAfter,
            String explanation) {}

    /// {@return the same change under another id}
    public Change under(Id other) {
        return new Change(
                other, direction, build, baseline, standard, rule, transition, causes, recordedAt, backfilled, course);
    }

    /// Whether it takes back what was told under its id.
    public boolean supersedes() {
        return course != null && course.effect() instanceof Course.Effect.Supersedes;
    }

    public Cause cause() {
        return causes.getFirst();
    }
}
