package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.MutationTotals;
import dev.plumbline.model.evidence.MutationsEvidence;
import java.util.List;

/// Mutants of several modules: each report mutates code of its own, so that they add up.
final class MutationsMerge {
    private MutationsMerge() {}

    static MutationsEvidence merge(List<MutationsEvidence> all) {
        return new MutationsEvidence(
                all.getFirst().kind(),
                SourceMerge.merge(all),
                all.stream()
                        .map(MutationsEvidence::totals)
                        .reduce(MutationTotals::plus)
                        .orElseThrow());
    }
}
