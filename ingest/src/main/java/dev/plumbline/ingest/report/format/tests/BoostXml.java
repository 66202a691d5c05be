package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// XML of Boost.Test.
final class BoostXml {
    private static final int MESSAGE_CHARS = TestsReader.MESSAGE_CHARS;
    private static final List<String> COUNTS = List.of("passed", "failed", "aborted", "timed_out");

    private BoostXml() {}

    /// Boost.Test's log and report ([its
    /// schemas](https://www.boost.org/doc/libs/release/libs/test/doc/html/boost_test/test_output.html)).
    /// Of the report, the words of `result` count; of the log, what stands in a case.
    static XmlTests dialect() {
        return new XmlTests(
                "boost-test-xml",
                "boost.test",
                new FormatPage(
                        "Boost.Test --log_format=XML, --report_format=XML --report_level=detailed",
                        "all",
                        "test cases with duration and the first error",
                        "assertions that held, output, places",
                        "https://www.boost.org/doc/libs/release/libs/test/doc/html/boost_test/test_output.html"),
                List.of("TestLog", "TestResult"),
                "",
                (xml, sheet) -> {
                    boolean[] counts = new boolean[1];
                    boostSuite(xml, "", sheet, counts);
                    if (counts[0] && sheet.counted().tests() == 0) {
                        throw new MalformedReport(
                                xml.where(),
                                "The report counts test cases and lists none.",
                                "Have Boost.Test write it with --report_level=detailed.");
                    }
                    return null;
                });
    }

    private static void boostSuite(XmlCursor xml, String path, TestSheet sheet, boolean[] counts) {
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "TestSuite" -> {
                    sheet.suite();
                    String name = xml.attribute("name", "");
                    counts[0] |= COUNTS.stream()
                            .anyMatch(figure ->
                                    !xml.attribute("test_cases_" + figure, "0").equals("0"));
                    boostSuite(xml, path.isEmpty() ? name : path + "/" + name, sheet, counts);
                }
                case "TestCase" -> boostCase(xml, path, sheet);
                case "FatalError", "Exception" ->
                    sheet.suiteError(xml.text(MESSAGE_CHARS).strip());
                default -> xml.skip();
            }
        });
    }

    private static void boostCase(XmlCursor xml, String path, TestSheet sheet) {
        var result = new CaseResult(path, xml.attribute("name", ""));
        boolean skipped = xml.attribute("skipped", "").equals("yes");
        switch (xml.attribute("result", "")) {
            case "failed" -> result.became(State.FAILED, "");
            case "aborted", "timed-out" -> result.became(State.ERRORED, xml.attribute("result", ""));
            case "skipped" -> skipped = true;
            default -> {
                // a log, or a case that passed
            }
        }
        if (skipped) {
            result.became(State.SKIPPED, xml.attribute("reason", ""));
        }
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "Error" ->
                    result.became(State.FAILED, xml.text(MESSAGE_CHARS).strip());
                case "FatalError" ->
                    result.became(State.FAILED, xml.text(MESSAGE_CHARS).strip());
                case "Exception" ->
                    result.became(State.ERRORED, xml.text(MESSAGE_CHARS).strip());
                case "TestingTime" -> result.took(micros(xml.text(40).strip()));
                default -> xml.skip();
            }
        });
        sheet.add(result);
    }

    private static @Nullable String micros(String text) {
        return text.matches("\\d{1,15}") ? Double.toString(Long.parseLong(text) / 1e6) : null;
    }
}
