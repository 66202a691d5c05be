package dev.plumbline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.wire.Codec;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final List<String> RULES = List.of("ANN001", "D103", "S608");

    @Test
    void oneSeedGivesOneWorkload() {
        assertThat(uploads(7, 50)).isEqualTo(uploads(7, 50));
        assertThat(uploads(7, 50)).isNotEqualTo(uploads(8, 50));
    }

    @Test
    void noTwoRecordsAreEqual() {
        var distinct = new HashSet<String>();
        uploads(7, 500)
                .forEach(upload -> distinct.add(
                        new String(Codec.EVIDENCE_RECEIVED.encode(upload), java.nio.charset.StandardCharsets.UTF_8)));

        assertThat(distinct).hasSize(500);
    }

    @Test
    void everyRecordIsOneCompleteBuildWithEveryKindThatTheRulesAskFor() {
        var asked = ShippedStandards.standards().stream()
                .filter(standard -> standard.standard().id().value().equals("backend-engineer-python"))
                .flatMap(standard -> standard.standard().rules().stream())
                .flatMap(rule -> rule.requires().stream())
                .map(Requirement::kind)
                .filter(kind -> !kind.attested())
                .collect(Collectors.toSet());

        assertThat(uploads(7, 20)).allSatisfy(upload -> {
            assertThat(upload.build().complete()).isTrue();
            assertThat(upload.evidence()).extracting(Evidence::kind).containsAll(asked);
        });
    }

    /// Settings say nothing of their number but their tool's version, so they change less often than they are drawn.
    @Test
    void aboutSeventyPercentOfTheKindsChangeFromOneBuildOfARepositoryToTheNext() {
        Map<String, Evidence> before = new HashMap<>();
        int changed = 0;
        int compared = 0;
        for (var upload : uploads(7, 4_000)) {
            for (var evidence : upload.evidence()) {
                if (!(evidence instanceof SettingsEvidence) && !evidence.kind().equals(Kind.AUDIT)) {
                    String key = upload.build().key().repository() + " " + evidence.kind();
                    Evidence earlier = before.put(key, evidence);
                    compared += earlier == null ? 0 : 1;
                    changed += earlier == null || earlier.equals(evidence) ? 0 : 1;
                }
            }
        }

        assertThat((double) changed / compared).isBetween(0.66, 0.74);
    }

    @Test
    void evidenceThatChangesTurnsGoodOrBadAsRarelyAsIsAsked() {
        assertThat(turns(0.05)).isGreaterThan(0).isLessThan(turns(1) / 8);
        assertThat(turns(0)).isZero();
    }

    /// How often the unit tests of a repository go from passing to failing or back.
    private static int turns(double turning) {
        Map<String, Boolean> before = new HashMap<>();
        int turns = 0;
        for (var upload : uploads(7, 4_000, turning)) {
            for (var evidence : upload.evidence()) {
                if (evidence instanceof TestsEvidence tests && tests.kind().equals(Kind.UNIT_TESTS)) {
                    boolean passed = tests.counted().failures() == 0;
                    Boolean earlier =
                            before.put(upload.build().key().repository().value(), passed);
                    turns += earlier == null || earlier == passed ? 0 : 1;
                }
            }
        }
        return turns;
    }

    private static List<EvidenceReceived> uploads(long seed, int count) {
        return uploads(seed, count, 0.05);
    }

    private static List<EvidenceReceived> uploads(long seed, int count, double turning) {
        var workload =
                new Workload(new Workload.Setting(seed, 20, turning), RULES, Instant.parse("2026-01-01T00:00:00Z"));
        return IntStream.range(0, count).mapToObj(_ -> workload.next()).toList();
    }
}
