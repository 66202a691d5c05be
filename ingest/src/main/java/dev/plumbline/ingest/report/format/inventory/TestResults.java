package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.Source;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestCase.State;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Test results of in-toto statements, added up. A test with a warning passed. A result that is FAILED though no test
/// is named as failed counts as an error of the suite, so that it is never a green one.
final class TestResults {
    private static final int NAME_CHARS = 500;
    private static final int BYTES_PER_TEST = 72;

    private final Allowance allowance;
    private final Set<Long> names = new HashSet<>();
    private final List<TestCase> notPassed = new ArrayList<>();
    private int results;
    private int tests;
    private int failed;
    private int warned;
    private int broken;
    private @Nullable String result;
    private int failedBefore;

    TestResults(Allowance allowance) {
        this.allowance = allowance;
    }

    boolean isEmpty() {
        return results == 0;
    }

    /// One more statement of results begins.
    void begin() {
        results++;
        result = null;
        failedBefore = failed;
    }

    void field(JsonCursor json, String name) {
        switch (name) {
            case "result" -> result = json.text(name, 40);
            case "passedTests" -> json.array(name, () -> test(json));
            case "warnedTests" ->
                json.array(name, () -> {
                    test(json);
                    warned++;
                });
            case "failedTests" -> json.array(name, () -> failed(test(json)));
            default -> {
                // configuration and address of the run
            }
        }
    }

    private String test(JsonCursor json) {
        if (tests == Limits.TEST_CASES) {
            throw json.wrong("The statement names more than " + Limits.TEST_CASES + " tests.");
        }
        allowance.keep(BYTES_PER_TEST);
        tests++;
        String name = json.text("a test", NAME_CHARS);
        String known = name == null ? "" : name;
        names.add(Fingerprints.hash(known));
        return known;
    }

    private void failed(String name) {
        failed++;
        notPassed(name, State.FAILED, "");
    }

    private void notPassed(String name, State state, String message) {
        if (notPassed.size() < TestsEvidence.NAMED_LIMIT) {
            allowance.keep(BYTES_PER_TEST + 2L * name.length());
            notPassed.add(new TestCase(Texts.shown(name, NAME_CHARS), state, message));
        }
    }

    /// The statement has been read to its end.
    void end() {
        boolean red = result != null && result.toUpperCase(Locale.ROOT).startsWith("FAIL");
        if (red && failed == failedBefore) {
            broken++;
            notPassed("(suite)", State.ERRORED, "The result is FAILED, and no test is named as failed.");
        }
    }

    TestsEvidence evidence(ReportInput input, Source source) {
        Kind declared = input.declared().kind();
        return new TestsEvidence(
                declared == null || !declared.family().equals("tests") ? Kind.UNIT_TESTS : declared,
                source,
                new TestTotals(tests, failed, broken, 0, 0, 0),
                null,
                TestTimes.NONE,
                notPassed,
                Fingerprints.of(names, Fingerprints.TESTS_LIMIT));
    }

    void figures(Figures.Builder figures) {
        figures.put("tests", tests)
                .put("failures", failed)
                .put("errors", 0)
                .put("skipped", 0)
                .put("flaky", 0)
                .put("warnings", warned)
                .put("suiteLevelErrors", broken);
    }
}
