package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestCase.State;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One test report while it is being read: its cases, added up, and what it says of itself.
final class TestSheet {
    static final TestTotals NONE = new TestTotals(0, 0, 0, 0, 0, 0);
    private static final int BYTES_PER_CASE = 72;
    private static final int BYTES_PER_NAMED = 1_600;

    private final Allowance allowance;
    private final Notes notes = new Notes();
    private final Set<Long> names = new HashSet<>();
    private final MessageDigest sha256 = Digest.sha256();
    private final List<TestCase> notPassed = new ArrayList<>();
    private final Durations durations = new Durations();
    private TestTotals counted = NONE;
    private @Nullable TestTotals declared;
    private @Nullable Instant startedAt;
    private @Nullable Instant finishedAt;
    private final Map<String, Integer> others = new TreeMap<>();
    private boolean undeclared;
    private int suites;
    private int suiteErrors;
    private int unnamed;

    TestSheet(Allowance allowance) {
        this.allowance = allowance;
    }

    Notes notes() {
        return notes;
    }

    void suite() {
        suites++;
    }

    /// A figure of this format alone.
    void figure(String name, int value) {
        others.put(name, value);
    }

    /// An error of a suite as a whole counts as an error, so that a broken suite is never a green one.
    void suiteError(String message) {
        suiteErrors++;
        counted = counted.plus(new TestTotals(0, 0, 1, 0, 0, 0));
        notPassed(new CaseResult("", "(suite)").became(State.ERRORED, message), State.ERRORED);
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
        names.add(Fingerprints.hash(sha256, result.name()));
        String seconds = result.seconds();
        if (seconds != null && !durations.add(seconds)) {
            notes.add("A duration that is not a number from 0, such as «" + Texts.shown(seconds, 40)
                    + "», was left out.");
        }
        State state = result.state();
        counted = counted.plus(one(state, result.reruns()));
        if (state != null) {
            notPassed(result, state);
        }
    }

    private void notPassed(CaseResult result, State state) {
        if (notPassed.size() == TestsEvidence.NAMED_LIMIT) {
            notes.add("Only the first " + TestsEvidence.NAMED_LIMIT + " cases that did not pass are named.");
            return;
        }
        allowance.keep(BYTES_PER_NAMED);
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

    /// What was declared is of a part of the tests only, and is no second opinion.
    void undeclare() {
        declared = null;
        undeclared = true;
    }

    /// Adds to what the report says of itself; null stands for what it leaves out. Once a figure cannot be,
    /// nothing of this counts as declared.
    void declare(
            @Nullable Integer tests, @Nullable Integer failures, @Nullable Integer errors, @Nullable Integer skipped) {
        if (tests == null || undeclared) {
            return;
        }
        var more = new long[] {tests, orZero(failures), orZero(errors), orZero(skipped)};
        var sums = new int[more.length];
        for (int i = 0; i < more.length; i++) {
            long sum = more[i] + figure(declared, i);
            if (more[i] < 0 || sum > Integer.MAX_VALUE) {
                notes.add("The report declares a number of tests that cannot be; its declaration is left out.");
                undeclare();
                return;
            }
            sums[i] = (int) sum;
        }
        declared = new TestTotals(sums[0], sums[1], sums[2], sums[3], 0, 0);
    }

    private static long figure(@Nullable TestTotals totals, int index) {
        if (totals == null) {
            return 0;
        }
        return switch (index) {
            case 0 -> totals.tests();
            case 1 -> totals.failures();
            case 2 -> totals.errors();
            default -> totals.skipped();
        };
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    void started(@Nullable Instant moment) {
        if (moment != null && (startedAt == null || moment.isBefore(startedAt))) {
            startedAt = moment;
        }
    }

    void finished(@Nullable Instant moment) {
        if (moment != null && (finishedAt == null || moment.isAfter(finishedAt))) {
            finishedAt = moment;
        }
    }

    /// {@return the moment; null for local time without an offset, which is none}
    static @Nullable Instant moment(@Nullable String timestamp) {
        return Timestamps.moment(timestamp);
    }

    TestTotals counted() {
        return counted;
    }

    /// @param tool what the report says of its tool
    Reading reading(ReportReader reader, ReportInput input, ToolRuns.Stated tool) {
        closingNotes();
        Kind kind = input.declared().kind();
        var stated = new ToolRuns.Stated(
                tool.name(),
                tool.version(),
                tool.success(),
                tool.exitCode(),
                tool.startedAt() != null ? tool.startedAt() : startedAt,
                tool.finishedAt() != null ? tool.finishedAt() : finishedAt);
        var evidence = new TestsEvidence(
                kind == null ? Kind.UNIT_TESTS : kind,
                reader.source(input, ToolRuns.joined(stated, input.declared().tool()), notes),
                counted,
                declared,
                durations.times(),
                notPassed,
                Fingerprints.of(names, Fingerprints.TESTS_LIMIT));
        return Reading.of(evidence, figures());
    }

    /// Errors of a suite as a whole stand apart here.
    private Figures figures() {
        int errors = counted.errors() - suiteErrors;
        var figures = Figures.builder()
                .put("tests", counted.tests())
                .put("passed", counted.tests() - counted.failures() - errors - counted.skipped())
                .put("failures", counted.failures())
                .put("errors", errors)
                .put("suiteLevelErrors", suiteErrors)
                .put("skipped", counted.skipped())
                .put("flaky", counted.flaky())
                .put("reruns", counted.reruns())
                .put("suites", suites);
        others.forEach(figures::put);
        if (declared != null) {
            figures.declare("tests", declared.tests())
                    .declare("failures", declared.failures())
                    .declare("errors", declared.errors())
                    .declare("skipped", declared.skipped());
        }
        return figures.build();
    }

    private void closingNotes() {
        if (declared != null && !says(declared)) {
            notes.add("The report declares " + figures(declared) + "; its test cases add up to " + figures(counted)
                    + ", which is what counts.");
        }
        if (suiteErrors > 0) {
            notes.add((suiteErrors == 1 ? "1 error is" : suiteErrors + " errors are")
                    + " of a suite as a whole, without a test case.");
        }
        if (unnamed > 0) {
            notes.add(unnamed + " test cases have no name.");
        }
        if (counted.tests() == 0) {
            notes.add("The report lists no test case.");
        }
    }

    /// Reports book errors of suites as errors, as failures, or not at all, and some know failures only.
    private boolean says(TestTotals own) {
        if (own.tests() != counted.tests() || own.skipped() != counted.skipped()) {
            return false;
        }
        int bad = own.failures() + own.errors();
        int ours = counted.failures() + counted.errors();
        if (own.errors() > 0 && suiteErrors == 0) {
            return own.failures() == counted.failures() && own.errors() == counted.errors();
        }
        return bad == ours || bad == ours - suiteErrors;
    }

    private static String figures(TestTotals totals) {
        return totals.tests() + " tests (" + totals.failures() + " failed, " + totals.errors() + " errors, "
                + totals.skipped() + " skipped)";
    }
}
