package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.evidence.TestCase.State;
import dev.plumbline.model.evidence.TestsEvidence;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// JUnit XML as pytest writes it (definition: pytest's `junitxml.py`, the Jenkins xUnit schema junit-10.xsd,
/// Surefire's surefire-test-report.xsd). A test case counts once, as failure before error before skipped; an expected
/// failure of pytest is a skipped case. Flaky and repeated runs of Surefire are counted apart. An error directly
/// under a suite counts as an error. What suites say of themselves is kept beside the count.
final class JunitXmlReader implements ReportReader {
    private static final Pattern LINTER =
            Pattern.compile("<testsuites?\\s[^>]{0,400}?(?:name=\"ruff\"|package=\"org\\.(?:eslint|stylelint|ruff)\")");
    private static final int MESSAGE_CHARS = 1_000;

    @Override
    public Format format() {
        return new Format("junit-xml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a JUnit test report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "pytest, Surefire, Gradle, Jest, mocha, PHPUnit, Bazel and others",
                "all",
                "test cases with state, duration and first line of the message, flaky and repeated runs of Surefire, the suites' own totals",
                "output, properties, stack traces",
                "https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.family().equals("tests");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Xml xml)) {
            return Recognition.apart("it is XML");
        }
        if (!xml.root().equals("testsuites") && !xml.root().equals("testsuite")) {
            return Recognition.alike("its root element is <testsuites> or <testsuite>, here it is <"
                    + Texts.shown(xml.root(), 60) + ">");
        }
        if (LINTER.matcher(head.text()).find()) {
            return Recognition.alike(
                    "it holds test cases, here a linter lists its findings as test cases: send the linter's JSON or SARIF");
        }
        return Recognition.MATCH;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var notes = new Notes();
        var tally = new TestTally(allowance, notes);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            switch (xml.name()) {
                case "testsuites" -> {
                    tally.declaredByRoot(xml);
                    suites(xml, tally, 0);
                }
                case "testsuite" -> suite(xml, tally, 0);
                default ->
                    throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60)
                            + ">, not <testsuites> or <testsuite>.");
            }
            notes.replaced(xml.replacedCharacters());
        }
        Kind declared = input.declared().kind();
        var stated = new ToolRuns.Stated(
                tally.tool(input.declared().tool().name()),
                null,
                dev.plumbline.model.evidence.ToolRun.Success.UNSTATED,
                null,
                tally.startedAt(),
                null);
        var source = source(input, ToolRuns.joined(stated, input.declared().tool()), tally.closingNotes());
        var evidence = new TestsEvidence(
                declared == null ? Kind.UNIT_TESTS : declared,
                source,
                tally.counted(),
                tally.declared(),
                tally.times(),
                tally.notPassed(),
                tally.names());
        return Reading.of(evidence, tally.figures());
    }

    private static void suites(XmlCursor xml, TestTally tally, int level) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                child(xml, tally, level);
            }
        }
    }

    private static void suite(XmlCursor xml, TestTally tally, int level) {
        tally.suite(xml, level);
        suites(xml, tally, level + 1);
    }

    private static void child(XmlCursor xml, TestTally tally, int level) {
        switch (xml.name()) {
            case "testsuite" -> suite(xml, tally, level);
            case "testcase" -> testcase(xml, tally);
            case "error", "failure" -> tally.suiteError(message(xml));
            default -> xml.skip();
        }
    }

    private static void testcase(XmlCursor xml, TestTally tally) {
        var result = new CaseResult(xml.attribute("classname", ""), xml.attribute("name", ""), xml.attribute("time"));
        if (List.of("notrun", "disabled", "skipped").contains(xml.attribute("status", ""))) {
            result.became(State.SKIPPED, "");
        }
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "failure" -> result.became(State.FAILED, message(xml));
                    case "error" -> result.became(State.ERRORED, message(xml));
                    case "skipped" -> result.became(State.SKIPPED, message(xml));
                    case "flakyFailure", "flakyError" -> result.flaky(message(xml));
                    case "rerunFailure", "rerunError", "rerun" -> result.rerun(xml);
                    default -> xml.skip();
                }
            }
        }
        tally.add(result);
    }

    private static String message(XmlCursor xml) {
        String attribute = xml.attribute("message", "");
        String text = xml.text(MESSAGE_CHARS);
        return attribute.isBlank() ? text : attribute;
    }
}
