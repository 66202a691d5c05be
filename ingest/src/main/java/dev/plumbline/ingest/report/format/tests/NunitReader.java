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
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// NUnit XML, versions 2 (`test-results`) and 3 (`test-run`); definitions: [NUnit
/// 2](https://nunit.org/files/testresult_schema_25.txt), [NUnit
/// 3](https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html); some runners write the
/// outermost `test-suite` of version 3 alone. Errors are what version 2 calls so; version 3 counts a case
/// that threw among the failed ones, whatever its label says. Skipped, Ignored, Inconclusive and what was
/// not executed is skipped. A suite whose own set-up or tear-down failed is an error of the suite.
final class NunitReader implements TestsReader {
    private static final Set<String> ERRORS = Set.of("Error", "Invalid", "NotRunnable", "Cancelled");
    private static final Set<String> SKIPPED = Set.of("Skipped", "Ignored", "Inconclusive");
    private static final Set<String> FAILED = Set.of("Failure", "Failed");
    private static final Set<String> OWN_SITES = Set.of("SetUp", "TearDown");

    @Override
    public Format format() {
        return new Format("nunit");
    }

    @Override
    public int version() {
        return 3;
    }

    @Override
    public String title() {
        return "an NUnit test report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "NUnit, nunit-console",
                "2 and 3",
                "cases by class, durations, messages, failures of set-up and tear-down, declared totals",
                "assertions, properties, output, attachments",
                "https://docs.nunit.org/articles/nunit/technical-notes/usage/Test-Result-XML-Format.html");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "test-results", "test-run");
        Recognition alone = Looks.rootWith(head, "test-suite", "testcasecount", "result");
        return alone instanceof Recognition.Match ? alone : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        String version = null;
        boolean failed = false;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            failed = FAILED.contains(xml.attribute("result", ""));
            switch (xml.name()) {
                case "test-results" -> declaredBy2(xml, sheet);
                case "test-run" -> {
                    declaredBy3(xml, sheet);
                    version = xml.attribute("engine-version");
                }
                case "test-suite" -> {
                    declaredBy3(xml, sheet);
                    suite(xml, sheet);
                }
                default ->
                    throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60)
                            + ">, not <test-results>, <test-run> or <test-suite>.");
            }
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "environment" -> version = xml.attribute("nunit-version", version == null ? "" : version);
                        case "test-suite" -> suite(xml, sheet);
                        default -> xml.skip();
                    }
                }
            }
            if (failed && sheet.counted().equals(TestSheet.NONE)) {
                sheet.suiteError("The run failed, and no test of it ran: see why in the report's test-suite.");
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "nunit", version));
    }

    private static void declaredBy2(XmlCursor xml, TestSheet sheet) {
        Integer total = count(xml, "total");
        if (total != null) {
            int notRun = orZero(count(xml, "not-run"));
            int inconclusive = orZero(count(xml, "inconclusive"));
            sheet.declare(total + notRun, count(xml, "failures"), count(xml, "errors"), notRun + inconclusive);
        }
    }

    private static void declaredBy3(XmlCursor xml, TestSheet sheet) {
        sheet.declare(
                count(xml, "total"),
                count(xml, "failed"),
                0,
                orZero(count(xml, "skipped")) + orZero(count(xml, "inconclusive")));
        sheet.started(moment(xml.attribute("start-time")));
        sheet.finished(moment(xml.attribute("end-time")));
    }

    /// NUnit 3 writes `2026-01-02 03:04:05Z`.
    private static @Nullable Instant moment(@Nullable String text) {
        return text == null ? null : TestSheet.moment(text.replaceFirst("(?<=[0-9]) (?=[0-9])", "T"));
    }

    private static @Nullable Integer count(XmlCursor xml, String name) {
        return xml.count(name);
    }

    private static int orZero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    /// Also walks through `results`, in which NUnit 2 puts cases and suites.
    private static void suite(XmlCursor xml, TestSheet sheet) {
        String site = xml.attribute("site", "");
        boolean own = xml.name().equals("test-suite");
        boolean broken = own && isBroken(xml);
        var before = sheet.counted();
        String reason = "";
        if (own) {
            sheet.suite();
        }
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "test-suite", "results" -> suite(xml, sheet);
                    case "test-case" -> testCase(xml, sheet);
                    case "failure" -> {
                        String message = message(xml);
                        reason = message;
                        if (OWN_SITES.contains(site)) {
                            sheet.suiteError(message);
                        }
                    }
                    case "reason" -> reason = message(xml);
                    default -> xml.skip();
                }
            }
        }
        if (broken && sheet.counted().equals(before)) {
            sheet.suiteError(reason.isBlank() ? "The suite could not be run." : reason);
        }
    }

    /// An assembly that could not be loaded, or a fixture without a constructor: there may be nothing in
    /// it.
    private static boolean isBroken(XmlCursor xml) {
        return xml.attribute("runstate", "").equals("NotRunnable")
                || xml.attribute("result", "").equals("NotRunnable")
                || xml.attribute("label", "").equals("Invalid");
    }

    private static void testCase(XmlCursor xml, TestSheet sheet) {
        String full = xml.attribute("fullname", xml.attribute("name", ""));
        String group = xml.attribute("classname", "");
        var result = new CaseResult(
                        group,
                        !group.isEmpty() && full.startsWith(group + ".") ? full.substring(group.length() + 1) : full)
                .took(xml.attribute("duration", xml.attribute("time", "0")));
        State state = state(xml);
        String message = "";
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "failure", "reason" -> message = message(xml);
                    default -> xml.skip();
                }
            }
        }
        if (state != null) {
            result.became(state, message);
        }
        sheet.add(result);
    }

    private static @Nullable State state(XmlCursor xml) {
        String result = xml.attribute("result", "");
        if (ERRORS.contains(result)) {
            return State.ERRORED;
        }
        if (FAILED.contains(result)) {
            return State.FAILED;
        }
        if (SKIPPED.contains(result) || xml.attribute("executed", "").equalsIgnoreCase("False")) {
            return State.SKIPPED;
        }
        return xml.attribute("success", "").equalsIgnoreCase("False") ? State.FAILED : null;
    }

    private static String message(XmlCursor xml) {
        String message = "";
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("message")) {
                    message = xml.text(MESSAGE_CHARS);
                } else {
                    xml.skip();
                }
            }
        }
        return message;
    }
}
