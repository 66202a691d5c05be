package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// XML of runs that is no JUnit XML: PHPUnit's testdox, JMeter's samples.
final class RunXml {
    private static final int MESSAGE_CHARS = TestsReader.MESSAGE_CHARS;

    private RunXml() {}

    static List<XmlTests> all() {
        return List.of(testdox(), jmeter());
    }

    /// PHPUnit's Util/TestDox/XmlResultPrinter.php, up to PHPUnit 9. Of the states 0 passed, 1 was skipped,
    /// 2 is incomplete, 3 failed, 4 broke, 5 is risky, 6 is a warning; PHPUnit's JUnit XML has the last two
    /// as errors.
    private static XmlTests testdox() {
        return new XmlTests(
                "testdox-xml",
                "phpunit",
                new FormatPage(
                        "phpunit --testdox-xml",
                        "up to PHPUnit 9",
                        "tests by class with state, duration and message",
                        "groups, covered classes",
                        "https://docs.phpunit.de/en/9.6/textui.html#command-line-options"),
                List.of("tests"),
                "prettifiedMethodName=",
                (xml, sheet) -> {
                    XmlTests.children(xml, () -> {
                        if (!xml.name().equals("test")) {
                            throw xml.wrong("An element of the root is no <test>.");
                        }
                        var result = new CaseResult(xml.attribute("className", ""), xml.attribute("methodName", ""))
                                .took(xml.attribute("time"));
                        String message = xml.attribute("exceptionMessage", "");
                        switch (xml.attribute("status", "")) {
                            case "0" -> {
                                // passed
                            }
                            case "1", "2" -> result.became(State.SKIPPED, message);
                            case "3" -> result.became(State.FAILED, message);
                            default -> result.became(State.ERRORED, message);
                        }
                        sheet.add(result);
                        xml.skip();
                    });
                    return null;
                });
    }

    /// JMeter's results in XML ([their elements](https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1)).
    /// Samples inside of a sample are its parts.
    private static XmlTests jmeter() {
        return new XmlTests(
                "jmeter-xml",
                "jmeter",
                new FormatPage(
                        "JMeter: .jtl with jmeter.save.saveservice.output_format=xml",
                        "1.2",
                        "samples by label with duration and what failed",
                        "samples inside of samples, requests and responses, latencies",
                        "https://jmeter.apache.org/usermanual/listeners.html#xmlformat2.1"),
                List.of("testResults"),
                "",
                (xml, sheet) -> {
                    var transactions = new Transactions();
                    XmlTests.children(xml, () -> sample(xml, sheet, transactions));
                    transactions.note(sheet);
                    return null;
                });
    }

    private static void sample(XmlCursor xml, TestSheet sheet, Transactions transactions) {
        String reason = (xml.attribute("rc", "") + " " + xml.attribute("rm", "")).strip();
        boolean failed = xml.attribute("s", "true").equals("false");
        var result = new CaseResult("", xml.attribute("lb", "")).tookMillis(millis(xml.attribute("t", "")));
        transactions.look(xml.attribute("rm", ""));
        String[] words = {""};
        XmlTests.children(xml, () -> {
            if (!xml.name().equals("assertionResult")) {
                xml.skip();
                return;
            }
            XmlTests.children(xml, () -> {
                String text = xml.name().equals("failureMessage") ? xml.text(MESSAGE_CHARS) : "";
                words[0] = words[0].isEmpty() ? text.strip() : words[0];
                if (text.isEmpty() && !xml.name().equals("failureMessage")) {
                    xml.skip();
                }
            });
        });
        if (failed) {
            result.became(State.FAILED, words[0].isEmpty() ? reason : words[0]);
        }
        sheet.add(result);
    }

    static @Nullable Double millis(String text) {
        return text.matches("\\d{1,12}") ? Double.valueOf(text) : null;
    }

    /// Samples of JMeter that add others up, which are listed too unless the plan hides them.
    static final class Transactions {
        private int count;

        void look(String message) {
            count += message.startsWith("Number of samples in transaction") ? 1 : 0;
        }

        void note(TestSheet sheet) {
            if (count > 0) {
                sheet.notes().add(count + " of the samples are transactions, which add up other samples.");
            }
        }
    }
}
