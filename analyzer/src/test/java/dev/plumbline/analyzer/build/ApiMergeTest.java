package dev.plumbline.analyzer.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.ToolRun;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiMergeTest {
    @Test
    void aDescriptionThatWasSentCountsAndNotTheOnesOfTheTree() {
        var sent = api("openapi.json", "openapi", 5);
        var collected = api("plumbline-facts.json", "plumbline-facts", 12);

        var one = EvidenceMerge.merge(List.of(sent, collected));
        var other = EvidenceMerge.merge(List.of(collected, sent));

        assertThat(one).isEqualTo(other);
        assertThat(((ApiEvidence) one.evidence()).totals().operations()).isEqualTo(5);
        assertThat(one.notes()).anyMatch(note -> note.contains("collected from the tree do not count"));
    }

    @Test
    void descriptionsOfOneOriginAddUp() {
        var sent = EvidenceMerge.merge(List.of(api("a.json", "openapi", 5), api("b.yaml", "openapi-yaml", 2)));
        var collected = EvidenceMerge.merge(List.of(api("a", "plumbline-facts", 5), api("b", "plumbline-facts", 3)));

        assertThat(((ApiEvidence) sent.evidence()).totals().operations()).isEqualTo(7);
        assertThat(((ApiEvidence) collected.evidence()).totals().operations()).isEqualTo(8);
        assertThat(sent.notes()).isEmpty();
    }

    private static ApiEvidence api(String part, String format, int operations) {
        var source = new Source(
                part, Digest.ofText(part), new Format(format), format + "@1", ToolRun.of(format, null), List.of());
        return new ApiEvidence(Kind.API, source, new ApiTotals(operations, operations, 0, 0, 0));
    }
}
