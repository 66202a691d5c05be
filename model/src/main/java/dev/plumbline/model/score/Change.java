package dev.plumbline.model.score;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Hex;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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
        private static final int DIGITS = 32;

        public Id {
            if (!Hex.is(value, 0, DIGITS)) {
                throw new IllegalArgumentException("«" + value + "» is not a change id of 32 lower-case hex digits");
            }
        }

        @Override
        public int compareTo(Id other) {
            return value.compareTo(other.value);
        }
    }

    /// From what to what, with the scores of the whole scorecards.
    ///
    /// @param share null where one of the scores is unknown, and in records of versions that did not say
    public record Transition(
            Outcome.Word before,
            Outcome.Word after,
            String found,
            Score scoreBefore,
            Score scoreAfter,
            String explanation,
            @Nullable Share share) {
        public Transition(
                Outcome.Word before,
                Outcome.Word after,
                String found,
                Score scoreBefore,
                Score scoreAfter,
                String explanation) {
            this(before, after, found, scoreBefore, scoreAfter, explanation, null);
        }
    }

    /// What the rule had to do with the difference of the two scores. Other rules may have moved as well.
    ///
    /// @param rule basis points that the rule alone moved the raw score by
    /// @param causes basis points by cause, over all rules; together exactly the difference
    /// @param inferred see {@link ScoreMove}
    /// @param adjusted basis points that the adjusted score moved by, over all rules: what an exception
    ///     moves, which leaves the raw score alone; null where no rule is excepted on either side, or the
    ///     rules are not the same
    public record Share(
            int rule,
            SortedMap<Cause, Integer> causes,
            boolean inferred,
            @Nullable Integer adjusted) {
        public Share(int rule, SortedMap<Cause, Integer> causes, boolean inferred) {
            this(rule, causes, inferred, null);
        }

        public Share {
            causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
        }

        /// {@return the share of what takes the change back}
        public Share negated() {
            var negated = new TreeMap<Cause, Integer>();
            causes.forEach((cause, points) -> negated.put(cause, -points));
            return new Share(-rule, negated, inferred, adjusted == null ? null : -adjusted);
        }
    }

    /// {@return the same change under another id}
    public Change under(Id other) {
        return new Change(
                other, direction, build, baseline, standard, rule, transition, causes, recordedAt, backfilled, course);
    }

    /// {@return the same change, told with others of a group}
    public Change in(ChangeGroup group) {
        return course == null
                ? this
                : new Change(
                        id,
                        direction,
                        build,
                        baseline,
                        standard,
                        rule,
                        transition,
                        causes,
                        recordedAt,
                        backfilled,
                        new Course(course.against(), course.effect(), course.damped(), course.told(), group));
    }

    /// Whether it is told with others of its group, never on its own.
    public boolean grouped() {
        return course != null && course.group() != null;
    }

    /// Whether it takes back what was told under its id.
    public boolean supersedes() {
        return course != null && course.effect() instanceof Course.Effect.Supersedes;
    }

    public Cause cause() {
        return causes.getFirst();
    }
}
