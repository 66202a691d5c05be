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

/// The index that PHPUnit's `--coverage-xml` writes: counts by file; those of folders are sums of them. The
/// lines stand in a file of their own for each.
final class PhpunitCoverageReader implements CoverageReader {
    private static final String FOLDER = "directory";

    @Override
    public Format format() {
        return new Format("phpunit-coverage");
    }

    @Override
    public String title() {
        return "the index of PHPUnit's coverage in XML";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "phpunit --coverage-xml: index.xml",
                "all",
                "counts of lines, methods and classes by file; the totals as declared",
                "tests, the files of single sources",
                "https://docs.phpunit.de/en/11.5/textui.html#command-line-options");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "phpunit");
        boolean own = head.shape() instanceof Shape.Xml xml && xml.namespace().contains("phpunit.de/coverage");
        return look instanceof Recognition.Match && (!own || !Looks.has(head, "<project"))
                ? Recognition.alike("its <phpunit> holds a <project> in the namespace of coverage, here it does not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "methods", "classes");
        @Nullable String version = null;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("phpunit")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <phpunit>.");
            }
            boolean counted = false;
            int folders = 0;
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                boolean starts = step == Step.START;
                if (step == Step.END && xml.name().equals(FOLDER)) {
                    folders--;
                } else if (starts && xml.name().equals("build")) {
                    version = xml.attribute("phpunit");
                } else if (starts && xml.name().equals(FOLDER)) {
                    folders++;
                } else if (starts && xml.name().equals("file")) {
                    counted = true;
                    sheet.file(xml.attribute("href", xml.attribute("name", "")).replaceFirst("\\.xml\\z", ""));
                    file(xml, sheet);
                } else if (starts && xml.name().equals("totals")) {
                    counted = true;
                    totals(xml, sheet, folders == 1, false);
                }
            }
            if (!counted) {
                throw xml.wrong("The index lists neither folders nor files.");
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        sheet.notes().add("The report gives counts only: it cannot be united with other reports of the build.");
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "phpunit"), version));
    }

    private static void file(XmlCursor xml, CoverageSheet sheet) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                if (xml.name().equals("totals")) {
                    totals(xml, sheet, false, true);
                } else {
                    xml.skip();
                }
            }
        }
    }

    private static void totals(XmlCursor xml, CoverageSheet sheet, boolean declared, boolean counted) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                String measure = switch (xml.name()) {
                    case "lines" -> "lines";
                    case "methods", "functions" -> "methods";
                    case "classes", "traits" -> "classes";
                    default -> "";
                };
                boolean lines = measure.equals("lines");
                @Nullable Integer total = xml.count(lines ? "executable" : "count");
                @Nullable Integer covered = xml.count(lines ? "executed" : "tested");
                if (!measure.isEmpty() && counted) {
                    sheet.count(measure + "Total", total);
                    sheet.count(measure + "Covered", covered);
                }
                if (!measure.isEmpty() && declared) {
                    sheet.declare(measure + "Total", total);
                    sheet.declare(measure + "Covered", covered);
                }
                xml.skip();
            }
        }
    }
}
