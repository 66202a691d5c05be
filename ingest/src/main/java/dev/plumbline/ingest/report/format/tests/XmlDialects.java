package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// XML of test tools for C++: Catch2, doctest, CppUnit, Qt Test, CTest.
final class XmlDialects {
    private static final int MESSAGE_CHARS = TestsReader.MESSAGE_CHARS;
    private static final String LEFT = "assertions that held, output, places";

    private XmlDialects() {}

    static List<XmlTests> all() {
        return List.of(
                catch2(),
                BoostXml.dialect(),
                doctest(),
                cppUnit(),
                qtTest(),
                ctest(),
                AllureXml.dialect(),
                RobotXml.dialect(),
                TestNgXml.dialect());
    }

    private static FormatPage page(String tools, String versions, String taken, String definition) {
        return new FormatPage(tools, versions, taken, LEFT, definition);
    }

    /// Catch2's reporters/catch_reporter_xml.cpp. An unexpected exception or a fatal signal is an error, as
    /// in its JUnit form.
    private static XmlTests catch2() {
        return new XmlTests(
                "catch2-xml",
                "catch2",
                page(
                        "Catch2 -r xml",
                        "2 and 3",
                        "test cases with duration, the first expression that failed, declared totals",
                        "https://github.com/catchorg/Catch2/blob/devel/docs/reporters.md"),
                List.of("Catch2TestRun", "Catch"),
                "",
                (xml, sheet) -> {
                    String version = xml.attribute("catch2-version");
                    catchGroup(xml, sheet);
                    return version;
                });
    }

    private static void catchGroup(XmlCursor xml, TestSheet sheet) {
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "Group" -> {
                    sheet.suite();
                    catchGroup(xml, sheet);
                }
                case "TestCase" -> catchCase(xml, sheet);
                default -> xml.skip();
            }
        });
    }

    private static void catchCase(XmlCursor xml, TestSheet sheet) {
        var result = new CaseResult("", xml.attribute("name", ""));
        String[] words = {"", "", ""};
        boolean[] broken = new boolean[1];
        XmlTests.inside(xml, () -> {
            switch (xml.name()) {
                case "Original" ->
                    words[1] = words[1].isEmpty() ? xml.text(MESSAGE_CHARS).strip() : words[1];
                case "Failure", "Skip" ->
                    words[1] = words[1].isEmpty() ? xml.text(MESSAGE_CHARS).strip() : words[1];
                case "Exception", "FatalErrorCondition" -> {
                    broken[0] = true;
                    words[1] = words[1].isEmpty() ? xml.text(MESSAGE_CHARS).strip() : words[1];
                }
                case "OverallResult" -> {
                    words[0] = xml.attribute("success", "");
                    words[2] = xml.attribute("skips", "0");
                    result.took(xml.attribute("durationInSeconds"));
                }
                default -> {
                    // sections, benchmarks, information
                }
            }
        });
        switch (words[0]) {
            case "true" -> {
                if (!words[2].equals("0")) {
                    result.became(State.SKIPPED, words[1]);
                }
            }
            case "false" -> result.became(broken[0] ? State.ERRORED : State.FAILED, words[1]);
            default -> result.became(State.ERRORED, "The test case has no result: the program ended within it.");
        }
        sheet.add(result);
    }

    /// doctest's XmlReporter in doctest.h.
    private static XmlTests doctest() {
        return new XmlTests(
                "doctest-xml",
                "doctest",
                page(
                        "doctest -r=xml",
                        "2",
                        "test cases by suite with duration, the first expression that failed",
                        "https://github.com/doctest/doctest/blob/master/doc/markdown/reporters.md"),
                List.of("doctest"),
                "",
                (xml, sheet) -> {
                    String version = xml.attribute("version");
                    XmlTests.children(xml, () -> {
                        if (xml.name().equals("TestSuite")) {
                            sheet.suite();
                            String suite = xml.attribute("name", "");
                            XmlTests.children(xml, () -> doctestCase(xml, suite, sheet));
                        } else {
                            xml.skip();
                        }
                    });
                    return version;
                });
    }

    private static void doctestCase(XmlCursor xml, String suite, TestSheet sheet) {
        if (!xml.name().equals("TestCase")) {
            xml.skip();
            return;
        }
        var result = new CaseResult(suite, xml.attribute("name", ""));
        boolean skipped = xml.attribute("skipped", "").equals("true");
        String[] words = {"", ""};
        XmlTests.inside(xml, () -> {
            switch (xml.name()) {
                case "Original", "Exception", "Text" ->
                    words[0] = words[0].isEmpty() ? xml.text(MESSAGE_CHARS).strip() : words[0];
                case "OverallResultsAsserts" -> {
                    String ok = xml.attribute("test_case_success");
                    words[1] = ok != null
                            ? ok
                            : String.valueOf(xml.attribute("failures", "0").equals("0"));
                    result.took(xml.attribute("duration"));
                }
                default -> {
                    // subcases, messages
                }
            }
        });
        if (skipped) {
            result.became(State.SKIPPED, "");
        } else if (words[1].isEmpty()) {
            result.became(State.ERRORED, "The test case has no result: the program ended within it.");
        } else if (words[1].equals("false")) {
            result.became(State.FAILED, words[0]);
        }
        sheet.add(result);
    }

    /// CppUnit's XmlOutputter.cpp, and AUnit's XML reporter (aunit-reporter-xml.adb), which took it over: tests that
    /// failed, and those that did not. AUnit calls both of them `Test`.
    private static XmlTests cppUnit() {
        return new XmlTests(
                "cppunit-xml",
                "cppunit",
                page(
                        "CppUnit's XmlOutputter, AUnit's XML reporter",
                        "1",
                        "tests with message, declared totals",
                        "https://cppunit.sourceforge.net/doc/cvs/class_xml_outputter.html"),
                List.of("TestRun"),
                "<FailedTests|<SuccessfulTests",
                (xml, sheet) -> {
                    @Nullable Integer[] totals = new @Nullable Integer[] {null, 0, 0};
                    boolean[] failed = new boolean[1];
                    XmlTests.inside(xml, () -> {
                        switch (xml.name()) {
                            case "FailedTests" -> failed[0] = true;
                            case "SuccessfulTests" -> failed[0] = false;
                            case "FailedTest", "Test" -> cppUnitTest(xml, failed[0], sheet);
                            case "Tests" -> totals[0] = whole(xml.text(20));
                            case "Failures" -> totals[1] = whole(xml.text(20));
                            case "Errors" -> totals[2] = whole(xml.text(20));
                            default -> {
                                // the lists, the total of both
                            }
                        }
                    });
                    sheet.declare(totals[0], totals[1], totals[2], null);
                    return null;
                });
    }

    private static @Nullable Integer whole(String text) {
        String number = text.strip();
        return number.matches("\\d{1,9}") ? Integer.valueOf(number) : null;
    }

    private static void cppUnitTest(XmlCursor xml, boolean failed, TestSheet sheet) {
        String[] words = {"", "", ""};
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "Name" -> words[0] = xml.text(MESSAGE_CHARS).strip();
                case "FailureType" -> words[1] = xml.text(40).strip();
                case "Message" -> words[2] = xml.text(MESSAGE_CHARS).strip();
                default -> xml.skip();
            }
        });
        int colons = words[0].lastIndexOf("::");
        var result = new CaseResult(
                colons < 0 ? "" : words[0].substring(0, colons),
                colons < 0 ? words[0] : words[0].substring(colons + 2));
        if (failed) {
            result.became(words[1].equals("Error") ? State.ERRORED : State.FAILED, words[2]);
        }
        sheet.add(result);
    }

    /// Qt Test's qxmltestlogger.cpp: a function is a test, with its rows of data in it. What was expected
    /// to fail and did, passed.
    private static XmlTests qtTest() {
        return new XmlTests(
                "qtest-xml",
                "qtest",
                page(
                        "Qt Test -o file,xml",
                        "4 to 6",
                        "test functions with duration and the first failure",
                        "https://doc.qt.io/qt-6/qttest-index.html"),
                List.of("TestCase"),
                "",
                (xml, sheet) -> {
                    sheet.suite();
                    String group = xml.attribute("name", "");
                    String[] version = {""};
                    XmlTests.children(xml, () -> {
                        switch (xml.name()) {
                            case "TestFunction" -> qtFunction(xml, group, sheet);
                            case "Environment" ->
                                XmlTests.children(xml, () -> {
                                    String text = xml.name().equals("QtVersion") ? xml.text(60) : "";
                                    version[0] = text.isEmpty() ? version[0] : text;
                                    if (text.isEmpty()) {
                                        xml.skip();
                                    }
                                });
                            default -> xml.skip();
                        }
                    });
                    return version[0];
                });
    }

    private static void qtFunction(XmlCursor xml, String group, TestSheet sheet) {
        var result = new CaseResult(group, xml.attribute("name", ""));
        XmlTests.children(xml, () -> {
            String name = xml.name();
            String type = xml.attribute("type", "");
            switch (name) {
                case "Incident", "Message" -> {
                    String text = xml.text(MESSAGE_CHARS).strip();
                    boolean incident = name.equals("Incident");
                    if (incident && (type.equals("fail") || type.equals("xpass"))) {
                        result.became(State.FAILED, text);
                    } else if (type.equals("skip") || type.startsWith("b") && incident) {
                        result.became(State.SKIPPED, text);
                    } else if (!incident && type.equals("qfatal")) {
                        result.became(State.ERRORED, text);
                    }
                }
                case "Duration" -> {
                    String millis = xml.attribute("msecs", "");
                    if (millis.matches("\\d{1,12}(?:\\.\\d{1,12})?")) {
                        result.tookMillis(Double.valueOf(millis));
                    }
                    xml.skip();
                }
                default -> xml.skip();
            }
        });
        sheet.add(result);
    }

    /// CTest's Test.xml of a dashboard (cmCTestTestHandler.cxx).
    private static XmlTests ctest() {
        return new XmlTests(
                "ctest-xml",
                "ctest",
                page(
                        "ctest -T Test",
                        "all",
                        "tests with duration and how they ended",
                        "https://cmake.org/cmake/help/latest/manual/ctest.1.html#ctest-test-step"),
                List.of("Site"),
                "<Testing",
                (xml, sheet) -> {
                    String generator = xml.attribute("Generator", "");
                    XmlTests.inside(xml, () -> {
                        if (xml.name().equals("Test") && xml.attribute("Status") != null) {
                            ctestCase(xml, sheet);
                        }
                    });
                    return generator.startsWith("ctest-") ? generator.substring(6) : null;
                });
    }

    private static void ctestCase(XmlCursor xml, TestSheet sheet) {
        String status = xml.attribute("Status", "");
        String[] words = {"", "", "", ""};
        XmlTests.inside(xml, () -> {
            switch (xml.name()) {
                case "Name" -> words[0] = words[0].isEmpty() ? xml.text(MESSAGE_CHARS) : words[0];
                case "NamedMeasurement" -> words[1] = xml.attribute("name", "");
                case "Value" -> {
                    String value = xml.text(MESSAGE_CHARS);
                    switch (words[1]) {
                        case "Execution Time" -> words[2] = value;
                        case "Exit Code", "Completion Status" -> words[3] = words[3].isEmpty() ? value : words[3];
                        default -> {
                            // processors, command lines
                        }
                    }
                }
                default -> {
                    // paths, output
                }
            }
        });
        var result = new CaseResult("", words[0]).took(words[2].isEmpty() ? null : words[2]);
        switch (status) {
            case "passed" -> {
                // nothing stands against it
            }
            case "notrun" -> result.became(State.SKIPPED, words[3]);
            default -> result.became(State.FAILED, words[3]);
        }
        sheet.add(result);
    }
}
