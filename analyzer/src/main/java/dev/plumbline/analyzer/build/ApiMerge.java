package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Format;
import java.util.List;

/// Several API descriptions of one component: their operations and schemas add up. What a collector found
/// in the tree counts where nobody sent a description; a description that was sent is what the program
/// offers.
final class ApiMerge {
    private static final Format FACTS = new Format("plumbline-facts");

    private ApiMerge() {}

    static ApiEvidence merge(List<ApiEvidence> found, List<String> notes) {
        var sent = found.stream().filter(one -> !collected(one)).toList();
        boolean mixed = !sent.isEmpty() && sent.size() < found.size();
        if (mixed) {
            notes.add("api: descriptions were sent, so that those that were collected from the tree do not count");
        }
        var all = mixed ? sent : found;
        return new ApiEvidence(
                all.getFirst().kind(),
                SourceMerge.merge(all),
                all.stream().map(ApiEvidence::totals).reduce(ApiTotals::plus).orElseThrow());
    }

    private static boolean collected(ApiEvidence evidence) {
        return evidence.source().format().equals(FACTS);
    }
}
