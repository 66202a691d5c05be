package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Fingerprints;
import java.util.List;
import java.util.TreeSet;

/// The union of several sets of hashes.
///
/// @param repeated how many hashes stand in more than one set, counted for each time too many
/// @param known whether all sets were whole; where one was left out for its size, nothing is known of repetition
record HashUnion(Fingerprints union, int repeated, boolean known) {

    static HashUnion of(List<Fingerprints> sets, int limit) {
        int sum = sets.stream().mapToInt(Fingerprints::count).sum();
        if (sets.stream().anyMatch(Fingerprints::truncated)) {
            return new HashUnion(new Fingerprints("", sum, true), 0, false);
        }
        var all = new TreeSet<Long>();
        for (var set : sets) {
            for (long hash : set.hashes()) {
                all.add(hash);
            }
        }
        return new HashUnion(Fingerprints.of(all, limit), sum - all.size(), true);
    }
}
