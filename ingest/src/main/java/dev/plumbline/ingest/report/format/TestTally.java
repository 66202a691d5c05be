package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestCase.State;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Adds up test cases, and what suites say of themselves.
final class TestTally {
    private static final TestTotals NONE = new TestTotals(0, 0, 0, 0, 0, 0);
    private static final int BYTES_PER_CASE = 72;
    private static final int BYTES_PER_NAMED = 1_600;

    private final Allowance allowance;
    private final Notes notes;
    private final Set<Long> names = new HashSet<>();
    private final List<TestCase> notPassed = new ArrayList<>();
    private final Durations durations = new Durations();
    private TestTotals counted = NONE;
    private @Nullable TestTotals byRoot;
    private @Nullable TestTotals bySuites;
    private @Nullable Instant startedAt;
    private @Nullable String firstSuite;
    private int suites;
    private int suiteErrors;
    private int unnamed;

    TestTally(Allowance allowance, Notes notes) {
        this.allowance = allowance;
        this.notes = notes;
    }

    void declaredByRoot(XmlCursor root) {
        byRoot = declared(root);
    }

    /// @param level 0 for the outermost suites, whose figures hold those of the suites inside them
    void suite(XmlCursor xml, int level) {
        suites++;
        firstSuite = firstSuite == null ? xml.attribute("name", "") : firstSuite;
        TestTotals own = level == 0 ? declared(xml) : null;
        if (own != null) {
            bySuites = bySuites == null ? own : bySuites.plus(own);
        }
        Instant start = moment(xml.attribute("timestamp", ""));
        if (start != null && (startedAt == null || start.isBefore(startedAt))) {
            startedAt = start;
        }
    }

    void suiteError(String message) {
        suiteErrors++;
        counted = counted.plus(new TestTotals(0, 0, 1, 0, 0, 0));
        notPassed(new CaseResult("", "(suite)", null), State.ERRORED, message);
    }

    void add(CaseResult result) {
        if (counted.tests() == Limits.TEST_CASES) {
            throw new MalformedReport(
                    Where.WHOLE,
                    "The report lists more than " + Limits.TEST_CASES + " test cases.",
                    "Split the report by suite and send the pieces as parts of one upload.");
        }
        allowance.keep(BYTES_PER_CASE);
        unnamed += result.name().equals("::") ? 1 : 0;
        names.add(Fingerprints.hash(result.name()));
        if (result.time() != null && !durations.add(result.time())) {
            notes.add("A duration that is not a number from 0, such as «" + Texts.shown(result.time(), 40)
                    + "», was left out.");
        }
        State state = result.state();
        counted = counted.plus(one(state, result.reruns()));
        if (state != null) {
            notPassed(result, state, null);
        }
    }

    private void notPassed(CaseResult result, State state, @Nullable String message) {
        if (notPassed.size() == TestsEvidence.NAMED_LIMIT) {
            notes.add("Only the first " + TestsEvidence.NAMED_LIMIT + " cases that did not pass are named.");
            return;
        }
        allowance.keep(BYTES_PER_NAMED);
        if (message != null) {
            result.became(state, message);
        }
        notPassed.add(result.shown(state));
    }

    private static TestTotals one(@Nullable State state, int reruns) {
        return switch (state) {
            case null -> new TestTotals(1, 0, 0, 0, 0, reruns);
            case FAILED -> new TestTotals(1, 1, 0, 0, 0, reruns);
            case ERRORED -> new TestTotals(1, 0, 1, 0, 0, reruns);
            case SKIPPED -> new TestTotals(1, 0, 0, 1, 0, reruns);
            case FLAKY -> new TestTotals(1, 0, 0, 0, 1, reruns);
        };
    }

    private @Nullable TestTotals declared(XmlCursor xml) {
        Integer tests = count(xml, "tests");
        if (tests == null) {
            return null;
        }
        Integer skipped = count(xml, "skipped");
        Integer skips = skipped != null ? skipped : count(xml, "skips");
        return new TestTotals(tests, orZero(count(xml, "failures")), orZero(count(xml, "errors")), orZero(skips), 0, 0);
    }

    /// The figures in attributes are a second opinion: one that is no number is passed over.
    private @Nullable Integer count(XmlCursor xml, String name) {
        try {
            return xml.count(name);
        } catch (MalformedReport e) {
            notes.add(e.what());
            return null;
        }
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /// pytest wrote local time without an offset before 8.0: that is no moment.
    private static @Nullable Instant moment(String timestamp) {
        try {
            return timestamp.isEmpty() ? null : OffsetDateTime.parse(timestamp).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    TestTotals counted() {
        return counted;
    }

    @Nullable
    TestTotals declared() {
        return byRoot != null ? byRoot : bySuites;
    }

    /// Errors of a suite as a whole stand apart here.
    Figures figures() {
        var figures = Figures.builder()
                .put("tests", counted.tests())
                .put("failures", counted.failures())
                .put("errors", counted.errors() - suiteErrors)
                .put("suiteLevelErrors", suiteErrors)
                .put("skipped", counted.skipped())
                .put("flaky", counted.flaky())
                .put("reruns", counted.reruns())
                .put("suites", suites);
        TestTotals declared = declared();
        if (declared != null) {
            figures.declare("tests", declared.tests())
                    .declare("failures", declared.failures())
                    .declare("errors", declared.errors())
                    .declare("skipped", declared.skipped());
        }
        return figures.build();
    }

    TestTimes times() {
        return durations.times();
    }

    List<TestCase> notPassed() {
        return notPassed;
    }

    Fingerprints names() {
        return Fingerprints.of(names, Fingerprints.TESTS_LIMIT);
    }

    @Nullable
    Instant startedAt() {
        return startedAt;
    }

    String tool(@Nullable String declared) {
        if (declared != null) {
            return Texts.shown(declared, 60);
        }
        return "pytest".equals(firstSuite) ? "pytest" : "junit";
    }

    Notes closingNotes() {
        TestTotals declared = declared();
        if (declared != null && !sameCounts(declared, counted)) {
            notes.add("The report declares " + figures(declared) + "; its test cases add up to " + figures(counted)
                    + ", which is what counts.");
        }
        if (suiteErrors > 0) {
            notes.add(suiteErrors + " errors are of a suite as a whole, without a test case.");
        }
        if (unnamed > 0) {
            notes.add(unnamed + " test cases have no name.");
        }
        if (counted.tests() == 0) {
            notes.add("The report lists no test case.");
        }
        return notes;
    }

    private static boolean sameCounts(TestTotals a, TestTotals b) {
        return a.tests() == b.tests()
                && a.failures() == b.failures()
                && a.errors() == b.errors()
                && a.skipped() == b.skipped();
    }

    private static String figures(TestTotals totals) {
        return totals.tests() + " tests (" + totals.failures() + " failed, " + totals.errors() + " errors, "
                + totals.skipped() + " skipped)";
    }
}
