package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.score.RuleResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Verdicts by the digest of the rule as it was evaluated: two lists, for some sixty entries are made three
/// times for each build, and a tree of them would be most of what a baseline takes.
public final class Outcomes {
    private static final Comparator<RuleResult> BY_DIGEST = Comparator.comparing(RuleResult::digest);

    /// Ascending, each once.
    private final List<String> digests;

    private final Verdict[] verdicts;

    private Outcomes(List<String> digests, Verdict[] verdicts) {
        this.digests = digests;
        this.verdicts = verdicts;
    }

    public static Outcomes of(Map<String, Verdict> verdicts) {
        var sorted = verdicts instanceof SortedMap<String, Verdict> ? verdicts : new TreeMap<>(verdicts);
        return new Outcomes(List.copyOf(sorted.keySet()), sorted.values().toArray(Verdict[]::new));
    }

    /// @param verdicts one for each digest of the shape, not changed from now on
    static Outcomes of(Shape shape, Verdict[] verdicts) {
        return new Outcomes(shape.digests(), verdicts);
    }

    static Outcomes of(List<RuleResult> results) {
        var sorted = results.toArray(RuleResult[]::new);
        Arrays.sort(sorted, BY_DIGEST);
        var digests = new String[sorted.length];
        var verdicts = new Verdict[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            digests[i] = sorted[i].digest();
            verdicts[i] = Verdict.of(sorted[i]);
            if (i > 0 && digests[i].equals(digests[i - 1])) {
                throw new IllegalArgumentException("the digest " + digests[i] + " must name one rule of a standard");
            }
        }
        return new Outcomes(List.of(digests), verdicts);
    }

    @Nullable
    Verdict get(String digest) {
        int at = at(digest);
        return at < 0 ? null : verdicts[at];
    }

    boolean has(String digest) {
        return at(digest) >= 0;
    }

    private int at(String digest) {
        int low = 0;
        int high = verdicts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = digests.get(middle).compareTo(digest);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    int size() {
        return verdicts.length;
    }

    /// {@return the digests, ascending}
    List<String> digests() {
        return digests;
    }

    /// {@return the verdicts in the order of the digests}
    List<Verdict> verdicts() {
        return List.of(verdicts);
    }

    /// {@return these with another verdict on a rule that they know; the same where they do not}
    Outcomes replaced(String digest, Verdict verdict) {
        int at = at(digest);
        if (at < 0) {
            return this;
        }
        var moved = verdicts.clone();
        moved[at] = verdict;
        return new Outcomes(digests, moved);
    }

    /// {@return these and the verdicts of results on rules that they do not know}
    Outcomes completed(List<RuleResult> results) {
        var all = new TreeMap<String, Verdict>();
        for (int i = 0; i < verdicts.length; i++) {
            all.put(digests.get(i), verdicts[i]);
        }
        results.forEach(result -> all.putIfAbsent(result.digest(), Verdict.of(result)));
        return of(all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Outcomes outcomes
                && digests.equals(outcomes.digests)
                && Arrays.equals(verdicts, outcomes.verdicts);
    }

    @Override
    public int hashCode() {
        return 31 * digests.hashCode() + Arrays.hashCode(verdicts);
    }

    @Override
    public String toString() {
        var text = new TreeMap<String, Verdict>();
        for (int i = 0; i < verdicts.length; i++) {
            text.put(digests.get(i), verdicts[i]);
        }
        return text.toString();
    }
}
