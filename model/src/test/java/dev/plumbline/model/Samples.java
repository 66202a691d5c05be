package dev.plumbline.model;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.BuildTimes;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Scope;
import dev.plumbline.model.decision.Validity;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.LineSets;
import dev.plumbline.model.evidence.MutationTotals;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.Receipt;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.Severity;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.TimeSpread;
import dev.plumbline.model.evidence.ToolRun;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.evidence.Vulnerability;
import dev.plumbline.model.score.BindingRef;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.EvidenceUse;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Advice;
import dev.plumbline.model.standard.Assertion;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.ClauseRef;
import dev.plumbline.model.standard.Disposition;
import dev.plumbline.model.standard.Keyword;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Levels;
import dev.plumbline.model.standard.Parameter;
import dev.plumbline.model.standard.Parent;
import dev.plumbline.model.standard.Persona;
import dev.plumbline.model.standard.Rank;
import dev.plumbline.model.standard.Rating;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.standard.VersionRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One whole value of each type that goes onto the log, with every optional part set.
public final class Samples {
    public static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");
    public static final Digest DIGEST = Digest.ofText("a report");
    private static final RuleId COVERAGE_RULE = new RuleId("py.test.coverage");

    private Samples() {}

    public static Build build() {
        return new Build(
                new BuildKey(
                        new RepositoryId("github:1296269"),
                        new Component("services/billing"),
                        new CommitId("9f2c".repeat(10)),
                        "8123456",
                        2),
                new RepositoryName("acme/payments"),
                new Lineage.ChangeRequest("412", "fix/rounding", new CommitId("ab".repeat(20)), 37),
                new BuildTimes(NOON.minusSeconds(300), NOON),
                List.of(Kind.UNIT_TESTS, Kind.COVERAGE, Kind.COVERAGE),
                true,
                new Subject(List.of("python"), "service", List.of("fastapi"), "production"));
    }

    public static List<Evidence> evidence() {
        var lines = new TreeMap<Long, TreeMap<Integer, Boolean>>();
        lines.put(Fingerprints.hash("a.py"), new TreeMap<>(Map.of(1, true, 7, false)));
        return List.of(
                new CoverageEvidence(
                        Kind.COVERAGE,
                        source("coverage.xml", "cobertura"),
                        new CoverageTotals(1, 2, 0, 0, 1),
                        new CoverageTotals(1, 3, 0, 0, 1),
                        LineSets.of(lines)),
                new TestsEvidence(
                        Kind.UNIT_TESTS,
                        source("junit.xml", "junit"),
                        new TestTotals(3, 1, 0, 1, 0, 0),
                        null,
                        new TestTimes(1_000, 2_000, 3_000, 5_000, TimeSpread.of(new long[] {2_000, 3_000}, 2)),
                        List.of(new TestCase("a::b", TestCase.State.FAILED, "assert 1 == 2")),
                        Fingerprints.of(List.of(3L, 1L, 3L, -2L), Fingerprints.TESTS_LIMIT)),
                new FindingsEvidence(
                        Kind.findings("ruff"),
                        source("ruff.json", "ruff-json"),
                        List.of(new FindingGroup(
                                "S608",
                                FindingGroup.Area.SOURCE,
                                Severity.HIGH,
                                1,
                                2,
                                List.of(new Position("a.py", 7, "possible SQL injection")))),
                        Fingerprints.of(List.of(9L), Fingerprints.FINDINGS_LIMIT),
                        List.of("S608")),
                new SettingsEvidence(
                        Kind.settings("ruff"),
                        source("settings.txt", "ruff-settings"),
                        List.of("S608", "ANN401"),
                        Map.of("line-length", "100")),
                new AuditEvidence(
                        Kind.AUDIT,
                        source("audit.json", "pip-audit-json"),
                        NOON,
                        12,
                        List.of("local-package"),
                        List.of(new Vulnerability(
                                "PYSEC-2026-1",
                                List.of("CVE-2026-1"),
                                "jinja2",
                                "3.1.0",
                                Severity.HIGH,
                                List.of("3.1.1"))),
                        1),
                new MutationsEvidence(
                        Kind.MUTATIONS, source("mutations.xml", "pit-xml"), new MutationTotals(9, 4, 2, 1, 1, 1)),
                new InventoryEvidence(
                        Kind.INVENTORY,
                        source("bom.json", "cyclonedx-json"),
                        new InventoryEvidence.Specification("CycloneDX", "1.6"),
                        3,
                        new TreeMap<>(Map.of("MIT", 2, InventoryEvidence.NO_LICENCE, 1)),
                        Fingerprints.of(List.of(5L, 6L), Fingerprints.INVENTORY_LIMIT)),
                new ApiEvidence(Kind.API, source("openapi.json", "openapi"), new ApiTotals(4, 4, 3, 2, 7)),
                new FactsEvidence(
                        Kind.FACTS,
                        source("plumbline-facts.json", "plumbline-facts"),
                        new TreeMap<>(Map.of("files.total", 12, "python.routes.untyped", 1)),
                        new TreeMap<>(Map.of(
                                "python.routes.untyped", List.of(new Position("src/api.py", 7, "create_order")))),
                        new FactsEvidence.Project(
                                new TreeMap<>(Map.of("python", 9)),
                                List.of("Installation", "Usage"),
                                new TreeMap<>(Map.of("ruff.line-length", "100")),
                                List.of("fastapi", "sqlalchemy"))));
    }

    public static EvidenceReceived upload() {
        return new EvidenceReceived(
                UploadId.ofContent("content"), build(), evidence(), new Receipt(NOON, "ci-payments", false));
    }

    public static Standard standard() {
        var clause = new ClauseRef("TESTING STRATEGY", 1, "362957fde85c", "80%+ coverage");
        return new Standard(
                new StandardId("backend-engineer-python"),
                new Version(1, 0, 0),
                "Backend Engineer (Python)",
                List.of("group:default/platform"),
                new Persona("persona.md", DIGEST, 62),
                List.of("'python' in subject.languages"),
                new Levels(6_000, 7_500, 9_000),
                List.of(new Rule(
                        COVERAGE_RULE,
                        "Tests cover at least 80 % of lines",
                        List.of(clause),
                        new Rating(Keyword.MUST, Rank.CRITICAL, 8, Level.BRONZE),
                        List.of(new Requirement(Kind.COVERAGE, List.of(), List.of())),
                        List.of("subject.type == 'service'"),
                        Duration.ofDays(7),
                        List.of(
                                new Parameter("line", new Parameter.Value.Fraction(0.8), Parameter.Direction.HIGHER),
                                new Parameter("most", new Parameter.Value.Whole(3), Parameter.Direction.LOWER),
                                new Parameter("tool", new Parameter.Value.Text("ruff"), Parameter.Direction.FIXED),
                                new Parameter("strict", new Parameter.Value.Flag(true), Parameter.Direction.FIXED),
                                new Parameter(
                                        "ids", new Parameter.Value.Texts(List.of("S1")), Parameter.Direction.SUPERSET),
                                new Parameter(
                                        "age",
                                        new Parameter.Value.Span(Duration.ofHours(36)),
                                        Parameter.Direction.LOWER)),
                        List.of(new Assertion(
                                "line",
                                "coverage.lineRatio >= params.line",
                                "at least {params.line}",
                                "{coverage.lineRatio}")),
                        "coverage.lineRatio / params.line",
                        new Advice("Write tests.", List.of("https://example.org/"), "all source files"),
                        null)),
                List.of(
                        new Disposition.Attest(clause, "threat-model"),
                        new Disposition.Guidance(clause, "not observable"),
                        new Disposition.Tag(clause, "testing"),
                        new Disposition.RollUp(clause, List.of(COVERAGE_RULE)),
                        new Disposition.Inherit(clause, "user.md", List.of("fail fast"))),
                List.of(
                        new Parent.Resolved(
                                "user.md",
                                new StandardRef(new StandardId("org/user"), new Version(1, 0, 0), DIGEST),
                                List.of(COVERAGE_RULE),
                                Map.of(new RuleId("org.test.coverage"), COVERAGE_RULE)),
                        new Parent.Unresolved("agent.md", new StandardId("org/agent"), new VersionRange("1.x"))));
    }

    public static Binding binding() {
        return new Binding(
                "payments",
                3,
                new StandardId("backend-engineer-python"),
                new VersionRange("1.x"),
                new Binding.Selection.Where(List.of("repository.team == 'payments'")),
                new Binding.Enforcement(Step.GATE, NOON, Level.BRONZE),
                Map.of(COVERAGE_RULE, Map.of("line", new Parameter.Value.Fraction(0.85))));
    }

    public static BuildScored scored() {
        var rating = new Rating(Keyword.MUST, Rank.CRITICAL, 8, Level.BRONZE);
        var gate = new Gate(Step.GATE, Gate.Decision.BLOCK, List.of("py.test.coverage failed"));
        return new BuildScored(
                build(),
                2,
                new BuildState.Final(BuildState.ClosedBy.MANIFEST),
                NOON,
                List.of(new Scorecard(
                        new StandardRef(new StandardId("backend-engineer-python"), new Version(1, 0, 0), DIGEST),
                        List.of(new BindingRef("payments", 3, DIGEST)),
                        Step.GATE,
                        new Marks(new Score.Known(6_250), Score.UNKNOWN, 8_000, Level.NONE),
                        gate,
                        List.of(
                                result("a", rating, new Outcome.Passed("≥ 80 %", "83 %")),
                                result(
                                        "b",
                                        rating,
                                        new Outcome.Failed(
                                                "line", "≥ 80 %", "71 %", 8_875, List.of(new Position("a.py", 0, "")))),
                                result("c", rating, new Outcome.NotApplicable("subject.type == 'service'")),
                                result("d", rating, new Outcome.Pending(List.of(Kind.AUDIT))),
                                result("e", rating, new Outcome.Missing("an audit", "none was sent")),
                                result("f", rating, new Outcome.Errored("ruff failed"))))),
                gate,
                new Provenance(
                        NOON,
                        List.of(UploadId.ofContent("content")),
                        List.of(new EvidenceUse(Kind.AUDIT, DIGEST, DIGEST, "pip-audit-json@1", build().id())),
                        DIGEST,
                        List.of(new DecisionId(DecisionId.Sort.WAIVER, ULID)),
                        build().id(),
                        "0.1.0"),
                List.of("coverage.xml: declared 3 lines, counted 2"),
                false);
    }

    public static Change change() {
        return new Change(
                new Change.Id("0123456789abcdef0123456789abcdef"),
                Change.Direction.REGRESSION,
                build(),
                build().id(),
                new StandardRef(new StandardId("backend-engineer-python"), new Version(1, 0, 0), DIGEST),
                COVERAGE_RULE,
                new Change.Transition(
                        Outcome.Word.PASS,
                        Outcome.Word.FAIL,
                        "71 %",
                        new Score.Known(9_000),
                        Score.UNKNOWN,
                        "coverage fell"),
                List.of(Cause.CODE, Cause.TOOL),
                NOON,
                true,
                new Course(
                        Course.Against.PREVIOUS,
                        new Course.Effect.Closes(new Change.Id("fedcba9876543210fedcba9876543210")),
                        2,
                        false));
    }

    public static RescoringFinished rescoring() {
        var standard = new StandardId("backend-engineer-python");
        var version = new Version(1, 1, 0);
        return new RescoringFinished(
                ChangeGroup.of(standard, version),
                standard,
                version,
                NOON,
                3,
                new RescoringFinished.Counts(1, 2, 3, 0, 0));
    }

    public static final String ULID = "01K9ZP3V6QZ8D1T4Y7N2M5R8XA";

    public static Waiver waiver() {
        return new Waiver(
                new DecisionId(DecisionId.Sort.WAIVER, ULID),
                new Scope(
                        new StandardId("backend-engineer-python"),
                        List.of(COVERAGE_RULE),
                        Reach.parse("repository:github:1296269#services/billing")),
                "The generated client goes next month.",
                new Waiver.Request("ada", NOON),
                new Validity(NOON, NOON.plus(Duration.ofDays(30))),
                new Waiver.Approval.Awaited());
    }

    public static Attestation attestation() {
        return new Attestation(
                new DecisionId(DecisionId.Sort.ATTESTATION, ULID),
                new StandardId("backend-engineer-python"),
                "on-call",
                new Reach.Team("payments"),
                "We have a rota.",
                "ada",
                new Validity(NOON, NOON.plus(Duration.ofDays(100))));
    }

    public static CatalogEntry catalogEntry() {
        return new CatalogEntry(
                new RepositoryId("github:1296269"),
                new RepositoryName("acme/payments"),
                List.of("name:local/acme/pay"),
                List.of(new CatalogEntry.Part(Component.ROOT, "payments", "billing", Subject.UNKNOWN)));
    }

    private static RuleResult result(String rule, Rating rating, Outcome outcome) {
        return new RuleResult(new RuleId(rule), "0123456789abcdef", rating, outcome, false);
    }

    private static Source source(String part, String format) {
        return new Source(
                part,
                DIGEST,
                new Format(format),
                format + "@1",
                new ToolRun("tool", "1.2", 1, ToolRun.Success.SUCCEEDED, NOON, NOON, NOON),
                List.of("a note"));
    }
}
