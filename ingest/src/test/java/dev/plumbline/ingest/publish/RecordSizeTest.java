package dev.plumbline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.http.Problem;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.Vulnerability;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecordSizeTest {
    @Test
    void whatFitsIsLeftAsItIs() {
        EvidenceReceived upload = Uploaded.with(List.of(coverage("a.xml", 50_000), findings("ruff", 10, 4)));

        assertThat(RecordSize.fit(upload)).isSameAs(upload);
    }

    @Test
    void theLargestLineSetsGoFirstAndOnlyAsFarAsNeeded() {
        EvidenceReceived upload = Uploaded.with(List.of(
                coverage("small.xml", 60_000), coverage("large.xml", 120_000), coverage("middle.xml", 100_000)));

        List<Evidence> fitted = fit(upload);

        assertThat(fitted.stream()
                        .map(evidence -> ((CoverageEvidence) evidence).lines().truncated()))
                .containsExactly(false, true, false);
        assertThat(((CoverageEvidence) fitted.get(1)).counted()).isEqualTo(totals());
        assertThat(fitted.get(1).source().notes()).singleElement().asString().contains("line sets");
        assertThat(fitted.get(0).source().notes()).isEmpty();
    }

    @Test
    void fingerprintsGoAfterLineSetsAndAreMarked() {
        EvidenceReceived upload = Uploaded.with(
                List.of(coverage("a.xml", 100_000), tests("unit", 16_000, 10), tests("integration", 15_000, 10)));

        List<Evidence> fitted = fit(upload);

        assertThat(((CoverageEvidence) fitted.get(0)).lines()).isEqualTo(LineSets.TRUNCATED);
        assertThat(((TestsEvidence) fitted.get(1)).names()).isEqualTo(new Fingerprints("", 16_000, true));
        assertThat(((TestsEvidence) fitted.get(2)).names().truncated()).isFalse();
        assertThat(((TestsEvidence) fitted.get(1)).notPassed()).hasSize(10);
    }

    @Test
    void samplesAndNamesGoLastAndCountsStay() {
        EvidenceReceived upload =
                Uploaded.with(List.of(findings("ruff", 200, 20), tests("unit", 100, 500), audit(200), settings()));

        List<Evidence> fitted = fit(upload);

        var ruff = (FindingsEvidence) fitted.get(0);
        assertThat(ruff.open()).isEqualTo(200 * 20);
        assertThat(ruff.groups())
                .hasSize(200)
                .allSatisfy(group -> assertThat(group.samples()).hasSize(3));
        assertThat(ruff.fingerprints().truncated()).isTrue();
        var audit = (AuditEvidence) fitted.get(2);
        assertThat(audit.open()).isEqualTo(200);
        assertThat(audit.skipped()).hasSize(100);
        assertThat(fitted.get(3)).isEqualTo(settings());
    }

    @Test
    void whatIsTooLargeEvenInCountsIsRefusedWithAFix() {
        EvidenceReceived upload = Uploaded.with(List.of(findings("ruff", 9_000, 1)));

        assertThatThrownBy(() -> RecordSize.fit(upload)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(413);
            assertThat(problem.members()).extractingByKey("fix").asString().contains("several uploads");
        });
    }

    private static List<Evidence> fit(EvidenceReceived upload) {
        assertThat(Codec.EVIDENCE_RECEIVED.encode(upload)).hasSizeGreaterThan(Topic.MAX_RECORD_BYTES);
        EvidenceReceived fitted = RecordSize.fit(upload);
        assertThat(Codec.EVIDENCE_RECEIVED.encode(fitted)).hasSizeLessThanOrEqualTo(Topic.MAX_RECORD_BYTES);
        assertThat(fitted.id()).isEqualTo(upload.id());
        assertThat(fitted.build()).isEqualTo(upload.build());
        assertThat(fitted.receipt()).isEqualTo(upload.receipt());
        return fitted.evidence();
    }

    private static CoverageTotals totals() {
        return new CoverageTotals(8, 10, 0, 0, 1);
    }

    private static Evidence coverage(String part, int packedBytes) {
        return new CoverageEvidence(
                Kind.COVERAGE, Uploaded.source(part), totals(), null, new LineSets("A".repeat(packedBytes), false));
    }

    private static Evidence findings(String tool, int groups, int samples) {
        List<FindingGroup> list = IntStream.range(0, groups)
                .mapToObj(i -> new FindingGroup(
                        "RULE" + i,
                        FindingGroup.Area.SOURCE,
                        Severity.LOW,
                        samples,
                        0,
                        Collections.nCopies(samples, new Position("src/some/path/of/a/file.py", 12, "m".repeat(60)))))
                .toList();
        return new FindingsEvidence(Kind.findings(tool), Uploaded.source(tool), list, hashes(4_000), List.of());
    }

    private static Evidence tests(String qualifier, int names, int notPassed) {
        List<TestCase> cases = IntStream.range(0, notPassed)
                .mapToObj(i -> new TestCase("tests.module.Class::test_" + i, TestCase.State.FAILED, "m".repeat(60)))
                .toList();
        return new TestsEvidence(
                new Kind("tests:" + qualifier),
                Uploaded.source(qualifier),
                new TestTotals(names, notPassed, 0, 0, 0, 0),
                null,
                TestTimes.NONE,
                cases,
                hashes(names));
    }

    private static Evidence audit(int vulnerabilities) {
        List<Vulnerability> list = IntStream.range(0, vulnerabilities)
                .mapToObj(i -> new Vulnerability(
                        "GHSA-" + i, List.of("CVE-2026-" + i), "package-" + i, "1.0", Severity.HIGH, List.of("1.1")))
                .toList();
        List<String> skipped =
                IntStream.range(0, 100).mapToObj(i -> "skipped-" + i).toList();
        return new AuditEvidence(
                Kind.AUDIT, Uploaded.source("audit"), Uploaded.RECEIVED, 500, skipped, list, vulnerabilities);
    }

    private static Evidence settings() {
        return new SettingsEvidence(
                Kind.settings("ruff"), Uploaded.source("settings"), List.of("E501"), Map.of("line-length", "100"));
    }

    private static Fingerprints hashes(int count) {
        return Fingerprints.of(LongStream.range(0, count).boxed().collect(Collectors.toList()), count);
    }
}
