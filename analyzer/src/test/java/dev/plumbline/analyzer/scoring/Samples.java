package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Fact;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Evidence for tests.
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    static final Kind RUFF = Kind.findings("ruff");
    static final BuildId EARLIER = new BuildId("0123456789abcdef".repeat(2));

    private Samples() {}

    static Source source(ToolRun run) {
        return new Source("part", Digest.ofText("bytes"), new Format("some-format"), "some-reader@1", run, List.of());
    }

    static ToolRun run(String tool, ToolRun.Success success) {
        return new ToolRun(tool, "1.2.3", 2, success, null, null, null);
    }

    static Evidence coverage(int covered, int total) {
        return coverage(covered, total, ToolRun.of("coverage.py", "7"));
    }

    static Evidence coverage(int covered, int total, ToolRun run) {
        return new CoverageEvidence(
                Kind.COVERAGE, source(run), new CoverageTotals(covered, total, 0, 0, 3), null, LineSets.TRUNCATED);
    }

    static Evidence tests(int total, int failures, long p95Micros) {
        return tests(Kind.UNIT_TESTS, total, failures, p95Micros);
    }

    static Evidence tests(Kind kind, int total, int failures, long p95Micros) {
        var broke = IntStream.range(0, failures)
                .mapToObj(i -> new TestCase("tests.test_a::test_" + i, TestCase.State.FAILED, "assert False"))
                .toList();
        return new TestsEvidence(
                kind,
                source(ToolRun.of("pytest", null)),
                new TestTotals(total, failures, 0, 0, 0, 0),
                null,
                new TestTimes(1_000, p95Micros, p95Micros, p95Micros, null),
                broke,
                new Fingerprints("", 0, false));
    }

    static Evidence nothingFound(Kind kind) {
        return new FindingsEvidence(
                kind, source(ToolRun.of("some-tool", "1")), List.of(), new Fingerprints("", 0, false), List.of());
    }

    static Evidence api(int operations) {
        return new ApiEvidence(
                Kind.API,
                source(ToolRun.of("openapi", "3.1.0")),
                new ApiTotals(operations, operations, operations, operations, 1));
    }

    static FindingGroup group(String rule, int open, int suppressed) {
        return group(rule, Area.SOURCE, open, suppressed);
    }

    static FindingGroup group(String rule, Area area, int open, int suppressed) {
        var samples = IntStream.range(0, Math.min(open, FindingGroup.SAMPLE_LIMIT))
                .mapToObj(i -> new Position("src/a.py", i + 1, "message"))
                .toList();
        return new FindingGroup(rule, area, Severity.UNSTATED, open, suppressed, samples);
    }

    static Evidence ruff(FindingGroup... groups) {
        return ruff(List.of(), groups);
    }

    static Evidence ruff(List<String> enabled, FindingGroup... groups) {
        return new FindingsEvidence(
                RUFF, source(ToolRun.of("ruff", "0.17.5")), List.of(groups), new Fingerprints("", 0, false), enabled);
    }

    static Evidence ruffSettings(List<String> enabled) {
        return ruffSettings(enabled, Map.of("line-length", "100"));
    }

    static Evidence ruffSettings(List<String> enabled, Map<String, String> values) {
        return new SettingsEvidence(Kind.settings("ruff"), source(ToolRun.of("ruff", "0.17.5")), enabled, values);
    }

    static Evidence audit(Instant at, int dependencies, List<String> skipped, int open) {
        var listed = IntStream.range(0, open)
                .mapToObj(i -> new Vulnerability(
                        "PYSEC-2026-" + i, List.of(), "jinja2", "3.1.0", Severity.HIGH, List.of("3.1.6")))
                .toList();
        return new AuditEvidence(
                Kind.AUDIT, source(ToolRun.of("pip-audit", "2")), at, dependencies, skipped, listed, open);
    }

    static Evidence inventory(int components) {
        return new InventoryEvidence(
                Kind.INVENTORY,
                source(ToolRun.of("syft", "1")),
                new InventoryEvidence.Specification("CycloneDX", "1.6"),
                components,
                new TreeMap<>(),
                new Fingerprints("", 0, false));
    }

    /// There is three of all that must be there, and nothing of what must not.
    static Evidence facts(String... wanted) {
        var counts = new TreeMap<String, Integer>();
        for (var fact : Fact.values()) {
            counts.put(fact.id(), List.of(wanted).contains(fact.id()) ? 3 : 0);
        }
        return new FactsEvidence(
                new Kind("facts"),
                source(ToolRun.of("plumbline", "1")),
                counts,
                new TreeMap<>(),
                new FactsEvidence.Project(new TreeMap<>(), List.of("Usage"), new TreeMap<>(), List.of()));
    }

    static Case closed(Evidence... evidence) {
        return closed(Subject.UNKNOWN, evidence);
    }

    static Case closed(Subject subject, Evidence... evidence) {
        return new Case(subject, set(evidence), List.of(), List.of(), true, NOON);
    }

    static Case open(List<Kind> awaited, Evidence... evidence) {
        return new Case(Subject.UNKNOWN, set(evidence), List.of(), awaited, false, NOON);
    }

    static EvidenceSet set(Evidence... evidence) {
        var held = new ArrayList<Held>();
        for (var piece : evidence) {
            held.add(Held.own(piece));
        }
        return EvidenceSet.of(held);
    }

    static EvidenceSet carried(Evidence evidence) {
        return EvidenceSet.of(List.of(new Held(evidence, EARLIER)));
    }
}
