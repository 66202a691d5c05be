package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.Samples.as;
import static dev.plumbline.ingest.report.Samples.corpus;
import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestTimes;
import dev.plumbline.model.evidence.TestTotals;
import dev.plumbline.model.evidence.TestsEvidence;
import dev.plumbline.model.evidence.TimeSpread;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JunitXmlReaderTest {
    @Test
    void reportWithoutKindIsOfUnitTestsAndTheDeclaredKindWins() {
        byte[] report = corpus("junit-pytest/gen-runA-junit.xml");
        assertThat(only(TestsEvidence.class, read(report, Declared.NOTHING)).kind())
                .isEqualTo(Kind.UNIT_TESTS);
        assertThat(only(TestsEvidence.class, read(report, as("tests:e2e"))).kind())
                .isEqualTo(new Kind("tests:e2e"));
    }

    @Test
    void caseCountsOnceAsItsGravestMark() {
        var tests = only(
                TestsEvidence.class,
                read("<testsuite><testcase classname=\"c\" name=\"n\"><skipped/><error message=\"broke\"/><failure"
                        + " message=\"was wrong\"/></testcase></testsuite>"));
        assertThat(tests.counted()).isEqualTo(new TestTotals(1, 1, 0, 0, 0, 0));
        assertThat(tests.notPassed()).containsExactly(new TestCase("c::n", TestCase.State.FAILED, "was wrong"));
    }

    @Test
    void caseThatIsMarkedInAnAttributeAloneDidNotPass() {
        var tests = only(
                TestsEvidence.class,
                read("<testsuite><testcase name='a' status='failed'/><testcase name='b' result='Error'/>"
                        + "<testcase name='c' status='failed'><skipped/></testcase>"
                        + "<testcase name='d' status='fail'><failure message='why'/></testcase>"
                        + "<testcase name='e' status='run' result='completed'/></testsuite>"));
        assertThat(tests.counted()).isEqualTo(new TestTotals(5, 2, 1, 1, 0, 0));
        assertThat(tests.notPassed())
                .contains(
                        new TestCase("::a", TestCase.State.FAILED, "It is marked as failed, without a reason."),
                        new TestCase("::b", TestCase.State.ERRORED, "It is marked as broken, without a reason."),
                        new TestCase("::d", TestCase.State.FAILED, "why"));
    }

    /// As tools make them that put several reports into one.
    @Test
    void suitesWithinSuitesCount() {
        var tests = only(
                TestsEvidence.class,
                read(
                        "<testsuites><testsuites tests=\"1\"><testsuite name=\"a\"><testcase name=\"x\"/></testsuite></testsuites>"
                                + "<testsuites tests=\"1\" failures=\"1\"><testsuite name=\"b\"><testcase name=\"y\"><failure/></testcase>"
                                + "</testsuite></testsuites></testsuites>"));
        assertThat(tests.counted()).isEqualTo(new TestTotals(2, 1, 0, 0, 0, 0));
        assertThat(tests.declared()).isEqualTo(new TestTotals(2, 1, 0, 0, 0, 0));
    }

    @Test
    void expectedFailureOfPytestIsSkipped() {
        var tests = only(
                TestsEvidence.class,
                read("<testsuite name=\"pytest\"><testcase name=\"n\"><skipped type=\"pytest.xfail\""
                        + " message=\"known\"/></testcase></testsuite>"));
        assertThat(tests.counted().skipped()).isEqualTo(1);
        assertThat(tests.source().tool().name()).isEqualTo("pytest");
    }

    @Test
    void errorOfASuiteIsAnErrorWithoutACase() {
        var tests = only(
                TestsEvidence.class,
                read(corpus("junit-java/jp-junit-report-nested-testsuites.xml"), Declared.NOTHING));
        assertThat(tests.counted()).isEqualTo(new TestTotals(2, 0, 1, 0, 0, 0));
        assertThat(tests.declared()).isEqualTo(new TestTotals(186, 0, 0, 0, 0, 0));
        assertThat(tests.source().notes())
                .containsExactly(
                        "The report declares 186 tests (0 failed, 0 errors, 0 skipped); its test cases add up to 2"
                                + " tests (0 failed, 1 errors, 0 skipped), which is what counts.",
                        "1 error is of a suite as a whole, without a test case.");
    }

    @Test
    void flakyCaseOfSurefirePassedAndIsCountedApart() {
        var tests =
                only(TestsEvidence.class, read(corpus("junit-java/jp-TEST-io.olamy.FlakyTest.xml"), Declared.NOTHING));
        assertThat(tests.counted().flaky()).isEqualTo(1);
        assertThat(tests.counted().passed()).isEqualTo(1);
        assertThat(tests.counted().reruns()).isEqualTo(2);
    }

    @Test
    void durationsAreNearestRankAndBadOnesAreNoted() {
        var cases = new StringBuilder("<testsuite timestamp=\"2026-11-01T09:00:00+01:00\">");
        for (int i = 1; i <= 20; i++) {
            cases.append("<testcase name=\"t")
                    .append(i)
                    .append("\" time=\"")
                    .append(i)
                    .append(".5\"/>");
        }
        cases.append("<testcase name=\"x\" time=\"-3\"/><testcase name=\"y\" time=\"NaN\"/></testsuite>");
        var tests = only(TestsEvidence.class, read(cases.toString()));
        long[] micros = IntStream.rangeClosed(1, 20)
                .mapToLong(i -> i * 1_000_000L + 500_000)
                .toArray();
        assertThat(tests.times())
                .isEqualTo(new TestTimes(10_500_000, 19_500_000, 20_500_000, 220_000_000, TimeSpread.of(micros, 20)));
        assertThat(tests.source().notes()).hasSize(2).first().asString().contains("«-3»");
        assertThat(tests.source().tool().startedAt()).isEqualTo(Instant.parse("2026-11-01T08:00:00Z"));
    }

    @Test
    void exponentOfADurationIsBounded() {
        var tests =
                only(TestsEvidence.class, read("<testsuite><testcase name=\"a\" time=\"1e999999999\"/></testsuite>"));
        assertThat(tests.times()).isEqualTo(TestTimes.NONE);
        assertThat(tests.counted().tests()).isEqualTo(1);
    }

    @Test
    void orderOfCasesChangesNothingButTheirOrder() {
        String a = "<testcase name=\"a\" time=\"1\"/>";
        String b = "<testcase name=\"b\" time=\"2\"/>";
        var one = only(TestsEvidence.class, read("<testsuite>" + a + b + "</testsuite>"));
        var other = only(TestsEvidence.class, read("<testsuite>" + b + a + "</testsuite>"));
        assertThat(one.names()).isEqualTo(other.names());
        assertThat(one.times()).isEqualTo(other.times());
        assertThat(one.counted()).isEqualTo(other.counted());
    }

    @Test
    void linterThatWritesTestCasesIsNotATestRun() {
        String ruff =
                "<testsuites name=\"ruff\" tests=\"1\"><testsuite name=\"a.py\" package=\"org.ruff\"/></testsuites>";
        assertThat(refusal(ruff, as("tests:unit")).what()).contains("a linter lists its findings");
    }

    @Test
    void suiteWithoutCasesSaysSo() {
        var tests = only(TestsEvidence.class, read(corpus("hostile/em-no-cases.xml"), Declared.NOTHING));
        assertThat(tests.counted().tests()).isZero();
        assertThat(tests.source().notes()).containsExactly("The report lists no test case.");
    }

    @Test
    void rootThatSumsUpTestsAloneLeavesTheRestToItsSuites() {
        var tests = only(
                TestsEvidence.class,
                read("<testsuites tests='2'><testsuite tests='2' failures='1' skip='1'><testcase class='A' name='a'>"
                        + "<failure/></testcase><testcase name='b'><skipped/></testcase></testsuite></testsuites>"));
        assertThat(tests.declared()).isEqualTo(new TestTotals(2, 1, 0, 1, 0, 0));
        assertThat(tests.source().notes()).isEmpty();
        assertThat(tests.notPassed()).contains(new TestCase("A::a", TestCase.State.FAILED, ""));
    }
}
