package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// JUnit XML in which a linter lists its findings as test cases that failed. {@link JunitLinters} knows by which marks
/// that is
/// seen. A case that passed is a file without findings.
final class LinterJunitReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("junit-findings");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a JUnit report in which a linter lists its findings";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                String.join(", ", JunitLinters.NAMES),
                "all",
                "failed cases as findings with rule, place, message; the tool by the names of suites",
                "times, properties",
                "https://github.com/astral-sh/ruff/blob/main/crates/ruff_db/src/diagnostic/render/junit.rs");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.family().equals("findings") || kind.family().equals("types");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "testsuites", "testsuite");
        if (look instanceof Recognition.Match && JunitLinters.tool(head.text()) == null) {
            return Recognition.alike("its test suites have the name of a linter, here they have not");
        }
        return look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        String name = JunitLinters.tool(head.text());
        Tool tool = name == null ? Tool.shared("junit") : JunitLinters.of(name);
        var sheet = new FindingsSheet(allowance);
        for (String figure : new String[] {"tests", "failures", "errors", "skipped"}) {
            sheet.count(figure, 0);
        }
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().startsWith("testsuite")) {
                throw xml.wrong("The root element is neither <testsuites> nor <testsuite>.");
            }
            suite(xml, sheet, tool);
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, tool, FindingsSheet.Errors.NONE);
    }

    private static void suite(XmlCursor xml, FindingsSheet sheet, Tool tool) {
        String name = xml.attribute("name", "");
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "testsuite" -> suite(xml, sheet, tool);
                    case "testcase" -> testcase(xml, name, sheet, tool);
                    case "error" -> sheet.toolError(xml.text(400));
                    default -> xml.skip();
                }
            }
        }
    }

    private static void testcase(XmlCursor xml, String suite, FindingsSheet sheet, Tool tool) {
        var failed = new JunitLinters.Case(
                suite,
                xml.attribute("name", ""),
                xml.attribute("classname", ""),
                xml.attribute("file", ""),
                xml.attribute("line", ""));
        String outcome = "";
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "failure", "error" -> {
                        outcome = outcome.equals("failures") || xml.name().equals("failure") ? "failures" : "errors";
                        finding(xml, failed, sheet, tool);
                    }
                    case "skipped" -> {
                        outcome = outcome.isEmpty() ? "skipped" : outcome;
                        xml.skip();
                    }
                    default -> xml.skip();
                }
            }
        }
        sheet.count("tests", 1);
        if (!outcome.isEmpty()) {
            sheet.count(outcome, 1);
        }
    }

    private static void finding(XmlCursor xml, JunitLinters.Case failed, FindingsSheet sheet, Tool tool) {
        var failure = new JunitLinters.Failure(
                xml.attribute("type", ""),
                xml.attribute("message", ""),
                xml.attribute("file", ""),
                xml.attribute("line", ""));
        String text = xml.text(64 * 1024);
        JunitLinters.entries(failed, failure, text, tool).forEach(sheet::add);
    }
}
