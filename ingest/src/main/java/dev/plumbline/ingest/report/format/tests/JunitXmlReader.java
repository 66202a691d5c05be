package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// JUnit XML in the dialects of pytest, Surefire, Gradle, Jest, Mocha, Bazel, CTest, GoogleTest, nextest,
/// gotestsum, PHPUnit and others (definition: the Jenkins xUnit schema junit-10.xsd, Surefire's
/// surefire-test-report.xsd, pytest's `junitxml.py`). A test case counts once, as failure before error
/// before skipped; an expected failure of pytest is a skipped case. One that is marked as failed in an
/// attribute alone failed. Flaky and repeated runs of Surefire and nextest are counted apart. An error
/// directly under a suite counts as an error. What suites say of themselves is kept beside the count.
final class JunitXmlReader implements TestsReader {
    private static final Pattern LINTER =
            Pattern.compile("<testsuites?\\s[^>]{0,400}?(?:name=\"ruff\"|package=\"org\\.(?:eslint|stylelint|ruff)\")");
    /// What else the skipped ones are called, by nose and Eclipse among others.
    private static final List<String> SKIPS = List.of("skips", "skip", "ignored");
    private static final Set<String> NOT_RUN = Set.of("notrun", "disabled", "skipped", "skip", "suppressed", "ignored");
    private static final Set<String> FAILED = Set.of("failed", "fail", "failure");
    private static final Set<String> ERRORED = Set.of("error", "errored", "broken");
    private static final Map<String, String> TOOLS = Map.of(
            "pytest", "pytest",
            "jest tests", "jest",
            "vitest tests", "vitest",
            "Mocha Tests", "mocha",
            "nextest-run", "nextest",
            "bun test", "bun");

    @Override
    public Format format() {
        return new Format("junit-xml");
    }

    @Override
    public int version() {
        return 4;
    }

    @Override
    public String title() {
        return "a JUnit test report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "pytest, Surefire, Gradle, Jest, Mocha, Bazel, CTest, nextest, gotestsum, PHPUnit and others",
                "junit-10.xsd and its dialects",
                "test cases with state, duration and message; flaky and repeated runs; errors of suites; declared"
                        + " totals",
                "properties, output, assertions; names past the first 500 that did not pass",
                "https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "testsuites", "testsuite", "testrun");
        return look instanceof Recognition.Match && LINTER.matcher(head.text()).find()
                ? Recognition.alike(
                        "it holds test cases, here a linter lists its findings as test cases: send the linter's JSON"
                                + " or SARIF")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var pass = new Pass(new TestSheet(allowance));
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            switch (xml.name()) {
                case "testsuites", "testrun" -> pass.root(xml);
                case "testsuite" -> pass.suite(xml, 0, false);
                default ->
                    throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60)
                            + ">, not <testsuites> or <testsuite>.");
            }
            pass.sheet.notes().replaced(xml.replacedCharacters());
        }
        return pass.sheet.reading(this, input, tool(input, TOOLS.getOrDefault(pass.name, "junit"), null));
    }

    /// One pass through a file.
    private static final class Pass {
        private final TestSheet sheet;
        private String name = "";

        private Pass(TestSheet sheet) {
            this.sheet = sheet;
        }

        private void root(XmlCursor xml) {
            // some tools sum up the tests alone, and what became of them by suite
            boolean declared = (xml.attribute("failures") != null || xml.attribute("errors") != null) && declare(xml);
            named(xml);
            sheet.started(TestSheet.moment(xml.attribute("timestamp")));
            inside(xml, 0, declared);
        }

        /// @param level 0 for the outermost suites, whose figures hold those of the suites inside them
        /// @param declared the root has spoken for all suites
        private void suite(XmlCursor xml, int level, boolean declared) {
            sheet.suite();
            named(xml);
            if (level == 0 && !declared) {
                declare(xml);
            }
            sheet.started(TestSheet.moment(xml.attribute("timestamp")));
            inside(xml, level + 1, declared);
        }

        private void named(XmlCursor xml) {
            if (!TOOLS.containsKey(name)) {
                name = xml.attribute("name", "");
            }
        }

        private void inside(XmlCursor xml, int level, boolean declared) {
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "testsuite" -> suite(xml, level, declared);
                        case "testsuites" -> inside(xml, level, declared || level == 0 && declare(xml));
                        case "testcase" -> {
                            if (level == 0 && !declared) {
                                sheet.undeclare();
                            }
                            testcase(xml);
                        }
                        case "error", "failure" -> sheet.suiteError(message(xml));
                        default -> xml.skip();
                    }
                }
            }
        }

        private void testcase(XmlCursor xml) {
            String group = xml.attribute("classname", xml.attribute("class", ""));
            var result = new CaseResult(group, xml.attribute("name", "")).took(xml.attribute("time"));
            String status = word(xml, "status");
            String outcome = word(xml, "result");
            if (NOT_RUN.contains(status)
                    || NOT_RUN.contains(outcome)
                    || word(xml, "ignored").equals("true")) {
                result.became(State.SKIPPED, "");
            } else if (word(xml, "incomplete").equals("true")) {
                result.became(State.SKIPPED, "It was not run to its end.");
            }
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    mark(xml, result);
                }
            }
            if (FAILED.contains(status) || FAILED.contains(outcome)) {
                result.otherwise(State.FAILED, "It is marked as failed, without a reason.");
            } else if (ERRORED.contains(status) || ERRORED.contains(outcome)) {
                result.otherwise(State.ERRORED, "It is marked as broken, without a reason.");
            }
            sheet.add(result);
        }

        private static String word(XmlCursor xml, String attribute) {
            return xml.attribute(attribute, "").toLowerCase(Locale.ROOT);
        }

        private static void mark(XmlCursor xml, CaseResult result) {
            switch (xml.name()) {
                case "failure" -> result.became(State.FAILED, message(xml));
                case "error" -> result.became(State.ERRORED, message(xml));
                case "skipped", "ignored" -> result.became(State.SKIPPED, message(xml));
                case "flakyFailure", "flakyError" -> result.flaky(message(xml));
                case "rerunFailure", "rerunError", "rerun" -> {
                    result.rerun();
                    xml.skip();
                }
                default -> xml.skip();
            }
        }

        private static String message(XmlCursor xml) {
            String attribute = xml.attribute("message", "");
            String text = xml.text(MESSAGE_CHARS);
            return attribute.isBlank() ? text : attribute;
        }

        private boolean declare(XmlCursor xml) {
            Integer tests = count(xml, "tests");
            if (tests == null) {
                return false;
            }
            Integer skipped = count(xml, "skipped");
            for (String word : SKIPS) {
                skipped = skipped != null ? skipped : count(xml, word);
            }
            sheet.declare(tests, count(xml, "failures"), count(xml, "errors"), sum(skipped, count(xml, "disabled")));
            return true;
        }

        private static @Nullable Integer sum(@Nullable Integer a, @Nullable Integer b) {
            return a == null ? b : b == null ? a : Integer.valueOf((int) Math.min(Integer.MAX_VALUE, (long) a + b));
        }

        /// The figures in attributes are a second opinion: one that is no number is passed over.
        private @Nullable Integer count(XmlCursor xml, String attribute) {
            try {
                return xml.count(attribute);
            } catch (MalformedReport e) {
                sheet.notes().add(e.what());
                return null;
            }
        }
    }
}
