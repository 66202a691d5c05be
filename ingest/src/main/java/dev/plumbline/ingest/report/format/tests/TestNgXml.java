package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;

/// TestNG's testng-results.xml ([XMLReporter](https://testng.org/#_xml_reports)). Methods that configure are no tests;
/// one
/// that failed is an error of the suite. An attempt that was repeated is no test of its own.
final class TestNgXml {
    private final XmlCursor xml;
    private final TestSheet sheet;
    private int retried;

    private TestNgXml(XmlCursor xml, TestSheet sheet) {
        this.xml = xml;
        this.sheet = sheet;
    }

    static XmlTests dialect() {
        return new XmlTests(
                "testng-xml",
                "testng",
                new FormatPage(
                        "TestNG, Surefire with TestNG",
                        "5 to 7",
                        "test methods by class with duration and message, failed configurations, declared totals",
                        "groups, parameters, stack traces, attempts that were repeated",
                        "https://testng.org/#_xml_reports"),
                List.of("testng-results"),
                "",
                (xml, sheet) -> {
                    new TestNgXml(xml, sheet).read();
                    return null;
                });
    }

    private void read() {
        Integer skipped = xml.count("skipped");
        Integer ignored = xml.count("ignored");
        sheet.declare(
                xml.count("total"),
                xml.count("failed"),
                null,
                (skipped == null ? 0 : skipped) + (ignored == null ? 0 : Math.min(ignored, 1_000_000)));
        String[] group = {""};
        XmlTests.inside(xml, () -> {
            switch (xml.name()) {
                case "test" -> sheet.suite();
                case "class" -> group[0] = xml.attribute("name", "");
                case "test-method" -> method(group[0]);
                default -> {
                    // suites, groups, reporter output
                }
            }
        });
        if (retried > 0) {
            sheet.notes().add(retried + " attempts of tests were repeated and are no tests of their own.");
        }
    }

    private void method(String group) {
        String name = xml.attribute("name", "");
        var result = new CaseResult(group, name);
        String status = xml.attribute("status", "");
        boolean configures = xml.attribute("is-config", "").equals("true");
        boolean repeated = xml.attribute("retried", "").equals("true");
        String millis = xml.attribute("duration-ms", "");
        if (millis.matches("\\d{1,12}")) {
            result.tookMillis(Double.valueOf(millis));
        }
        String[] message = {""};
        XmlTests.inside(xml, () -> {
            if (xml.name().equals("message") && message[0].isEmpty()) {
                message[0] = xml.text(TestsReader.MESSAGE_CHARS).strip();
            }
        });
        if (configures) {
            if (status.equals("FAIL")) {
                sheet.suiteError(group + "." + name + ": " + message[0]);
            }
        } else if (repeated) {
            retried++;
        } else {
            switch (status) {
                case "PASS" -> {
                    // nothing stands against it
                }
                case "SKIP", "IGNORED" -> result.became(State.SKIPPED, message[0]);
                default -> result.became(State.FAILED, message[0]);
            }
            sheet.add(result);
        }
    }
}
