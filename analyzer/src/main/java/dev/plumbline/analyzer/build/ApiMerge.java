package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import java.util.List;

/// Several API descriptions of one component: their operations and schemas add up.
final class ApiMerge {
    private ApiMerge() {}

    static ApiEvidence merge(List<ApiEvidence> all) {
        return new ApiEvidence(
                all.getFirst().kind(),
                SourceMerge.merge(all),
                all.stream().map(ApiEvidence::totals).reduce(ApiTotals::plus).orElseThrow());
    }
}
