package dev.plumbline.analyzer.build;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.audit;
import static dev.plumbline.analyzer.build.Given.coverage;
import static dev.plumbline.analyzer.build.Given.ruff;
import static dev.plumbline.analyzer.build.Given.ruffSettings;
import static dev.plumbline.analyzer.build.Given.source;
import static dev.plumbline.analyzer.build.Given.tests;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.TimeSpread;
import dev.plumbline.model.evidence.Vulnerability;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EvidenceMergeTest {

    @Test
    void aLineThatTwoReportsCoverCountsOnce() {
        var merged = merged(
                coverage(10, Map.of("a", List.of(1, 2, 3))), coverage(10, Map.of("a", List.of(3, 4), "b", List.of(1))));

        assertThat(((CoverageEvidence) merged.evidence()).counted()).isEqualTo(new CoverageTotals(5, 20, 0, 0, 2));
        assertThat(merged.notes()).anyMatch(note -> note.contains("1 file is in several reports"));
    }

    @Test
    void coverageWithoutItsLinesIsNotMerged() {
        var small = coverage(10, Map.of("a", List.of(1)));
        var large = new CoverageEvidence(
                Kind.COVERAGE,
                source("big.xml", "coverage.py", "7.6", "big"),
                new CoverageTotals(900, 1_000, 0, 0, 50),
                null,
                LineSets.TRUNCATED);

        var merged = merged(small, large);

        assertThat(merged.evidence()).isEqualTo(large);
        assertThat(merged.notes()).anyMatch(note -> note.contains("not merged"));
    }

    @Test
    void branchesAreAddedOnlyWhereReportsShareNoFile() {
        var one = branches(coverage(10, Map.of("a", List.of(1))), 3, 4);
        var other = branches(coverage(10, Map.of("b", List.of(1))), 1, 2);
        var same = branches(coverage(10, Map.of("a", List.of(2))), 1, 6);

        assertThat(((CoverageEvidence) merged(one, other).evidence()).counted())
                .isEqualTo(new CoverageTotals(2, 20, 4, 6, 2));
        assertThat(((CoverageEvidence) merged(one, same).evidence()).counted())
                .isEqualTo(new CoverageTotals(2, 10, 1, 6, 1));
    }

    @Test
    void aTestThatOneReportFailsAndAnotherPassesHasFailed() {
        var merged = merged(tests(List.of("a", "b"), List.of()), tests(List.of("c"), List.of("b")));

        assertThat(((TestsEvidence) merged.evidence()).counted()).isEqualTo(new TestTotals(3, 1, 0, 0, 0, 0));
        assertThat(merged.notes()).anyMatch(note -> note.contains("1 test is in several"));
    }

    @Test
    void aTestThatTwoReportsFailIsOneFailure() {
        var merged = merged(tests(List.of("a"), List.of("z")), tests(List.of(), List.of("z")));

        assertThat(((TestsEvidence) merged.evidence()).counted()).isEqualTo(new TestTotals(2, 1, 0, 0, 0, 0));
    }

    /// As runners write a file for each class: one slow test among a thousand is no percentile of all.
    @Test
    void percentilesAreThoseOfAllTestsTogether() {
        var quick = timed(List.of("a", "b", "c"), 1_000, 2_000, 3_000);
        var slow = timed(List.of("d"), 50_000_000);
        var more = timed(List.of("e", "f", "g", "h", "i", "j"), 4_000, 4_000, 5_000, 5_000, 5_000, 6_000);

        var times = ((TestsEvidence) merged(quick, slow, more).evidence()).times();

        assertThat(times.p50Micros()).isBetween(4_000L, 4_250L);
        assertThat(times.p95Micros()).isEqualTo(50_000_000);
        assertThat(times.maxMicros()).isEqualTo(50_000_000);
        assertThat(times.totalMicros()).isEqualTo(50_035_000);
        assertThat(((TestsEvidence) merged(more, quick, slow).evidence()).times())
                .isEqualTo(times);
        assertThat(((TestsEvidence)
                                merged(quick, tests(List.of("z"), List.of())).evidence())
                        .times())
                .as("what says nothing of times")
                .isEqualTo(quick.times());
    }

    @Test
    void aReportThatDoesNotSayHowTimesAreSpreadLeavesABound() {
        var quick = timed(List.of("a", "b", "c"), 1_000, 2_000, 3_000);
        var old = with(timed(List.of("d"), 7_000), new TestTimes(7_000, 7_000, 7_000, 7_000, null));

        assertThat(((TestsEvidence) merged(quick, old).evidence()).times())
                .isEqualTo(new TestTimes(7_000, 7_000, 7_000, 13_000, null));
    }

    private static TestsEvidence timed(List<String> passed, long... micros) {
        long sum = LongStream.of(micros).sum();
        int half = (micros.length + 1) / 2 - 1;
        long last = micros[micros.length - 1];
        return with(
                tests(passed, List.of()),
                new TestTimes(micros[half], last, last, sum, TimeSpread.of(micros, micros.length)));
    }

    private static TestsEvidence with(TestsEvidence one, TestTimes times) {
        return new TestsEvidence(
                one.kind(), one.source(), one.counted(), one.declared(), times, one.notPassed(), one.names());
    }

    @Test
    void findingsOfDifferentCodeAreAdded() {
        var merged = merged(ruff("0.14", Map.of("F401", 2)), ruff("0.14", Map.of("S608", 1)));

        assertThat(((FindingsEvidence) merged.evidence()).open()).isEqualTo(3);
        assertThat(merged.notes()).isEmpty();
    }

    @Test
    void findingsThatAnotherReportHoldsAllCountOnce() {
        var merged = merged(ruff("0.14", Map.of("F401", 2)), ruff("0.14", Map.of("F401", 2, "S608", 1)));

        assertThat(((FindingsEvidence) merged.evidence()).open()).isEqualTo(3);
    }

    @Test
    void theSameReportTwiceCountsOnce() {
        var merged = merged(ruff("0.14", Map.of("F401", 2)), ruff("0.14", Map.of("F401", 2)));

        assertThat(((FindingsEvidence) merged.evidence()).open()).isEqualTo(2);
    }

    @Test
    void aRuleIsEnabledOnlyWhereEveryRunHadIt() {
        var merged = merged(ruffSettings("F401", "S608"), ruffSettings("F401"));

        assertThat(((SettingsEvidence) merged.evidence()).enabledRules()).containsExactly("F401");
        assertThat(merged.notes()).anyMatch(note -> note.contains("counted as not enabled"));
    }

    @Test
    void auditsAreAsOldAsTheOldestAndNameAVulnerabilityOnce() {
        var old = vulnerable(audit(TEN.minusSeconds(86_400)), Severity.LOW);
        var recent = vulnerable(audit(TEN), Severity.HIGH);

        var merged = (AuditEvidence) merged(recent, old).evidence();

        assertThat(merged.auditedAt()).isEqualTo(TEN.minusSeconds(86_400));
        assertThat(merged.open()).isEqualTo(1);
        assertThat(merged.vulnerabilities()).extracting(Vulnerability::severity).containsExactly(Severity.HIGH);
    }

    @Test
    void vulnerabilityThatTwoToolsNameDifferentlyIsOne() {
        var other = new Vulnerability("CVE-2024-1", List.of("GHSA-1"), "jinja2", "3.0", Severity.MEDIUM, List.of());
        AuditEvidence first = vulnerable(audit(TEN), Severity.LOW);
        var second = new AuditEvidence(
                first.kind(),
                source("grype.json", "grype", "0.92.0", "other"),
                TEN,
                first.dependencies(),
                List.of(),
                List.of(other),
                1);

        var merged = (AuditEvidence) merged(first, second).evidence();

        assertThat(merged.open()).isEqualTo(1);
        assertThat(merged.vulnerabilities())
                .singleElement()
                .isEqualTo(new Vulnerability(
                        "CVE-2024-1", List.of("GHSA-1"), "jinja2", "3.0", Severity.MEDIUM, List.of()));
    }

    private static EvidenceMerge merged(Evidence... all) {
        return EvidenceMerge.merge(List.of(all));
    }

    private static CoverageEvidence branches(CoverageEvidence of, int covered, int total) {
        var lines = of.counted();
        return new CoverageEvidence(
                of.kind(),
                of.source(),
                new CoverageTotals(lines.linesCovered(), lines.linesTotal(), covered, total, lines.files()),
                null,
                of.lines());
    }

    private static AuditEvidence vulnerable(AuditEvidence audit, Severity severity) {
        return new AuditEvidence(
                audit.kind(),
                audit.source(),
                audit.auditedAt(),
                audit.dependencies(),
                List.of(),
                List.of(new Vulnerability("GHSA-1", List.of(), "jinja2", "3.0", severity, List.of())),
                1);
    }
}
