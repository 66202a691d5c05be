package dev.plumbline.ingest.report.format.tests;

import static dev.plumbline.ingest.report.Samples.only;
import static dev.plumbline.ingest.report.Samples.read;
import static dev.plumbline.ingest.report.Samples.refusal;
import static dev.plumbline.ingest.report.Samples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.model.evidence.TestCase;
import dev.plumbline.model.evidence.TestCase.State;
import dev.plumbline.model.evidence.TestsEvidence;
import org.junit.jupiter.api.Test;

/// What the formats of test results have that JUnit XML has not.
class TestReportsTest {
    private static TestsEvidence sample(String file) {
        return only(TestsEvidence.class, read(resource("report/tests/" + file), Declared.NOTHING));
    }

    @Test
    void resultsOfVisualStudioAreNamedByTheirClass() {
        assertThat(sample("data-driven.trx").notPassed())
                .containsExactly(
                        new TestCase("Sample.A::Row (2)", State.FAILED, "Assert.AreEqual failed"),
                        new TestCase("Sample.A::Hangs", State.ERRORED, ""),
                        new TestCase("Sample.B::Later", State.SKIPPED, ""),
                        new TestCase(
                                "::(suite)",
                                State.ERRORED,
                                "The run as a whole ended as Aborted: The active test run was aborted. Reason: Test"
                                        + " host process crashed"));
    }

    @Test
    void suiteThatCouldNotBeSetUpIsAnErrorOfTheSuite() {
        var tests = sample("nunit3.xml");
        assertThat(tests.notPassed())
                .contains(
                        new TestCase("Sample.A::Breaks", State.FAILED, "System.Exception : broke"),
                        new TestCase("::(suite)", State.ERRORED, "OneTimeSetUp: no database"));
        assertThat(tests.source().tool().version()).isEqualTo("3.16.3.0");
    }

    @Test
    void hookThatFailedIsNoTest() {
        assertThat(sample("mocha.json").notPassed())
                .extracting(TestCase::name)
                .containsExactlyInAnyOrder("outer::fails", "outer::is skipped", "::(suite)");
    }

    @Test
    void boostsTotalsWithoutCasesAreNoReportOfTests() {
        String totals = "<TestResult><TestSuite name=\"shop\" result=\"failed\" test_cases_passed=\"3\""
                + " test_cases_failed=\"2\"></TestSuite></TestResult>";

        assertThat(refusal(totals).fix()).contains("--report_level=detailed");
    }

    @Test
    void thresholdsOfBothFormsOfK6AreTests() {
        var expected =
                new TestCase("threshold http_req_duration::avg<100", State.FAILED, "http_req_duration is not avg<100");

        assertThat(sample("k6-export.json").notPassed()).contains(expected);
        assertThat(sample("k6-handle.json").notPassed()).contains(expected);
    }

    @Test
    void testsOfCheckAreNamedByTheirSuiteAndCase() {
        assertThat(sample("check.xml").notPassed())
                .extracting(TestCase::name)
                .containsExactly("Money/Core::test_bad", "Money/Core::test_crash");
    }

    @Test
    void assertionsOfOneTestOfCunitAreOneFailure() {
        assertThat(sample("cunit.xml").notPassed())
                .contains(new TestCase("Suite_1::test b", State.FAILED, "1==2"))
                .contains(new TestCase("::(suite)", State.ERRORED, "Suite_2: Suite Initialization Failed"));
    }

    @Test
    void flakyAndRepeatedRunsAreCountedApart() {
        var tests = sample("surefire.xml");
        assertThat(tests.counted().flaky()).isEqualTo(1);
        assertThat(tests.counted().reruns()).isEqualTo(3);
        assertThat(tests.counted().passed()).isEqualTo(2);
        assertThat(tests.times().maxMicros()).isEqualTo(1_002_400_000L);
    }

    @Test
    void testWithAResultThatNobodyKnowsDidNotPass() {
        var tests = only(
                TestsEvidence.class,
                read("<assemblies><assembly name='a.dll' total='2' passed='2'><collection>"
                        + "<test name='A.one' type='A' method='one' time='0.1' result='Pass'/>"
                        + "<test name='A.two' type='A' method='two' time='0.1' result='Vanished'/>"
                        + "</collection></assembly></assemblies>"));
        assertThat(tests.counted().passed()).isEqualTo(1);
        assertThat(tests.notPassed())
                .containsExactly(new TestCase("A::two", State.ERRORED, "The result is not known."));
        assertThat(tests.source().notes()).contains("A test's result «Vanished» is none that is known.");
    }

    @Test
    void planThatIsNotKeptIsAnError() {
        var tests = only(TestsEvidence.class, read("TAP version 13\n1..3\nok 1 - a\nnot ok 2 - b # TODO later\n"));
        assertThat(tests.counted().tests()).isEqualTo(2);
        assertThat(tests.counted().skipped()).isEqualTo(1);
        assertThat(tests.counted().errors()).isEqualTo(1);
        assertThat(tests.notPassed())
                .contains(new TestCase("::(suite)", State.ERRORED, "The plan promises 3 tests; 2 came."));
    }

    @Test
    void subtestsInBracesComeAfterTheirPoint() {
        var tests = only(TestsEvidence.class, read("""
                TAP version 13
                1..2
                not ok 1 - cart.test.ts # time=9.35ms {
                    1..2
                    ok 1 - cart # time=8s {
                        1..3
                        ok 1 - adds # time=1.25ms
                        ok 2 - later # SKIP
                        ok 3 - opens { # time=2ms
                    }
                    not ok 2 - fails # time=7.00ms
                        ---
                        message: "expected } to be {"
                        ...
                }
                ok 2 - empty.test.ts {
                    1..0
                }
                """));
        assertThat(tests.counted().tests()).isEqualTo(4);
        assertThat(tests.counted().passed()).isEqualTo(2);
        assertThat(tests.counted().errors()).isZero();
        assertThat(tests.notPassed()).extracting(TestCase::name).containsExactlyInAnyOrder("::later", "::fails");
    }

    @Test
    void pointAfterBracesThatNothingFollowsDoesNotHideTheirTest() {
        var tests = only(TestsEvidence.class, read("1..2\nnot ok 1 - opens {\nok 2 - passes\n"));
        assertThat(tests.counted().tests()).isEqualTo(2);
        assertThat(tests.counted().failures()).isEqualTo(1);
    }

    @Test
    void bracesThatNothingFollowsAreAName() {
        var tests = only(TestsEvidence.class, read("1..2\nok 1 - opens {\nnot ok 2 - fails {\n"));
        assertThat(tests.counted().tests()).isEqualTo(2);
        assertThat(tests.counted().failures()).isEqualTo(1);
    }

    @Test
    void pointWithAVeryLongNameIsAPoint() {
        String name = "x".repeat(20_000) + "\u2028";
        assertThat(only(TestsEvidence.class, read("1..1\nnot ok 1 - " + name + "\n"))
                        .counted()
                        .failures())
                .isEqualTo(1);
    }

    @Test
    void declarationThatCannotBeIsLeftOut() {
        String suite = "<testsuite tests=\"2147483647\"><testcase name=\"a\"/></testsuite>";
        var junit = only(TestsEvidence.class, read("<testsuites>" + suite + suite + "</testsuites>"));
        assertThat(junit.declared()).isNull();
        assertThat(junit.source().notes())
                .containsExactly("The report declares a number of tests that cannot be; its declaration is left out.");

        var jest = only(TestsEvidence.class, read("{\"numTotalTests\":-1,\"testResults\":[]}"));
        assertThat(jest.declared()).isNull();
    }

    @Test
    void runThatBailsOutIsAnError() {
        var tests = only(TestsEvidence.class, read("1..1\nok 1 - a\nBail out! no database\n"));
        assertThat(tests.counted().errors()).isEqualTo(1);
    }

    @Test
    void planOfNothingIsAnEmptyRun() {
        var tests = only(TestsEvidence.class, read("1..0 # SKIP no compiler\n"));
        assertThat(tests.counted().tests()).isZero();
        assertThat(tests.source().notes()).containsExactly("The report lists no test case.");
    }

    @Test
    void goTestThatBeganAndDidNotEndIsAnError() {
        var tests = only(TestsEvidence.class, read("""
            {"Action":"run","Package":"acme/a","Test":"TestPanic"}
            {"Action":"output","Package":"acme/a","Test":"TestPanic","Output":"panic: broke\\n"}
            {"Action":"fail","Package":"acme/a","Elapsed":0.1}
            """));
        assertThat(tests.notPassed()).containsExactly(new TestCase("acme/a::TestPanic", State.ERRORED, "panic: broke"));
        assertThat(tests.counted().errors()).isEqualTo(1);
    }

    @Test
    void goEventsThatBreakOffSaySo() {
        var tests = only(TestsEvidence.class, read("{\"Action\":\"run\",\"Package\":\"acme/a\",\"Test\":\"T\"}\n"));
        assertThat(tests.counted().errors()).isEqualTo(1);
        assertThat(tests.source().notes()).contains("The events end while tests still run: the file may be cut off.");
    }

    @Test
    void dartRunThatIsNotDoneIsAnError() {
        var tests = only(TestsEvidence.class, read("{\"protocolVersion\":\"0.1.1\",\"type\":\"start\",\"time\":0}\n"));
        assertThat(tests.notPassed())
                .containsExactly(new TestCase("::(suite)", State.ERRORED, "The events end before the run is done."));
    }

    @Test
    void statusThatIsNotKnownIsRefused() {
        var refused = refusal("""
            {"examples":[{"full_description":"A","status":"great"}],"summary":{"example_count":1}}\
            """);
        assertThat(refused.what()).isEqualTo("The status of an example is not passed, failed or pending.");
    }

    @Test
    void scenarioFailsWithItsBackground() {
        var tests = only(TestsEvidence.class, read("""
            [{"keyword":"Feature","name":"F","elements":[
             {"type":"background","keyword":"Background","name":"","steps":[{"result":{"status":"failed","error_message":"no base"}}]},
             {"type":"scenario","keyword":"Scenario","name":"S","steps":[{"result":{"status":"skipped"}}]},
             {"type":"scenario","keyword":"Scenario","name":"T","steps":[{"result":{"status":"passed","duration":5000}}]}]}]\
            """));
        assertThat(tests.notPassed()).containsExactly(new TestCase("F::S", State.FAILED, "no base"));
        assertThat(tests.counted().tests()).isEqualTo(2);
    }

    @Test
    void jestTestThatPassedWhenRepeatedIsFlaky() {
        var tests = only(TestsEvidence.class, read("""
            {"numTotalTests":1,"numFailedTests":0,"numPendingTests":0,"testResults":[{"name":"a.js","status":"passed","assertionResults":[
             {"ancestorTitles":["A","b"],"title":"c","status":"passed","invocations":3,"duration":2,"failureMessages":[]}]}]}\
            """));
        assertThat(tests.counted().flaky()).isEqualTo(1);
        assertThat(tests.counted().reruns()).isEqualTo(2);
        assertThat(tests.notPassed()).extracting(TestCase::name).containsExactly("A › b::c");
    }
}
