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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
        var pass = new Pass(sheet, allowance);
        if (!run(pass, input, allowance)) {
            Map<String, String> classes = pass.classes;
            sheet = new TestSheet(allowance);
            pass = new Pass(sheet, allowance, classes);
            run(pass, input, allowance);
        }
        return sheet.reading(this, input, tool(input, "vstest", null));
    }

    /// {@return whether all results have their class}
    private static boolean run(Pass pass, ReportInput input, Allowance allowance) throws IOException {
        try (var xml = Xml.open(input.content(), allowance)) {
            root(xml);
            boolean known = pass.run(xml);
            pass.sheet.notes().replaced(xml.replacedCharacters());
            return known;
        }
    }

    private static void root(XmlCursor xml) {
        xml.toRoot();
        if (!xml.name().equals("TestRun")) {
            throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <TestRun>.");
        }
    }

    /// One pass through the results. They wait for their classes; where they become too many, the classes
    /// alone are kept, for another pass.
    private static final class Pass {
        private static final int MOST_WAITING = 20_000;
        private static final int BYTES_PER_TEST = 200;

        private final TestSheet sheet;
        private final Allowance allowance;
        /// test id → class
        private final Map<String, String> classes;
        private final boolean classesKnown;
        private final List<Waiting> waiting = new ArrayList<>();
        private final List<Ending> endings = new ArrayList<>();
        private boolean tooMany;

        private Pass(TestSheet sheet, Allowance allowance) {
            this(sheet, allowance, new HashMap<>(), false);
        }

        /// @param classes of all tests
        private Pass(TestSheet sheet, Allowance allowance, Map<String, String> classes) {
            this(sheet, allowance, classes, true);
        }

        private Pass(TestSheet sheet, Allowance allowance, Map<String, String> classes, boolean classesKnown) {
            this.sheet = sheet;
            this.allowance = allowance;
            this.classes = classes;
            this.classesKnown = classesKnown;
        }

        /// A result whose class is not known yet.
        private record Waiting(String test, CaseResult result) {}

        /// How the run as a whole ended.
        private record Ending(String outcome, String text) {}

        /// {@return whether all results were added}
        private boolean run(XmlCursor xml) {
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "Times" -> times(xml);
                        case "Results" -> results(xml);
                        case "ResultSummary" -> summary(xml);
                        default -> definitions(xml);
                    }
                }
            }
            if (tooMany) {
                return false;
            }
            for (Waiting one : waiting) {
                sheet.add(one.result.of(classOf(one.test)));
            }
            endings.forEach(this::ended);
            return true;
        }

        private String classOf(String test) {
            return classes.getOrDefault(test, "");
        }

        private void definitions(XmlCursor xml) {
            int outside = xml.depth() - 1;
            String id = "";
            while (xml.depth() > outside) {
                if (xml.next() == Step.START && !classesKnown) {
                    switch (xml.name()) {
                        case "UnitTest" -> id = xml.attribute("id", "");
                        case "TestMethod" -> {
                            String name = xml.attribute("className", "");
                            allowance.keep(BYTES_PER_TEST + 2L * name.length());
                            // MSTest wrote the assembly behind the class
                            int comma = name.indexOf(',');
                            classes.put(id, comma < 0 ? name : name.substring(0, comma));
                        }
                        default -> {
                            // lists, settings, owners
                        }
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
            String test = xml.attribute("testId", "");
            var result = new CaseResult("", xml.attribute("testName", ""));
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
            if (classesKnown) {
                sheet.add(result.of(classOf(test)));
            } else if (!tooMany) {
                await(new Waiting(test, result));
            }
        }

        private void await(Waiting one) {
            allowance.keep(BYTES_PER_TEST + 2L * one.result.name().length());
            waiting.add(one);
            if (waiting.size() > MOST_WAITING) {
                tooMany = true;
                waiting.clear();
            }
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
            allowance.keep(BYTES_PER_TEST + 2L * (outcome.length() + text.length()));
            endings.add(new Ending(outcome, text));
        }

        /// When all results were added, wherever the summary stands: some tools write it before them.
        private void ended(Ending run) {
            String outcome = run.outcome;
            var counted = sheet.counted();
            boolean broken =
                    Set.of("Aborted", "Error", "Timeout", "Disconnected").contains(outcome);
            if (broken || outcome.equals("Failed") && counted.failures() + counted.errors() == 0) {
                sheet.suiteError(
                        "The run as a whole ended as " + outcome + (run.text.isBlank() ? "" : ": " + run.text));
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
                if (duration == null) {
                    return null;
                }
                String usual = Durations.ofClock(duration);
                return usual != null
                        ? usual
                        : Double.toString(LocalTime.parse(duration).toNanoOfDay() / 1e9);
            } catch (DateTimeException e) {
                return duration;
            }
        }
    }
}
