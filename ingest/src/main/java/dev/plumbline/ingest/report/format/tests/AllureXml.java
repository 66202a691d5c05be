package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Results of Allure 1: a file for each suite ([its
/// schema](https://github.com/allure-framework/allure1/blob/master/allure-model/src/main/resources/allure.xsd)).
/// Moments
/// are milliseconds since 1970.
final class AllureXml {
    private AllureXml() {}

    static XmlTests dialect() {
        return new XmlTests(
                "allure-xml",
                "allure",
                new FormatPage(
                        "Allure's adapters before 2: allure-results/*-testsuite.xml",
                        "1",
                        "tests with suite, state, duration and message",
                        "steps, attachments, labels, descriptions",
                        "https://github.com/allure-framework/allure1/blob/master/allure-model/src/main/resources/allure.xsd"),
                List.of("test-suite"),
                "urn:model.allure.qatools.yandex.ru",
                (xml, sheet) -> {
                    String version = xml.attribute("version");
                    sheet.suite();
                    String[] suite = {""};
                    XmlTests.children(xml, () -> {
                        switch (xml.name()) {
                            case "name" ->
                                suite[0] = xml.text(TestsReader.MESSAGE_CHARS).strip();
                            case "test-cases" ->
                                XmlTests.children(xml, () -> {
                                    if (xml.name().equals("test-case")) {
                                        testCase(xml, suite[0], sheet);
                                    } else {
                                        xml.skip();
                                    }
                                });
                            default -> xml.skip();
                        }
                    });
                    return version;
                });
    }

    private static void testCase(XmlCursor xml, String suite, TestSheet sheet) {
        String status = xml.attribute("status", "");
        Double took = took(xml.attribute("start"), xml.attribute("stop"));
        String[] words = {"", ""};
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "name" -> words[0] = xml.text(TestsReader.MESSAGE_CHARS).strip();
                case "failure" ->
                    XmlTests.children(xml, () -> {
                        if (xml.name().equals("message")) {
                            words[1] = xml.text(TestsReader.MESSAGE_CHARS).strip();
                        } else {
                            xml.skip();
                        }
                    });
                default -> xml.skip();
            }
        });
        var result = new CaseResult(suite, words[0]).tookMillis(took);
        switch (status) {
            case "passed" -> {
                // nothing stands against it
            }
            case "failed" -> result.became(State.FAILED, words[1]);
            case "skipped", "pending", "canceled" -> result.became(State.SKIPPED, words[1]);
            default -> result.became(State.ERRORED, words[1]);
        }
        sheet.add(result);
    }

    private static @Nullable Double took(@Nullable String start, @Nullable String stop) {
        return start != null && stop != null && start.matches("\\d{1,15}") && stop.matches("\\d{1,15}")
                ? Double.valueOf((double) (Long.parseLong(stop) - Long.parseLong(start)))
                : null;
    }
}
