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
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cobertura XML (definition: coverage-04.dtd of the Cobertura project; coverage.py's `xmlreport.py`).
/// Lines are distinct (file, line) pairs over all classes; the lines of methods count only where their
/// class lists none of its own, because some tools list the method's declaration there. Branches are the
/// `condition-coverage` of a line, its best value where the line is listed more than once. What the root
/// element says is kept beside the count.
///
/// mypy writes the same elements for type precision; its lines carry `precision`. That is never test
/// coverage.
final class CoberturaReader implements CoverageReader {
    private static final Pattern CONDITIONS =
            Pattern.compile("\\(\\s{0,3}([0-9]{1,9})\\s{0,3}/\\s{0,3}([0-9]{1,9})\\s{0,3}\\)");
    /// Counters of 32 bits that ran over, in long runs.
    private static final Pattern NEGATIVE = Pattern.compile("-[0-9]{1,19}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}\\.0{1,9}");
    private static final String MYPY =
            "This is mypy's type precision in the form of a Cobertura report, not test coverage.";

    @Override
    public Format format() {
        return new Format("cobertura");
    }

    @Override
    public String title() {
        return "a Cobertura coverage report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "coverage.py, coverlet, gcovr, simplecov, MATLAB and others",
                "coverage-04 and its dialects",
                "distinct lines by file, branches by `condition-coverage`, the root's own totals",
                "complexity, rates, methods that repeat lines of their class",
                "https://github.com/cobertura/web/blob/master/htdocs/xml/coverage-04.dtd");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "coverage");
        if (look instanceof Recognition.Match && !listsClasses(head)) {
            look = Looks.rootWith(head, "coverage", "line-rate");
        }
        boolean clover =
                head.shape() instanceof Shape.Xml xml && xml.attributes().containsKey("clover");
        return look instanceof Recognition.Match && clover
                ? Recognition.alike("its <coverage> has no attribute clover, here there is one")
                : look;
    }

    /// Some tools leave the totals out.
    private static boolean listsClasses(Head head) {
        return Looks.has(head, "<packages>") && Looks.has(head, "<classes>") && Looks.has(head, "filename=");
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
            version = xml.attribute("version", "");
            declare(xml, sheet, "linesCovered", "lines-covered");
            declare(xml, sheet, "linesTotal", "lines-valid");
            declare(xml, sheet, "branchesCovered", "branches-covered");
            declare(xml, sheet, "branchesTotal", "branches-valid");
            classes(xml, sheet);
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, head, version));
    }

    private ToolRuns.Stated tool(ReportInput input, Head head, String version) {
        if (head.has("coverage.py")) {
            return ToolRuns.Stated.of("coverage.py", version.isBlank() ? null : Texts.shown(version, 60));
        }
        if (version.startsWith("gcovr ")) {
            return ToolRuns.Stated.of("gcovr", Texts.shown(version.substring("gcovr ".length()), 60));
        }
        return ToolRuns.Stated.of(tool(input, "cobertura"), null);
    }

    /// The figures in attributes are a second opinion: one that is no number is passed over.
    private static void declare(XmlCursor xml, CoverageSheet sheet, String figure, String attribute) {
        try {
            String text = xml.attribute(attribute, "");
            // some tools write their counts as decimal numbers
            sheet.declare(
                    figure,
                    DECIMAL.matcher(text).matches()
                            ? Integer.valueOf(text.substring(0, text.indexOf('.')))
                            : xml.count(attribute));
        } catch (MalformedReport e) {
            sheet.notes().add(e.what());
        }
    }

    private static void classes(XmlCursor xml, CoverageSheet sheet) {
        for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
            if (step == Step.START && xml.name().equals("class")) {
                lines(xml, sheet.file(file(xml, sheet)), sheet);
            }
        }
    }

    /// Generated code has no source: its class stands for the file.
    private static String file(XmlCursor xml, CoverageSheet sheet) {
        String file = xml.attribute("filename", "");
        String name = xml.attribute("name", "");
        if (file.isBlank() && name.isBlank()) {
            throw xml.wrong("A <class> has neither a filename nor a name.");
        }
        if (file.isBlank()) {
            sheet.notes().add("The class «" + Texts.shown(name, 60) + "» has no filename; its name stands for one.");
        }
        return file.isBlank() ? name : file;
    }

    private static void lines(XmlCursor xml, FileCoverage file, CoverageSheet sheet) {
        var ofMethods = new FileLines();
        boolean inMethods = false;
        boolean own = false;
        int depth = 1;
        while (depth > 0) {
            Step step = xml.next();
            if (step == Step.START) {
                depth++;
                if (xml.name().equals("methods")) {
                    inMethods = true;
                } else if (xml.name().equals("line")) {
                    own |= !inMethods;
                    line(xml, file, inMethods ? ofMethods : null, sheet);
                }
            } else if (step == Step.END) {
                depth--;
                inMethods &= !xml.name().equals("methods");
            }
        }
        if (!own) {
            file.lines(ofMethods);
        }
    }

    private static void line(XmlCursor xml, FileCoverage file, @Nullable FileLines ofMethods, CoverageSheet sheet) {
        if (xml.attribute("precision") != null) {
            throw new MalformedReport(
                    xml.where(), MYPY, "Send the XML report of the test run, for example coverage.py's coverage.xml.");
        }
        Integer number = xml.count("number");
        if (number == null) {
            throw xml.wrong("A <line> has no number.");
        }
        int covered = 0;
        int total = 0;
        String coverage = xml.attribute("condition-coverage", "");
        var conditions = coverage.isEmpty() ? null : CONDITIONS.matcher(coverage);
        if (conditions != null && conditions.find()) {
            covered = Integer.parseInt(conditions.group(1));
            total = Integer.parseInt(conditions.group(2));
            if (covered > total) {
                throw xml.wrong("A <line> has more branches covered than there are: " + conditions.group() + ".");
            }
        }
        if (ofMethods == null) {
            file.line(number, hit(xml, sheet), covered, total);
        } else {
            file.keep(ofMethods.add(number, hit(xml, sheet), covered, total));
        }
    }

    /// Counts of hits go past 32 bits in long runs; only zero or not matters.
    private static boolean hit(XmlCursor xml, CoverageSheet sheet) {
        String hits = xml.attribute("hits", "").strip();
        if (NEGATIVE.matcher(hits).matches()) {
            sheet.notes().add("A negative count, such as hits=\"" + hits + "\", is read as not hit.");
            return false;
        }
        boolean digits = !hits.isEmpty() && hits.length() <= 20;
        boolean some = false;
        for (int i = 0; digits && i < hits.length(); i++) {
            char c = hits.charAt(i);
            digits = c >= '0' && c <= '9';
            some |= c != '0';
        }
        if (!digits) {
            throw xml.wrong("The attribute hits=\"" + Texts.shown(hits, 40) + "\" of a <line> is not a count.");
        }
        return some;
    }
}
