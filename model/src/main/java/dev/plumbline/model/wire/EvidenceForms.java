package dev.plumbline.model.wire;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.ApiTotals;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
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

/// Evidence, field by field as our encoder writes it.
final class EvidenceForms {
    private static final byte[] TYPE = Cursor.field("type");
    private static final byte[] KIND = Cursor.field("kind");
    private static final byte[] SOURCE = Cursor.field("source");

    private static final byte[] PART = Cursor.field("part");
    private static final byte[] REPORT = Cursor.field("report");
    private static final byte[] FORMAT = Cursor.field("format");
    private static final byte[] READER = Cursor.field("reader");
    private static final byte[] TOOL = Cursor.field("tool");
    private static final byte[] NOTES = Cursor.field("notes");
    private static final byte[] NAME = Cursor.field("name");
    private static final byte[] VERSION = Cursor.field("version");
    private static final byte[] EXIT_CODE = Cursor.field("exitCode");
    private static final byte[] SUCCESS = Cursor.field("success");
    private static final byte[] STARTED_AT = Cursor.field("startedAt");
    private static final byte[] FINISHED_AT = Cursor.field("finishedAt");
    private static final byte[] DATABASE_AT = Cursor.field("databaseAt");

    private static final byte[] TOTALS = Cursor.field("totals");
    private static final byte[] OPERATIONS = Cursor.field("operations");
    private static final byte[] VERSIONED = Cursor.field("versioned");
    private static final byte[] SECURED = Cursor.field("secured");
    private static final byte[] DESCRIBED = Cursor.field("described");
    private static final byte[] SCHEMAS = Cursor.field("schemas");

    private static final byte[] AUDITED_AT = Cursor.field("auditedAt");
    private static final byte[] DEPENDENCIES = Cursor.field("dependencies");
    private static final byte[] SKIPPED = Cursor.field("skipped");
    private static final byte[] VULNERABILITIES = Cursor.field("vulnerabilities");
    private static final byte[] OPEN = Cursor.field("open");
    private static final byte[] ID = Cursor.field("id");
    private static final byte[] ALIASES = Cursor.field("aliases");
    private static final byte[] PACKAGE_NAME = Cursor.field("packageName");
    private static final byte[] SEVERITY = Cursor.field("severity");
    private static final byte[] FIX_VERSIONS = Cursor.field("fixVersions");

    private static final byte[] COUNTED = Cursor.field("counted");
    private static final byte[] DECLARED = Cursor.field("declared");
    private static final byte[] LINES = Cursor.field("lines");
    private static final byte[] LINES_COVERED = Cursor.field("linesCovered");
    private static final byte[] LINES_TOTAL = Cursor.field("linesTotal");
    private static final byte[] BRANCHES_COVERED = Cursor.field("branchesCovered");
    private static final byte[] BRANCHES_TOTAL = Cursor.field("branchesTotal");
    private static final byte[] FILES = Cursor.field("files");
    private static final byte[] PACKED = Cursor.field("packed");
    private static final byte[] COUNT = Cursor.field("count");
    private static final byte[] TRUNCATED = Cursor.field("truncated");

    private static final byte[] COUNTS = Cursor.field("counts");
    private static final byte[] SAMPLES = Cursor.field("samples");
    private static final byte[] PROJECT = Cursor.field("project");
    private static final byte[] HEADINGS = Cursor.field("headings");
    private static final byte[] SETTINGS = Cursor.field("settings");
    private static final byte[] PATH = Cursor.field("path");
    private static final byte[] LINE = Cursor.field("line");
    private static final byte[] MESSAGE = Cursor.field("message");

    private static final byte[] GROUPS = Cursor.field("groups");
    private static final byte[] RULE = Cursor.field("rule");
    private static final byte[] AREA = Cursor.field("area");
    private static final byte[] SUPPRESSED = Cursor.field("suppressed");
    private static final byte[] FINGERPRINTS = Cursor.field("fingerprints");
    private static final byte[] ENABLED_RULES = Cursor.field("enabledRules");

    private static final byte[] SPECIFICATION = Cursor.field("specification");
    private static final byte[] COMPONENTS = Cursor.field("components");
    private static final byte[] LICENCES = Cursor.field("licences");
    private static final byte[] PURLS = Cursor.field("purls");

    private static final byte[] TOTAL = Cursor.field("total");
    private static final byte[] KILLED = Cursor.field("killed");
    private static final byte[] SURVIVED = Cursor.field("survived");
    private static final byte[] TIMED_OUT = Cursor.field("timedOut");
    private static final byte[] NO_COVERAGE = Cursor.field("noCoverage");
    private static final byte[] ERRORS = Cursor.field("errors");

    private static final byte[] TIMES = Cursor.field("times");
    private static final byte[] NOT_PASSED = Cursor.field("notPassed");
    private static final byte[] NAMES = Cursor.field("names");
    private static final byte[] TESTS = Cursor.field("tests");
    private static final byte[] FAILURES = Cursor.field("failures");
    private static final byte[] FLAKY = Cursor.field("flaky");
    private static final byte[] RERUNS = Cursor.field("reruns");
    private static final byte[] P50 = Cursor.field("p50Micros");
    private static final byte[] P95 = Cursor.field("p95Micros");
    private static final byte[] MAX = Cursor.field("maxMicros");
    private static final byte[] SUM = Cursor.field("totalMicros");
    private static final byte[] SPREAD = Cursor.field("spread");
    private static final byte[] STATE = Cursor.field("state");

    private static final Remembered<Format> FORMATS = new Remembered<>(256, Format::new);
    private static final Remembered<ToolRun.Success> SUCCESSES = new Remembered<>(16, ToolRun.Success::valueOf);
    private static final Remembered<Severity> SEVERITIES = new Remembered<>(16, Severity::valueOf);
    private static final Remembered<FindingGroup.Area> AREAS = new Remembered<>(16, FindingGroup.Area::valueOf);
    private static final Remembered<TestCase.State> STATES = new Remembered<>(16, TestCase.State::valueOf);

    /// Entries of maps as they come mostly.
    private static final int ALL_FACTS = 140;

    private static final int FEW = 4;

    private EvidenceForms() {}

    static Evidence evidence(Cursor in) {
        in.open();
        String type = in.at(TYPE).word();
        var kind = in.at(KIND).known(BuildForms.KINDS);
        var source = source(in.at(SOURCE));
        return in.closed(
                switch (type) {
                    case "api" -> new ApiEvidence(kind, source, apiTotals(in.at(TOTALS)));
                    case "audit" -> audit(in, kind, source);
                    case "coverage" ->
                        new CoverageEvidence(
                                kind,
                                source,
                                coverageTotals(in.at(COUNTED)),
                                in.has(DECLARED) ? coverageTotals(in) : null,
                                lineSets(in.at(LINES)));
                    case "facts" -> facts(in, kind, source);
                    case "findings" ->
                        new FindingsEvidence(
                                kind,
                                source,
                                in.list(GROUPS, EvidenceForms::group),
                                fingerprints(in.at(FINGERPRINTS)),
                                in.words(ENABLED_RULES));
                    case "inventory" -> inventory(in, kind, source);
                    case "mutations" -> new MutationsEvidence(kind, source, mutationTotals(in.at(TOTALS)));
                    case "settings" ->
                        new SettingsEvidence(
                                kind, source, in.words(ENABLED_RULES), in.map(SETTINGS, FEW, Cursor::text));
                    case "tests" -> tests(in, kind, source);
                    default -> throw new Unusual();
                });
    }

    private static Source source(Cursor in) {
        in.open();
        return in.closed(new Source(
                in.at(PART).word(),
                new Digest(in.at(REPORT).text()),
                in.at(FORMAT).known(FORMATS),
                in.at(READER).word(),
                tool(in.at(TOOL)),
                in.texts(NOTES)));
    }

    private static ToolRun tool(Cursor in) {
        in.open();
        return in.closed(new ToolRun(
                in.at(NAME).word(),
                in.has(VERSION) ? in.word() : null,
                in.has(EXIT_CODE) ? in.whole() : null,
                in.at(SUCCESS).known(SUCCESSES),
                BuildForms.statedMoment(in, STARTED_AT),
                BuildForms.statedMoment(in, FINISHED_AT),
                BuildForms.statedMoment(in, DATABASE_AT)));
    }

    private static ApiTotals apiTotals(Cursor in) {
        in.open();
        return in.closed(new ApiTotals(
                in.at(OPERATIONS).whole(),
                in.at(VERSIONED).whole(),
                in.at(SECURED).whole(),
                in.at(DESCRIBED).whole(),
                in.at(SCHEMAS).whole()));
    }

    private static AuditEvidence audit(Cursor in, Kind kind, Source source) {
        return new AuditEvidence(
                kind,
                source,
                BuildForms.moment(in.at(AUDITED_AT)),
                in.at(DEPENDENCIES).whole(),
                in.texts(SKIPPED),
                in.list(VULNERABILITIES, EvidenceForms::vulnerability),
                in.at(OPEN).whole());
    }

    private static Vulnerability vulnerability(Cursor in) {
        in.open();
        return in.closed(new Vulnerability(
                in.at(ID).text(),
                in.texts(ALIASES),
                in.at(PACKAGE_NAME).text(),
                in.at(VERSION).text(),
                in.at(SEVERITY).known(SEVERITIES),
                in.texts(FIX_VERSIONS)));
    }

    private static CoverageTotals coverageTotals(Cursor in) {
        in.open();
        return in.closed(new CoverageTotals(
                in.at(LINES_COVERED).whole(),
                in.at(LINES_TOTAL).whole(),
                in.at(BRANCHES_COVERED).whole(),
                in.at(BRANCHES_TOTAL).whole(),
                in.at(FILES).whole()));
    }

    private static LineSets lineSets(Cursor in) {
        in.open();
        return in.closed(new LineSets(in.at(PACKED).text(), in.at(TRUNCATED).flag()));
    }

    private static Fingerprints fingerprints(Cursor in) {
        in.open();
        return in.closed(new Fingerprints(
                in.at(PACKED).text(), in.at(COUNT).whole(), in.at(TRUNCATED).flag()));
    }

    private static FactsEvidence facts(Cursor in, Kind kind, Source source) {
        return new FactsEvidence(
                kind,
                source,
                in.map(COUNTS, ALL_FACTS, Cursor::whole),
                in.map(SAMPLES, FEW, places -> places.elements(EvidenceForms::position)),
                project(in.at(PROJECT)));
    }

    private static FactsEvidence.Project project(Cursor in) {
        in.open();
        return in.closed(new FactsEvidence.Project(
                in.map(FILES, FEW, Cursor::whole),
                in.texts(HEADINGS),
                in.map(SETTINGS, FEW, Cursor::text),
                in.words(DEPENDENCIES)));
    }

    private static Position position(Cursor in) {
        in.open();
        return in.closed(new Position(
                in.at(PATH).text(), in.at(LINE).whole(), in.at(MESSAGE).text()));
    }

    private static FindingGroup group(Cursor in) {
        in.open();
        return in.closed(new FindingGroup(
                in.at(RULE).word(),
                in.at(AREA).known(AREAS),
                in.at(SEVERITY).known(SEVERITIES),
                in.at(OPEN).whole(),
                in.at(SUPPRESSED).whole(),
                in.list(SAMPLES, EvidenceForms::position)));
    }

    private static InventoryEvidence inventory(Cursor in, Kind kind, Source source) {
        return new InventoryEvidence(
                kind,
                source,
                specification(in.at(SPECIFICATION)),
                in.at(COMPONENTS).whole(),
                in.map(LICENCES, FEW, Cursor::whole),
                fingerprints(in.at(PURLS)));
    }

    private static InventoryEvidence.Specification specification(Cursor in) {
        in.open();
        return in.closed(new InventoryEvidence.Specification(
                in.at(NAME).word(), in.at(VERSION).word()));
    }

    private static MutationTotals mutationTotals(Cursor in) {
        in.open();
        return in.closed(new MutationTotals(
                in.at(TOTAL).whole(),
                in.at(KILLED).whole(),
                in.at(SURVIVED).whole(),
                in.at(TIMED_OUT).whole(),
                in.at(NO_COVERAGE).whole(),
                in.at(ERRORS).whole()));
    }

    private static TestsEvidence tests(Cursor in, Kind kind, Source source) {
        return new TestsEvidence(
                kind,
                source,
                testTotals(in.at(COUNTED)),
                in.has(DECLARED) ? testTotals(in) : null,
                testTimes(in.at(TIMES)),
                in.list(NOT_PASSED, EvidenceForms::testCase),
                fingerprints(in.at(NAMES)));
    }

    private static TestTotals testTotals(Cursor in) {
        in.open();
        return in.closed(new TestTotals(
                in.at(TESTS).whole(),
                in.at(FAILURES).whole(),
                in.at(ERRORS).whole(),
                in.at(SKIPPED).whole(),
                in.at(FLAKY).whole(),
                in.at(RERUNS).whole()));
    }

    private static TestTimes testTimes(Cursor in) {
        in.open();
        return in.closed(new TestTimes(
                in.at(P50).large(),
                in.at(P95).large(),
                in.at(MAX).large(),
                in.at(SUM).large(),
                in.has(SPREAD) ? spread(in) : null));
    }

    private static TimeSpread spread(Cursor in) {
        in.open();
        return in.closed(new TimeSpread(in.at(PACKED).text()));
    }

    private static TestCase testCase(Cursor in) {
        in.open();
        return in.closed(new TestCase(
                in.at(NAME).text(), in.at(STATE).known(STATES), in.at(MESSAGE).text()));
    }
}
