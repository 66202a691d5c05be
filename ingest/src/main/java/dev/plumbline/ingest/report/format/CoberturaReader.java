package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.CoverageTotals;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cobertura XML (definition: coverage-04.dtd of the Cobertura project; coverage.py's `xmlreport.py`). Lines are
/// distinct (file, line) pairs over all classes; the lines of methods count only where their class lists none of its
/// own, because some tools list the method's declaration there. Branches are the `condition-coverage` of a line, its
/// best value where the line is listed more than once. What the root element says is kept beside the count.
///
/// mypy writes the same elements for type precision; its lines carry `precision`. That is never test coverage.
final class CoberturaReader implements ReportReader {
    private static final Pattern CONDITIONS =
            Pattern.compile("\\(\\s{0,3}([0-9]{1,9})\\s{0,3}/\\s{0,3}([0-9]{1,9})\\s{0,3}\\)");
    private static final String MYPY =
            "This is mypy's type precision in the form of a Cobertura report, not test coverage.";

    @Override
    public Format format() {
        return new Format("cobertura");
    }

    @Override
    public int version() {
        return 1;
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
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.COVERAGE);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        if (!(head.shape() instanceof Shape.Xml xml)) {
            return Recognition.apart("it is XML");
        }
        if (!xml.root().equals("coverage")) {
            return Recognition.alike(
                    "its root element is <coverage>, here it is <" + Texts.shown(xml.root(), 60) + ">");
        }
        if (xml.attributes().containsKey("clover") || !xml.attributes().containsKey("line-rate")) {
            return Recognition.alike("its <coverage> has an attribute line-rate, here there is none");
        }
        return Recognition.MATCH;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var notes = new Notes();
        var tally = new CoverageTally(allowance);
        var figures = Figures.builder();
        CoverageTotals declared;
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("coverage")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <coverage>.");
            }
            version = xml.attribute("version");
            declared = declared(xml, notes, figures);
            lines(xml, tally);
            notes.replaced(xml.replacedCharacters());
        }
        CoverageTotals counted = tally.totals();
        if (declared != null && !sameFigures(declared, counted)) {
            notes.add("The report declares " + figures(declared) + "; its details add up to " + figures(counted)
                    + ", which is what counts.");
        }
        if (counted.linesTotal() == 0) {
            notes.add("The report lists no line.");
        }
        boolean python = head.text().contains("coverage.py");
        var stated = ToolRuns.Stated.of(
                python ? "coverage.py" : declaredName(input, "cobertura"),
                python && version != null ? Texts.shown(version, 60) : null);
        var source = source(input, ToolRuns.joined(stated, input.declared().tool()), notes);
        figures.put("linesCovered", counted.linesCovered())
                .put("linesTotal", counted.linesTotal())
                .put("branchesCovered", counted.branchesCovered())
                .put("branchesTotal", counted.branchesTotal())
                .put("files", counted.files());
        return Reading.of(
                new CoverageEvidence(Kind.COVERAGE, source, counted, declared, tally.lineSets()), figures.build());
    }

    private static String declaredName(ReportInput input, String otherwise) {
        String name = input.declared().tool().name();
        return name == null ? otherwise : name;
    }

    private static void lines(XmlCursor xml, CoverageTally tally) {
        for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "class" -> tally.file(xml.attribute("filename", ""), xml);
                    case "methods" -> tally.methods(true);
                    case "line" -> line(xml, tally);
                    default -> {
                        // packages and conditions repeat what the lines say
                    }
                }
            } else if (step == Step.END) {
                switch (xml.name()) {
                    case "methods" -> tally.methods(false);
                    case "class" -> tally.endOfClass();
                    default -> {
                        // nothing ends
                    }
                }
            }
        }
    }

    private static void line(XmlCursor xml, CoverageTally tally) {
        if (xml.attribute("precision") != null) {
            throw new dev.plumbline.ingest.report.syntax.MalformedReport(
                    xml.where(), MYPY, "Send the XML report of the test run, for example coverage.py's coverage.xml.");
        }
        Integer number = xml.count("number");
        if (number == null) {
            throw xml.wrong("A <line> has no number.");
        }
        int covered = 0;
        int total = 0;
        var conditions = CONDITIONS.matcher(xml.attribute("condition-coverage", ""));
        if (conditions.find()) {
            covered = Integer.parseInt(conditions.group(1));
            total = Integer.parseInt(conditions.group(2));
            if (covered > total) {
                throw xml.wrong("A <line> has more branches covered than there are: " + conditions.group() + ".");
            }
        }
        tally.line(number, hit(xml), covered, total);
    }

    /// Counts of hits go past 32 bits in long runs; only zero or not matters.
    private static boolean hit(XmlCursor xml) {
        String hits = xml.attribute("hits", "").strip();
        if (hits.isEmpty() || hits.length() > 20 || !hits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw xml.wrong("The attribute hits=\"" + Texts.shown(hits, 40) + "\" of a <line> is not a count.");
        }
        return hits.chars().anyMatch(c -> c != '0');
    }

    private static @Nullable CoverageTotals declared(XmlCursor xml, Notes notes, Figures.Builder figures) {
        Integer linesCovered = xml.count("lines-covered");
        Integer linesTotal = xml.count("lines-valid");
        Integer branchesCovered = xml.count("branches-covered");
        Integer branchesTotal = xml.count("branches-valid");
        figures.declare("linesCovered", linesCovered)
                .declare("linesTotal", linesTotal)
                .declare("branchesCovered", branchesCovered)
                .declare("branchesTotal", branchesTotal);
        if (linesCovered == null || linesTotal == null) {
            return null;
        }
        int covered = branchesCovered == null ? 0 : branchesCovered;
        int total = branchesTotal == null ? 0 : branchesTotal;
        if (linesCovered > linesTotal || covered > total) {
            notes.add("The report declares more covered than there is (lines " + linesCovered + "/" + linesTotal
                    + ", branches " + covered + "/" + total + "); its declaration is left out.");
            return null;
        }
        return new CoverageTotals(linesCovered, linesTotal, covered, total, 0);
    }

    private static boolean sameFigures(CoverageTotals a, CoverageTotals b) {
        return a.linesCovered() == b.linesCovered()
                && a.linesTotal() == b.linesTotal()
                && a.branchesCovered() == b.branchesCovered()
                && a.branchesTotal() == b.branchesTotal();
    }

    private static String figures(CoverageTotals totals) {
        return totals.linesCovered() + " of " + totals.linesTotal() + " lines and " + totals.branchesCovered() + " of "
                + totals.branchesTotal() + " branches";
    }
}
