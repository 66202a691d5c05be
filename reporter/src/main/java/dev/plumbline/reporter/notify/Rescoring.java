package dev.plumbline.reporter.notify;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A re-scoring as far as its partitions have said that they are done: what is told to a standard's owner instead of
/// each
/// change.
///
/// @param done partition → what it counted
/// @param partitions how many there are
record Rescoring(
        ChangeGroup group,
        StandardId standard,
        Version version,
        Instant at,
        SortedMap<Integer, Counts> done,
        int partitions) {
    Rescoring {
        done = Collections.unmodifiableSortedMap(new TreeMap<>(done));
    }

    static Rescoring of(RescoringFinished finished, int partitions) {
        return new Rescoring(
                finished.group(),
                finished.standard(),
                finished.version(),
                finished.at(),
                new TreeMap<>(Map.of(finished.partition(), finished.counts())),
                partitions);
    }

    /// {@return this with what further partitions said; one that says it again says the same}
    Rescoring and(Rescoring other) {
        var all = new TreeMap<>(done);
        all.putAll(other.done);
        return new Rescoring(group, standard, version, at, all, partitions);
    }

    /// Of the group and the moment: a binding may bring the same version to others later.
    Change.Id id() {
        return new Change.Id(Digest.ofText(group + "\n" + at).hex().substring(0, 32));
    }

    boolean complete() {
        return done.size() >= partitions;
    }

    Counts counts() {
        return done.values().stream().reduce(Counts.NONE, Counts::and);
    }
}
