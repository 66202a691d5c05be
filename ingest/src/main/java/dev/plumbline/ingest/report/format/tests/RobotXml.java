package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.TestCase.State;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Robot Framework's output.xml ([its
/// schema](https://github.com/robotframework/robotframework/tree/master/doc/schema)). The status of a test is its own
/// last child, beside those of its keywords.
final class RobotXml {
    private static final DateTimeFormatter BEFORE_7 = DateTimeFormatter.ofPattern("uuuuMMdd HH:mm:ss.SSS");

    private final XmlCursor xml;
    private final TestSheet sheet;

    private RobotXml(XmlCursor xml, TestSheet sheet) {
        this.xml = xml;
        this.sheet = sheet;
    }

    static XmlTests dialect() {
        return new XmlTests(
                "robot-xml",
                "robot",
                new FormatPage(
                        "Robot Framework, Rebot",
                        "2.9 to 7",
                        "tests by suite, durations, messages, declared totals",
                        "keywords, tags, documentation, logs",
                        "https://github.com/robotframework/robotframework/tree/master/doc/schema"),
                List.of("robot"),
                "",
                (xml, sheet) -> new RobotXml(xml, sheet).read());
    }

    private @Nullable String read() {
        String[] generator = xml.attribute("generator", "").split(" ", 3);
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "suite" -> suite("");
                case "statistics" -> statistics();
                default -> xml.skip();
            }
        });
        return generator.length > 1 ? generator[1] : null;
    }

    private void suite(String path) {
        sheet.suite();
        String name = xml.attribute("name", "");
        String here = path.isEmpty() ? name : path + "." + name;
        XmlTests.children(xml, () -> {
            switch (xml.name()) {
                case "suite" -> suite(here);
                case "test" -> test(here);
                default -> xml.skip();
            }
        });
    }

    private void test(String suite) {
        var result = new CaseResult(suite, xml.attribute("name", ""));
        boolean[] ended = new boolean[1];
        XmlTests.children(xml, () -> {
            if (xml.name().equals("status")) {
                ended[0] = true;
                String status = xml.attribute("status", "");
                result.took(seconds());
                String message = xml.text(TestsReader.MESSAGE_CHARS).strip();
                switch (status) {
                    case "PASS" -> {
                        // nothing stands against it
                    }
                    case "SKIP", "NOT RUN", "NOT_RUN" -> result.became(State.SKIPPED, message);
                    default -> result.became(State.FAILED, message);
                }
            } else {
                xml.skip();
            }
        });
        if (!ended[0]) {
            result.became(State.ERRORED, "The test has no status.");
        }
        sheet.add(result);
    }

    private @Nullable String seconds() {
        String elapsed = xml.attribute("elapsed");
        String start = xml.attribute("starttime");
        String end = xml.attribute("endtime");
        if (elapsed != null || start == null || end == null) {
            return elapsed;
        }
        try {
            var took = Duration.between(LocalDateTime.parse(start, BEFORE_7), LocalDateTime.parse(end, BEFORE_7));
            return took.isNegative() ? null : Double.toString(took.toMillis() / 1e3);
        } catch (DateTimeException e) {
            // boundary: «N/A» stands where a test was not run
            return null;
        }
    }

    /// The totals of all tests; before version 4 critical ones stood before them.
    private void statistics() {
        XmlTests.inside(xml, () -> {
            if (xml.name().equals("stat")) {
                Integer passed = xml.count("pass");
                Integer failed = xml.count("fail");
                Integer skipped = xml.count("skip");
                boolean all = xml.text(100).strip().equals("All Tests");
                if (all && passed != null && failed != null) {
                    int skips = skipped == null ? 0 : skipped;
                    sheet.declare(sum(passed, failed, skips), failed, null, skipped);
                }
            }
        });
    }

    private static int sum(int passed, int failed, int skipped) {
        return (int) Math.min(Integer.MAX_VALUE, (long) passed + failed + skipped);
    }
}
