package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SonarQube's generic test execution: files with test cases, durations in milliseconds.
final class SonarTestsXml {
    private SonarTestsXml() {}

    static XmlTests dialect() {
        return new XmlTests(
                "sonar-tests-xml",
                "sonar",
                new FormatPage(
                        "tools that write generic test executions for SonarQube, such as jest-sonar",
                        "1",
                        "test cases by file with duration and message",
                        "stack traces",
                        "https://docs.sonarsource.com/sonarqube-server/analyzing-source-code/test-coverage/generic-test-data"),
                List.of("testExecutions", "unitTest"),
                "",
                (xml, sheet) -> {
                    XmlTests.children(xml, () -> {
                        if (!xml.name().equals("file")) {
                            throw xml.wrong("An element of the root is no <file>.");
                        }
                        sheet.suite();
                        String path = xml.attribute("path", "");
                        XmlTests.children(xml, () -> {
                            if (!xml.name().equals("testCase")) {
                                throw xml.wrong("An element of a <file> is no <testCase>.");
                            }
                            var result = new CaseResult(path, xml.attribute("name", ""))
                                    .tookMillis(millis(xml.attribute("duration")));
                            XmlTests.children(xml, () -> {
                                String message = xml.attribute("message", "");
                                switch (xml.name()) {
                                    case "skipped" -> result.became(State.SKIPPED, message);
                                    case "failure" -> result.became(State.FAILED, message);
                                    case "error" -> result.became(State.ERRORED, message);
                                    default -> {
                                        // nothing else is defined
                                    }
                                }
                                xml.skip();
                            });
                            sheet.add(result);
                        });
                    });
                    return null;
                });
    }

    private static @Nullable Double millis(@Nullable String text) {
        return text == null || !text.matches("\\d{1,12}(?:\\.\\d{1,9})?") ? null : Double.valueOf(text);
    }
}
