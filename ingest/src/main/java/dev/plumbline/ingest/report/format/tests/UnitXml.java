package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// XML of unit test libraries for C and Pascal: Check, CUnit, UnitTest++, FPCUnit.
final class UnitXml {
    private static final int MESSAGE_CHARS = TestsReader.MESSAGE_CHARS;
    private static final String CHECK_NAMESPACE = "http://check.sourceforge.net/ns";

    private UnitXml() {}

    /// @return in an order in which JUnit's reader, whose root element Check has too, comes later
    static List<XmlTests> all() {
        return List.of(check(), cUnit(), unitTestPlus(), fpcUnit());
    }

    private static FormatPage page(String tools, String versions, String taken, String definition) {
        return new FormatPage(tools, versions, taken, "places, counts of assertions", definition);
    }

    /// Check's check_log.c, `xml_lfun`. A duration of -1 is none: the test did not come to its end.
    private static XmlTests check() {
        return new XmlTests(
                "check-xml",
                "check",
                page(
                        "Check: srunner_set_xml, CK_XML_LOG_FILE_NAME",
                        "all",
                        "tests by suite and case with duration and message",
                        "https://libcheck.github.io/check/doc/check_html/check_4.html#XML-Logging"),
                List.of("testsuites"),
                CHECK_NAMESPACE,
                (xml, sheet) -> {
                    XmlTests.children(xml, () -> {
                        if (xml.name().equals("suite")) {
                            sheet.suite();
                            checkSuite(xml, sheet);
                        } else {
                            xml.skip();
                        }
                    });
                    return null;
                });
    }

    private static void checkSuite(XmlCursor xml, TestSheet sheet) {
        String[] title = {""};
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "title" -> title[0] = xml.text(MESSAGE_CHARS).strip();
                case "test" -> checkTest(xml, title[0], sheet);
                default -> xml.skip();
            }
        });
    }

    private static void checkTest(XmlCursor xml, String suite, TestSheet sheet) {
        String result = xml.attribute("result", "");
        String[] words = {"", "", "", "", ""};
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "id" -> words[0] = xml.text(MESSAGE_CHARS).strip();
                case "description" -> words[1] = xml.text(MESSAGE_CHARS).strip();
                case "iteration" -> words[2] = xml.text(40).strip();
                case "message" -> words[3] = xml.text(MESSAGE_CHARS).strip();
                case "duration" -> words[4] = xml.text(40).strip();
                default -> xml.skip();
            }
        });
        String iteration = words[2].isEmpty() || words[2].equals("0") ? "" : "[" + words[2] + "]";
        var test = new CaseResult(words[1].isEmpty() ? suite : suite + "/" + words[1], words[0] + iteration)
                .took(words[4].isEmpty() || words[4].startsWith("-") ? null : words[4]);
        switch (result) {
            case "success" -> {
                // passed
            }
            case "failure" -> test.became(State.FAILED, words[3]);
            default -> test.became(State.ERRORED, words[3]);
        }
        sheet.add(test);
    }

    /// CUnit's Automated.c. A test has a record for each of its assertions that did not hold, one after
    /// another; a suite that could not begin has none, and its tests did not run.
    private static XmlTests cUnit() {
        return new XmlTests(
                "cunit-xml",
                "cunit",
                page(
                        "CUnit's automated interface: …-Results.xml",
                        "2",
                        "tests by suite with the first condition that did not hold, suites that failed, the number"
                                + " that ran",
                        "https://cunit.sourceforge.net/doc/running_tests.html#automated"),
                List.of("CUNIT_TEST_RUN_REPORT"),
                "",
                (xml, sheet) -> {
                    var cases = new CUnitCases(sheet);
                    XmlTests.inside(xml, () -> {
                        switch (xml.name()) {
                            case "CUNIT_RUN_SUITE", "CUNIT_RUN_GROUP" -> sheet.suite();
                            case "SUITE_NAME", "GROUP_NAME" -> cases.suite(words(xml));
                            case "FAILURE_REASON" -> cases.broken(words(xml));
                            case "TEST_NAME" -> cases.test(words(xml));
                            case "CUNIT_RUN_TEST_SUCCESS" -> cases.failed = false;
                            case "CUNIT_RUN_TEST_FAILURE" -> cases.failed = true;
                            case "CONDITION" -> cases.condition(words(xml));
                            case "CUNIT_RUN_SUMMARY" -> cUnitSummary(xml, sheet);
                            default -> {
                                // places, records
                            }
                        }
                    });
                    cases.end();
                    return null;
                });
    }

    private static String words(XmlCursor xml) {
        return xml.text(MESSAGE_CHARS).strip();
    }

    /// The tests of CUnit, of which several records in a row may speak.
    private static final class CUnitCases {
        private final TestSheet sheet;
        private String suite = "";
        private @Nullable CaseResult open;
        private boolean failed;

        private CUnitCases(TestSheet sheet) {
            this.sheet = sheet;
        }

        private void suite(String name) {
            end();
            suite = name;
        }

        private void broken(String reason) {
            sheet.suiteError(suite + ": " + reason);
        }

        private void test(String name) {
            CaseResult before = open;
            var next = new CaseResult(suite, name);
            if (before != null
                    && failed
                    && before.state() != null
                    && before.name().equals(next.name())) {
                return;
            }
            end();
            open = next;
            if (failed) {
                next.became(State.FAILED, "");
            }
        }

        private void condition(String text) {
            CaseResult test = open;
            if (test != null) {
                test.explain(text);
            }
        }

        private void end() {
            CaseResult test = open;
            if (test != null) {
                sheet.add(test);
            }
            open = null;
        }
    }

    /// Of the records of the summary, that of the tests; it counts the tests that ran.
    private static void cUnitSummary(XmlCursor xml, TestSheet sheet) {
        String[] type = {""};
        @Nullable Integer[] totals = new @Nullable Integer[2];
        XmlTests.inside(xml, () -> {
            switch (xml.name()) {
                case "TYPE" -> type[0] = words(xml);
                case "RUN" -> totals[0] = type[0].equals("Test Cases") ? number(words(xml)) : totals[0];
                case "FAILED" -> totals[1] = type[0].equals("Test Cases") ? number(words(xml)) : totals[1];
                default -> {
                    // suites, assertions
                }
            }
        });
        sheet.declare(totals[0], totals[1], null, null);
    }

    private static @Nullable Integer number(String text) {
        return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    }

    /// UnitTest++'s XmlTestReporter.cpp.
    private static XmlTests unitTestPlus() {
        return new XmlTests(
                "unittest-cpp-xml",
                "unittest-cpp",
                page(
                        "UnitTest++'s XmlTestReporter",
                        "1 and 2",
                        "tests by suite with duration and the first failure, declared totals",
                        "https://github.com/unittest-cpp/unittest-cpp/wiki"),
                List.of("unittest-results"),
                "",
                (xml, sheet) -> {
                    sheet.declare(xml.count("tests"), xml.count("failedtests"), null, null);
                    XmlTests.children(xml, () -> {
                        var test = new CaseResult(xml.attribute("suite", ""), xml.attribute("name", ""))
                                .took(xml.attribute("time"));
                        if (!xml.name().equals("test")) {
                            xml.skip();
                            return;
                        }
                        XmlTests.children(xml, () -> {
                            if (xml.name().equals("failure")) {
                                test.became(State.FAILED, xml.attribute("message", ""));
                            }
                            xml.skip();
                        });
                        sheet.add(test);
                    });
                    return null;
                });
    }

    /// FPCUnit's xmltestreport.pp: suites within suites; errors are unexpected exceptions.
    private static XmlTests fpcUnit() {
        return new XmlTests(
                "fpcunit-xml",
                "fpcunit",
                page(
                        "FPCUnit: --format=xml",
                        "all",
                        "tests by suite with duration and message, declared totals",
                        "https://wiki.freepascal.org/fpcunit"),
                List.of("TestResults"),
                "<TestListing|<NumberOfRunTests",
                (xml, sheet) -> {
                    @Nullable Integer[] totals = new @Nullable Integer[4];
                    XmlTests.children(xml, () -> {
                        switch (xml.name()) {
                            case "TestListing" -> fpcSuite(xml, "", sheet);
                            case "NumberOfRunTests" -> totals[0] = number(words(xml));
                            case "NumberOfFailures" -> totals[1] = number(words(xml));
                            case "NumberOfErrors" -> totals[2] = number(words(xml));
                            case "NumberOfIgnoredTests" -> totals[3] = number(words(xml));
                            default -> xml.skip();
                        }
                    });
                    sheet.declare(totals[0], totals[1], totals[2], totals[3]);
                    return null;
                });
    }

    private static void fpcSuite(XmlCursor xml, String suite, TestSheet sheet) {
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "TestSuite" -> {
                    sheet.suite();
                    String name = xml.attribute("Name", "");
                    fpcSuite(xml, suite.isEmpty() || name.isEmpty() ? suite + name : suite + "." + name, sheet);
                }
                case "Test" -> fpcTest(xml, suite, sheet);
                default -> xml.skip();
            }
        });
    }

    private static void fpcTest(XmlCursor xml, String suite, TestSheet sheet) {
        var result = new CaseResult(suite, xml.attribute("Name", ""));
        String state = xml.attribute("Result", "");
        result.took(seconds(xml.attribute("ElapsedTime", "")));
        String[] message = {""};
        XmlTests.children(xml, () -> {
            if (xml.name().equals("Message") || xml.name().equals("ExceptionMessage")) {
                String text = words(xml);
                message[0] = message[0].isEmpty() ? text : message[0];
            } else {
                xml.skip();
            }
        });
        switch (state) {
            case "OK" -> {
                // nothing stands against it
            }
            case "Failed" -> result.became(State.FAILED, message[0]);
            case "Ignored" -> result.became(State.SKIPPED, message[0]);
            default -> result.became(State.ERRORED, message[0]);
        }
        sheet.add(result);
    }

    /// {@return seconds of `hh:mm:ss.zzz`; null for everything else}
    private static @Nullable String seconds(String elapsed) {
        try {
            return Double.toString(LocalTime.parse(elapsed).toNanoOfDay() / 1e9);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
