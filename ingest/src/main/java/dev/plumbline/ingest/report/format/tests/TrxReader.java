package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.TestCase.State;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Visual Studio test results (definition:
/// [vstst.xsd](https://github.com/microsoft/vstest/blob/main/src/Microsoft.TestPlatform.Extensions.TrxLogger/TrxLogger.cs)
/// of the namespace TeamTest/2010). Of a data-driven test its single runs count, not their common head. Failed →
/// failed; Error, Timeout, Aborted, Disconnected → error; NotExecuted, NotRunnable, Inconclusive, Pending → skipped. A
/// run that was aborted, or failed although no test did, is an error of the suite. Classes come from the definitions,
/// which stand behind the results.
final class TrxReader implements TestsReader {
    private static final Set<String> ERRORS =
            Set.of("Error", "Timeout", "Aborted", "Disconnected", "PassedButRunAborted");
    private static final Set<String> SKIPPED =
            Set.of("NotExecuted", "NotRunnable", "Inconclusive", "Pending", "InProgress");
    private static final Set<String> RESULTS = Set.of(
            "UnitTestResult",
            "TestResult",
            "GenericTestResult",
            "ManualTestResult",
            "WebTestResult",
            "OrderedTestResult");
    private static final int BYTES_PER_TEST = 200;

    @Override
    public Format format() {
        return new Format("trx");
    }

    @Override
    public String title() {
        return "a Visual Studio test result (TRX)";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "vstest, dotnet test --logger trx, MSTest",
                "TeamTest/2010",
                "results with class, duration and message, the run's outcome and counters",
                "attachments, test lists, output beyond the message",
                "https://github.com/microsoft/vstest/tree/main/src/Microsoft.TestPlatform.Extensions.TrxLogger");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "TestRun");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        var pass = new Pass(sheet, classes(input, allowance));
        try (var xml = Xml.open(input.content(), allowance)) {
            root(xml);
            pass.run(xml);
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "vstest", null));
    }

    private static void root(XmlCursor xml) {
        xml.toRoot();
        if (!xml.name().equals("TestRun")) {
            throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <TestRun>.");
        }
    }

    /// {@return test id → class}
    private static Map<String, String> classes(ReportInput input, Allowance allowance) throws IOException {
        var classes = new HashMap<String, String>();
        try (var xml = Xml.open(input.content(), allowance)) {
            root(xml);
            String id = "";
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "UnitTest" -> id = xml.attribute("id", "");
                        case "TestMethod" -> {
                            String name = xml.attribute("className", "");
                            allowance.keep(BYTES_PER_TEST + 2L * name.length());
                            // MSTest wrote the assembly behind the class
                            classes.put(id, name.replaceFirst(",.*", ""));
                        }
                        default -> {
                            // results are read in the second pass
                        }
                    }
                }
            }
        }
        return classes;
    }

    /// One pass through the results.
    private static final class Pass {
        private final TestSheet sheet;
        private final Map<String, String> classes;

        private Pass(TestSheet sheet, Map<String, String> classes) {
            this.sheet = sheet;
            this.classes = classes;
        }

        private void run(XmlCursor xml) {
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "Times" -> times(xml);
                        case "Results" -> results(xml);
                        case "ResultSummary" -> summary(xml);
                        default -> xml.skip();
                    }
                }
            }
        }

        private void times(XmlCursor xml) {
            sheet.started(TestSheet.moment(xml.attribute("start")));
            sheet.finished(TestSheet.moment(xml.attribute("finish")));
            xml.skip();
        }

        /// {@return whether there was a result}
        private boolean results(XmlCursor xml) {
            boolean any = false;
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    if (RESULTS.contains(xml.name())) {
                        any = true;
                        result(xml);
                    } else {
                        xml.skip();
                    }
                }
            }
            return any;
        }

        private void result(XmlCursor xml) {
            String outcome = xml.attribute("outcome", "");
            var result = new CaseResult(
                    classes.getOrDefault(xml.attribute("testId", ""), ""), xml.attribute("testName", ""));
            result.took(seconds(xml.attribute("duration")));
            String message = "";
            boolean head = false;
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "InnerResults" -> head = results(xml) || head;
                        case "Output" -> message = message(xml);
                        default -> xml.skip();
                    }
                }
            }
            if (head) {
                sheet.suite();
                return;
            }
            if (outcome.equals("Failed")) {
                result.became(State.FAILED, message);
            } else if (ERRORS.contains(outcome) || outcome.isEmpty()) {
                // the definition's default outcome is Error
                result.became(State.ERRORED, message);
            } else if (SKIPPED.contains(outcome)) {
                result.became(State.SKIPPED, message);
            }
            sheet.add(result);
        }

        private static String message(XmlCursor xml) {
            String message = "";
            int depth = 1;
            while (depth > 0) {
                Step step = xml.next();
                if (step == Step.START && xml.name().equals("Message")) {
                    message = xml.text(MESSAGE_CHARS);
                } else if (step == Step.START) {
                    depth++;
                } else if (step == Step.END) {
                    depth--;
                }
            }
            return message;
        }

        private void summary(XmlCursor xml) {
            String outcome = xml.attribute("outcome", "");
            String text = "";
            int depth = 1;
            while (depth > 0) {
                Step step = xml.next();
                if (step == Step.START && xml.name().equals("Text")) {
                    String more = xml.text(MESSAGE_CHARS);
                    text = text.isEmpty() ? more : text;
                } else if (step == Step.START) {
                    counters(xml);
                    depth++;
                } else if (step == Step.END) {
                    depth--;
                }
            }
            var counted = sheet.counted();
            boolean broken =
                    Set.of("Aborted", "Error", "Timeout", "Disconnected").contains(outcome);
            if (broken || outcome.equals("Failed") && counted.failures() + counted.errors() == 0) {
                sheet.suiteError("The run as a whole ended as " + outcome + (text.isBlank() ? "" : ": " + text));
            }
        }

        private void counters(XmlCursor xml) {
            Integer total = xml.name().equals("Counters") ? xml.count("total") : null;
            if (total != null) {
                Integer executed = xml.count("executed");
                int errors = orZero(xml.count("error")) + orZero(xml.count("timeout")) + orZero(xml.count("aborted"));
                sheet.declare(
                        total, xml.count("failed"), errors, executed == null ? null : Math.max(0, total - executed));
            }
        }

        private static int orZero(@Nullable Integer count) {
            return count == null ? 0 : count;
        }

        private static @Nullable String seconds(@Nullable String duration) {
            try {
                return duration == null
                        ? null
                        : Double.toString(LocalTime.parse(duration).toNanoOfDay() / 1e9);
            } catch (DateTimeException e) {
                return duration;
            }
        }
    }
}
