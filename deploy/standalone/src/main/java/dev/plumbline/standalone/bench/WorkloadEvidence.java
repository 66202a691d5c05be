package dev.plumbline.standalone.bench;

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
import dev.plumbline.model.evidence.TimeSpread;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.Vulnerability;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The evidence of one build, made from two numbers for each kind: equal numbers give equal evidence. The
/// first, the habit, decides what verdicts rest on, the second everything else.
final class WorkloadEvidence {
    /// Kinds with content of their own come first, then those that are mostly clean, then the further test
    /// suites.
    private static final List<Kind> SCANS = List.of(new Kind("types:mypy"), Kind.SECRETS, new Kind("format"));
    private static final List<Kind> SUITES = Stream.of("contract", "integration", "e2e", "migrations", "architecture")
            .map(suite -> new Kind("tests:" + suite))
            .toList();
    private static final int FIRST_SCAN = 8;
    private static final int FIRST_SUITE = FIRST_SCAN + SCANS.size();
    static final int KINDS = FIRST_SUITE + SUITES.size();

    private final List<String> enabledRules;

    WorkloadEvidence(List<String> enabledRules) {
        this.enabledRules = List.copyOf(enabledRules);
    }

    Evidence of(int kind, int habits, int content, Instant received) {
        var habit = new Random(habits);
        var random = new Random(content);
        return switch (kind) {
            case 0 -> coverage(habit, random, content);
            case 1 -> tests(Kind.UNIT_TESTS, 16, habit, random, content);
            case 2 -> findings(habit, random, content);
            case 3 -> settings(content);
            case 4 -> audit(habit, random, content, received);
            case 5 -> api(habit, random, content);
            case 6 -> inventory(random, content);
            case 7 -> facts(habit, random, content);
            default ->
                kind < FIRST_SUITE
                        ? scan(SCANS.get(kind - FIRST_SCAN), habit, random, content)
                        : tests(SUITES.get(kind - FIRST_SUITE), 4, habit, random, content);
        };
    }

    private static CoverageEvidence coverage(Random habit, Random random, int content) {
        var files = new TreeMap<Long, TreeMap<Integer, Boolean>>();
        int covered = 0;
        int total = 0;
        double share = 0.65 + habit.nextDouble() * 0.35;
        for (int file = 0; file < 4; file++) {
            var lines = new TreeMap<Integer, Boolean>();
            int line = 1;
            for (int i = 0; i < 30; i++) {
                line += 1 + random.nextInt(3);
                boolean hit = random.nextDouble() < share;
                lines.put(line, hit);
                covered += hit ? 1 : 0;
                total++;
            }
            files.put(Fingerprints.hash("src/module" + file + ".py"), lines);
        }
        var totals = new CoverageTotals(covered, total, 0, 0, 4);
        return new CoverageEvidence(
                Kind.COVERAGE,
                source("coverage.xml", "cobertura", "coverage.py", content),
                totals,
                totals,
                LineSets.of(files));
    }

    private static TestsEvidence tests(Kind kind, int cases, Random habit, Random random, int content) {
        int failures = habit.nextInt(5) == 0 ? 1 : 0;
        List<TestCase> notPassed = failures == 0
                ? List.of()
                : List.of(new TestCase("tests.test_orders::test_total", TestCase.State.FAILED, "assert 41 == 42"));
        var names = new ArrayList<Long>();
        for (int i = 0; i < cases; i++) {
            names.add(Fingerprints.hash("tests.test_orders::test_" + i + "_" + random.nextInt(3)));
        }
        long p50 = 1_000L + random.nextInt(9_000);
        return new TestsEvidence(
                kind,
                source("junit.xml", "junit", "pytest", content),
                new TestTotals(cases, failures, 0, 0, 0, 0),
                null,
                new TestTimes(p50, p50 * 4, p50 * 20, p50 * cases, spread(p50, cases)),
                notPassed,
                Fingerprints.of(names, Fingerprints.TESTS_LIMIT));
    }

    /// As many classes as a suite of that size has, about.
    private static TimeSpread spread(long p50, int cases) {
        long[] micros = new long[cases];
        for (int i = 0; i < cases; i++) {
            micros[i] = p50 / 4 + p50 * 20 * i / cases * i / cases;
        }
        return TimeSpread.of(micros, cases);
    }

    private FindingsEvidence findings(Random habit, Random random, int content) {
        var groups = new ArrayList<FindingGroup>();
        var fingerprints = new ArrayList<Long>();
        for (int i = habit.nextInt(3); i > 0; i--) {
            String rule = enabledRules.get(habit.nextInt(enabledRules.size()));
            var where =
                    new Position("src/module" + random.nextInt(4) + ".py", 1 + random.nextInt(90), "found by " + rule);
            if (groups.stream().noneMatch(group -> group.rule().equals(rule))) {
                groups.add(new FindingGroup(rule, FindingGroup.Area.SOURCE, Severity.MEDIUM, 1, 0, List.of(where)));
                fingerprints.add(Fingerprints.hash(rule + where));
            }
        }
        return new FindingsEvidence(
                Kind.findings("ruff"),
                source("ruff.json", "ruff-json", "ruff", content),
                groups,
                Fingerprints.of(fingerprints, Fingerprints.FINDINGS_LIMIT),
                List.of());
    }

    private SettingsEvidence settings(int content) {
        return new SettingsEvidence(
                Kind.settings("ruff"),
                source("ruff-settings.txt", "ruff-settings", "ruff", content),
                enabledRules,
                Map.of("line-length", "100"));
    }

    private static ApiEvidence api(Random habit, Random random, int content) {
        int operations = 20 + random.nextInt(20);
        int open = habit.nextInt(8);
        return new ApiEvidence(
                Kind.API,
                source("openapi.json", "openapi", "openapi", content),
                new ApiTotals(operations, operations, operations - open, operations - open / 2, 12));
    }

    private static InventoryEvidence inventory(Random random, int content) {
        var parts = new ArrayList<Long>();
        for (int i = 0; i < 40; i++) {
            parts.add(Fingerprints.hash("pkg:pypi/part" + i + "@1." + random.nextInt(3)));
        }
        return new InventoryEvidence(
                Kind.INVENTORY,
                source("bom.json", "cyclonedx-json", "syft", content),
                new InventoryEvidence.Specification("CycloneDX", "1.6"),
                parts.size(),
                new TreeMap<>(Map.of("MIT", 24, "Apache-2.0", 12, "BSD-3-Clause", 4)),
                Fingerprints.of(parts, Fingerprints.FINDINGS_LIMIT));
    }

    /// Every fact that the catalogue has; about one in ten is of something that is not as it should be.
    private static FactsEvidence facts(Random habit, Random random, int content) {
        var counts = new TreeMap<String, Integer>();
        for (var fact : Fact.values()) {
            boolean some = fact.id().endsWith(".total") || habit.nextInt(10) == 0;
            counts.put(fact.id(), some ? 1 + random.nextInt(40) : 0);
        }
        return new FactsEvidence(
                new Kind("facts"),
                source("plumbline-facts.json", "plumbline-facts", "plumbline", content),
                counts,
                new TreeMap<>(),
                new FactsEvidence.Project(
                        new TreeMap<>(Map.of("python", 40)),
                        List.of("Shop", "Usage", "Development"),
                        new TreeMap<>(Map.of("ruff.line-length", "100")),
                        List.of("fastapi", "sqlalchemy")));
    }

    /// One in five finds something.
    private static FindingsEvidence scan(Kind kind, Random habit, Random random, int content) {
        String tool = kind.qualifier().isEmpty() ? kind.family() : kind.qualifier();
        boolean clean = habit.nextInt(5) != 0;
        var where = new Position("src/module" + random.nextInt(4) + ".py", 1 + random.nextInt(90), "found by " + tool);
        return new FindingsEvidence(
                kind,
                source(tool + ".json", tool + "-json", tool, content),
                clean
                        ? List.of()
                        : List.of(new FindingGroup(
                                tool, FindingGroup.Area.SOURCE, Severity.MEDIUM, 1, 0, List.of(where))),
                clean
                        ? Fingerprints.NONE
                        : Fingerprints.of(List.of(Fingerprints.hash(tool + where)), Fingerprints.FINDINGS_LIMIT),
                List.of());
    }

    private static AuditEvidence audit(Random habit, Random random, int content, Instant received) {
        int open = habit.nextInt(6) == 0 ? 1 : 0;
        List<Vulnerability> vulnerabilities = open == 0
                ? List.of()
                : List.of(new Vulnerability(
                        "PYSEC-2026-" + habit.nextInt(500),
                        List.of(),
                        "jinja2",
                        "3.1." + random.nextInt(9),
                        Severity.HIGH,
                        List.of()));
        return new AuditEvidence(
                Kind.AUDIT,
                source("pip-audit.json", "pip-audit-json", "pip-audit", content),
                received.minusSeconds(60),
                40 + random.nextInt(40),
                List.of(),
                vulnerabilities,
                open);
    }

    private static Source source(String part, String format, String tool, int content) {
        return new Source(
                part,
                Digest.ofText(part + content),
                new Format(format),
                format + "@1",
                ToolRun.of(tool, "1." + Math.floorMod(content, 4)),
                List.of());
    }
}
