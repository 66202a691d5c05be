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
import org.jspecify.annotations.Nullable;

/// xUnit.net XML: version 1 (`assembly`/`class`/`test`), 2 and 3
/// (`assemblies`/`assembly`/`collection`/`test`); definition: [xUnit.net v2+ XML
/// format](https://xunit.net/docs/format-xml-v2). Fail → failed; Skip and NotRun → skipped. An `error` of
/// an assembly, collection or class, such as of a clean-up, is an error of the suite.
final class XunitReader implements TestsReader {
    @Override
    public Format format() {
        return new Format("xunit");
    }

    @Override
    public String title() {
        return "an xUnit.net test report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "xUnit.net runners",
                "1, 2 and 3",
                "tests by class, durations, messages, errors of clean-ups, declared totals",
                "traits, output, attachments",
                "https://xunit.net/docs/format-xml-v2");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "assemblies", "assembly");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("assemblies") && !xml.name().equals("assembly")) {
                throw xml.wrong(
                        "The root element is <" + Texts.shown(xml.name(), 60) + ">, not <assemblies> or <assembly>.");
            }
            version = version(xml);
            sheet.started(TestSheet.moment(xml.attribute("start-rtf")));
            if (xml.name().equals("assembly")) {
                assembly(xml, sheet);
            } else {
                for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                    if (step == Step.START) {
                        version = version == null ? version(xml) : version;
                        assembly(xml, sheet);
                    }
                }
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, "xunit.net", version));
    }

    private static @Nullable String version(XmlCursor xml) {
        String framework = xml.attribute("test-framework");
        return framework == null ? null : framework.replaceFirst("(?i)^xunit\\.net (v[0-9]+ )?", "");
    }

    private static void assembly(XmlCursor xml, TestSheet sheet) {
        Integer skipped = xml.count("skipped");
        Integer notRun = xml.count("not-run");
        sheet.declare(
                xml.count("total"),
                xml.count("failed"),
                0,
                (skipped == null ? 0 : skipped) + (notRun == null ? 0 : notRun));
        sheet.started(TestSheet.moment(xml.attribute("start-rtf")));
        inside(xml, sheet);
    }

    private static void inside(XmlCursor xml, TestSheet sheet) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "collection", "class" -> {
                        sheet.suite();
                        inside(xml, sheet);
                    }
                    case "errors" -> inside(xml, sheet);
                    case "error" -> sheet.suiteError(failure(xml));
                    case "failure" -> sheet.suiteError(message(xml));
                    case "test" -> test(xml, sheet);
                    default -> xml.skip();
                }
            }
        }
    }

    private static void test(XmlCursor xml, TestSheet sheet) {
        String group = xml.attribute("type", "");
        String name = xml.attribute("name", xml.attribute("method", ""));
        var result = new CaseResult(
                        group,
                        !group.isEmpty() && name.startsWith(group + ".") ? name.substring(group.length() + 1) : name)
                .took(xml.attribute("time"));
        String outcome = xml.attribute("result", "");
        String message = failure(xml);
        switch (outcome) {
            case "Pass" -> {
                // passed
            }
            case "Fail" -> result.became(State.FAILED, message);
            case "Skip", "NotRun" -> result.became(State.SKIPPED, message);
            default -> {
                sheet.notes().add("A test's result «" + Texts.shown(outcome, 60) + "» is none that is known.");
                result.became(State.ERRORED, message.isEmpty() ? "The result is not known." : message);
            }
        }
        sheet.add(result);
    }

    private static String failure(XmlCursor xml) {
        String message = "";
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "failure", "reason" -> message = message(xml);
                    default -> xml.skip();
                }
            }
        }
        return message;
    }

    /// The message element, or the text itself.
    private static String message(XmlCursor xml) {
        return xml.text(MESSAGE_CHARS);
    }
}
