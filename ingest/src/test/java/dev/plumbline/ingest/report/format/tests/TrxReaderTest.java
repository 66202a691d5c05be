package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Results of Visual Studio, whose parts stand in one order or another.
class TrxReaderTest {
    private static final String FAILED =
            "<ResultSummary outcome=\"Failed\"><Counters total=\"1\" executed=\"1\" failed=\"1\"/></ResultSummary>";

    private static String run(String content) {
        return "<TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\">" + content + "</TestRun>";
    }

    private static String results(int count, String outcome) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<UnitTestResult testId=\"" + i + "\" testName=\"t" + i
                        + "\" duration=\"00:00:00.0010000\" outcome=\"" + outcome + "\"/>")
                .collect(Collectors.joining("", "<Results>", "</Results>"));
    }

    private static String definitions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<UnitTest id=\"" + i + "\"><TestMethod className=\"Shop.C" + i
                        + ", Shop, Version=1.0\"/></UnitTest>")
                .collect(Collectors.joining("", "<TestDefinitions>", "</TestDefinitions>"));
    }

    private static TestsEvidence tests(String content) {
        return only(TestsEvidence.class, read(run(content)));
    }

    @Test
    void failedTestHasItsClassWhereverThatStands() {
        var behind = tests(results(1, "Failed") + definitions(1));
        var before = tests(definitions(1) + results(1, "Failed"));

        assertThat(behind.notPassed()).extracting(TestCase::name).containsExactly("Shop.C0::t0");
        assertThat(before.notPassed()).isEqualTo(behind.notPassed());
        assertThat(before.names()).isEqualTo(behind.names());
    }

    @Test
    void summaryBeforeTheResultsMakesNoErrorOfItsOwn() {
        var tests = tests(FAILED + definitions(1) + results(1, "Failed"));

        assertThat(tests.counted()).isEqualTo(new TestTotals(1, 1, 0, 0, 0, 0));
    }

    @Test
    void longRunLosesNoClass() {
        int count = 20_100;

        var tests = tests(results(count, "Failed") + definitions(count) + FAILED);

        assertThat(tests.counted().tests()).isEqualTo(count);
        assertThat(tests.counted().failures()).isEqualTo(count);
        assertThat(tests.notPassed().getFirst().name()).isEqualTo("Shop.C0::t0");
        assertThat(tests.notPassed().getLast().name()).startsWith("Shop.C").doesNotContain("Version");
    }
}
