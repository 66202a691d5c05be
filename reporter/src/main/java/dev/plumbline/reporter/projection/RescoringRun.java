package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A re-scoring as far as its partitions have said that they are done with it.
///
/// @param at when a version or binding came, began or was withdrawn; with the group it names the re-scoring
/// @param done partition → what it counted
public record RescoringRun(
        ChangeGroup group, StandardId standard, Version version, Instant at, SortedMap<Integer, Counts> done) {
    /// So long partitions have; then what is missing is said to be.
    public static final Duration PATIENCE = Duration.ofHours(1);

    /// How far it is.
    public enum State {
        RUNNING,
        DONE,
        /// Some partitions have not said that they are done within an hour.
        INCOMPLETE
    }

    public RescoringRun {
        done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
    }

    static RescoringRun of(RescoringFinished finished) {
        return new RescoringRun(
                finished.group(),
                finished.standard(),
                finished.version(),
                finished.at(),
                new TreeMap<>(Map.of(finished.partition(), finished.counts())));
    }

    /// {@return this with what another partition said; one that says it again says the same}
    RescoringRun and(RescoringRun other) {
        var all = new TreeMap<>(done);
        all.putAll(other.done);
        return new RescoringRun(group, standard, version, at, all);
    }

    boolean same(RescoringRun other) {
        return group.equals(other.group) && at.equals(other.at);
    }

    /// @param partitions how many there are
    public State state(int partitions, Instant now) {
        if (done.size() >= partitions) {
            return State.DONE;
        }
        return now.isBefore(at.plus(PATIENCE)) ? State.RUNNING : State.INCOMPLETE;
    }

    public Counts counts() {
        return done.values().stream().reduce(Counts.NONE, Counts::and);
    }
}
