package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.ToolRun.Success;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// JaCoCo XML, also written by Kover (definition: [report.dtd](https://www.jacoco.org/jacoco/trunk/coverage/report.dtd)
/// 1.0 and 1.1). The figures are the report's own counters, those directly below `report`; the lines of its
/// source files make the line sets, and stand in where the report has no counter. A line is covered when
/// one of its instructions was run. Groups of modules may lie inside one another; a file is known by
/// package and name, so that one module's report and the report over all modules speak of the same file.
final class JacocoReader implements CoverageReader {
    private static final Set<String> COUNTERS =
            Set.of("LINE", "BRANCH", "INSTRUCTION", "METHOD", "CLASS", "COMPLEXITY");

    @Override
    public Format format() {
        return new Format("jacoco");
    }

    @Override
    public String title() {
        return "a JaCoCo coverage report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "JaCoCo, Kover",
                "DTD 1.0 and 1.1",
                "the report's own counters of lines, branches, instructions, methods, classes and complexity; lines by"
                        + " file; times of sessions",
                "counters of groups, packages, classes and methods",
                "https://www.jacoco.org/jacoco/trunk/coverage/report.dtd");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "report");
        return look instanceof Recognition.Match && !Looks.has(head, "JACOCO//DTD", "<counter ", "<sessioninfo ")
                ? Recognition.alike("its <report> holds <sessioninfo>, <package> and <counter>, here there is none")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var pass = new Pass(new CoverageSheet(allowance, "instructions", "methods", "classes", "complexity"));
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("report")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <report>.");
            }
            pass.modules(xml, true);
            pass.sheet.notes().replaced(xml.replacedCharacters());
        }
        var stated = new ToolRuns.Stated(
                tool(input, "jacoco"), null, Success.UNSTATED, null, pass.startedAt, pass.finishedAt);
        return pass.sheet.reading(this, input, stated);
    }

    /// One pass through a file.
    private static final class Pass {
        private final CoverageSheet sheet;
        private @Nullable Instant startedAt;
        private @Nullable Instant finishedAt;

        private Pass(CoverageSheet sheet) {
            this.sheet = sheet;
        }

        private void modules(XmlCursor xml, boolean root) {
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    switch (xml.name()) {
                        case "group" -> modules(xml, false);
                        case "package" -> sourceFiles(xml, xml.attribute("name", ""));
                        case "sessioninfo" -> session(xml);
                        case "counter" -> counter(xml, root);
                        default -> xml.skip();
                    }
                }
            }
        }

        private void session(XmlCursor xml) {
            Instant start = moment(xml.attribute("start", ""));
            Instant dump = moment(xml.attribute("dump", ""));
            if (start != null && (startedAt == null || start.isBefore(startedAt))) {
                startedAt = start;
            }
            if (dump != null && (finishedAt == null || dump.isAfter(finishedAt))) {
                finishedAt = dump;
            }
            xml.skip();
        }

        private void counter(XmlCursor xml, boolean root) {
            String type = xml.attribute("type", "");
            if (root && COUNTERS.contains(type)) {
                int covered = count(xml, "covered");
                long total = (long) covered + count(xml, "missed");
                if (total > Integer.MAX_VALUE) {
                    throw xml.wrong("A <counter> counts more than " + Integer.MAX_VALUE + ".");
                }
                String figure =
                        type.equals("CLASS") ? "classes" : type.equals("COMPLEXITY") ? "complexity" : plural(type);
                sheet.count(figure + "Covered", covered);
                sheet.count(figure + "Total", (int) total);
            }
            xml.skip();
        }

        private static String plural(String type) {
            return type.toLowerCase(Locale.ROOT) + (type.equals("BRANCH") ? "es" : "s");
        }

        private void sourceFiles(XmlCursor xml, String folder) {
            sheet.count("packages", 1);
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    if (xml.name().equals("sourcefile")) {
                        String name = xml.attribute("name", "");
                        lines(xml, sheet.file(folder.isEmpty() ? name : folder + "/" + name));
                    } else {
                        xml.skip();
                    }
                }
            }
        }

        private static void lines(XmlCursor xml, FileCoverage file) {
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    if (xml.name().equals("line")) {
                        int taken = count(xml, "cb");
                        file.line(count(xml, "nr"), count(xml, "ci") > 0, taken, taken + count(xml, "mb"));
                    }
                    xml.skip();
                }
            }
        }

        private static int count(XmlCursor xml, String attribute) {
            Integer value = xml.count(attribute);
            return value == null ? 0 : value;
        }

        private static @Nullable Instant moment(String millis) {
            try {
                return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
            } catch (NumberFormatException | DateTimeException e) {
                return null;
            }
        }
    }
}
