package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Clover XML, as OpenClover, PHPUnit, Istanbul and ReportGenerator write it (definition:
/// [clover.xsd](https://bitbucket.org/atlassian/clover/src/default/etc/schema/clover.xsd)). Statements, conditionals,
/// methods and elements are the metrics of the project, which alone hold them all; lines are the distinct
/// lines of statements and conditions. A line that only starts a method is not counted. Test code
/// (`testproject`) is left out.
final class CloverReader implements CoverageReader {
    @Override
    public Format format() {
        return new Format("clover");
    }

    @Override
    public String title() {
        return "a Clover coverage report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "OpenClover, PHPUnit, Istanbul, ReportGenerator",
                "1 to 4",
                "the project's own metrics of statements, conditionals, methods and elements; lines by file",
                "complexity, test code, per-test figures",
                "https://bitbucket.org/atlassian/clover/src/default/etc/schema/clover.xsd");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "coverage");
        if (!(look instanceof Recognition.Match) || !(head.shape() instanceof Shape.Xml xml)) {
            return look;
        }
        boolean clover = xml.attributes().containsKey("clover")
                || head.has("coveredstatements=")
                || xml.attributes().containsKey("generated") && head.has("<project");
        return clover && !xml.attributes().containsKey("line-rate")
                ? look
                : Recognition.alike(
                        "its <coverage> holds a <project> with <metrics coveredstatements=…>, here there is none");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("coverage")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <coverage>.");
            }
            version = xml.attribute("clover");
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    if (xml.name().equals("project")) {
                        project(xml, sheet);
                    } else {
                        xml.skip();
                    }
                }
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        var stated = ToolRuns.Stated.of(tool(input, "clover"), version == null ? null : Texts.shown(version, 60));
        return sheet.reading(this, input, stated);
    }

    private static void project(XmlCursor xml, CoverageSheet sheet) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "metrics" -> metrics(xml, sheet);
                    case "package" -> files(xml, sheet);
                    case "file" -> file(xml, sheet);
                    default -> xml.skip();
                }
            }
        }
    }

    private static void files(XmlCursor xml, CoverageSheet sheet) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "file" -> file(xml, sheet);
                    case "package" -> files(xml, sheet);
                    default -> xml.skip();
                }
            }
        }
    }

    private static void metrics(XmlCursor xml, CoverageSheet sheet) {
        figure(xml, sheet, "statements", "statements");
        figure(xml, sheet, "conditionals", "branches");
        figure(xml, sheet, "methods", "methods");
        figure(xml, sheet, "elements", "elements");
        // Istanbul wrote the packages inside of the project's metrics
        files(xml, sheet);
    }

    private static void figure(XmlCursor xml, CoverageSheet sheet, String attribute, String figure) {
        Integer total = xml.count(attribute);
        Integer covered = xml.count("covered" + attribute);
        if (total == null || covered == null) {
            return;
        }
        if (covered > total) {
            throw xml.wrong("The <metrics> of the project have more " + attribute + " covered than there are: "
                    + covered + " of " + total + ".");
        }
        sheet.count(figure + "Covered", covered);
        sheet.count(figure + "Total", total);
    }

    private static void file(XmlCursor xml, CoverageSheet sheet) {
        String path = xml.attribute("path");
        FileCoverage file = sheet.file(path == null || path.isBlank() ? xml.attribute("name", "") : path);
        int depth = 0;
        for (Step step = xml.next(); step != Step.END || depth > 0; step = xml.next()) {
            if (step == Step.END) {
                depth--;
            } else if (step == Step.START) {
                depth++;
                if (xml.name().equals("line")) {
                    line(xml, file);
                }
            }
        }
    }

    private static void line(XmlCursor xml, FileCoverage file) {
        Integer number = xml.count("num");
        if (number != null && !xml.attribute("type", "").equals("method")) {
            String count = xml.attribute("count");
            file.line(
                    number,
                    count == null
                            ? some(xml.attribute("truecount")) || some(xml.attribute("falsecount"))
                            : some(count));
        }
    }

    private static boolean some(@Nullable String count) {
        return count != null && count.chars().anyMatch(c -> c >= '1' && c <= '9');
    }
}
