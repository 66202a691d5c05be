package dev.plumbline.model.score;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.standard.StandardId;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// By how much each cause moved the raw score of one standard since a baseline: the inputs are replaced one kind after
/// the other, in the order of the causes, and each replacement is counted where it is made.
///
/// @param since the build compared with; the build itself where it was judged once more
/// @param before its score
/// @param causes basis points, none of them 0; together exactly the difference of the two scores
/// @param inferred of some rules the baseline's inputs are no longer whole, so that words and digests alone told the
///     cause
public record ScoreMove(
        StandardId standard, BuildId since, Score before, SortedMap<Cause, Integer> causes, boolean inferred) {
    public ScoreMove {
        causes = Collections.unmodifiableSortedMap(new TreeMap<>(causes));
    }

    /// {@return the difference of the two scores in basis points}
    public int total() {
        return causes.values().stream().mapToInt(Integer::intValue).sum();
    }
}
