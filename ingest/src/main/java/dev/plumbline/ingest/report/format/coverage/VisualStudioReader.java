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
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Microsoft's code coverage in XML, as `dotnet-coverage -f xml`, CodeCoverage.exe and Visual Studio write it ([its
/// documentation](https://learn.microsoft.com/en-us/dotnet/core/additional-tools/dotnet-coverage)). A line is covered
/// where one of the ranges on it is, wholly or in part. The files of a module stand behind its functions.
final class VisualStudioReader implements CoverageReader {
    private static final int BYTES_PER_FILE = 160;
    /// A range of more lines than this is none.
    private static final int LONGEST = 100_000;

    @Override
    public Format format() {
        return new Format("visual-studio-coverage");
    }

    @Override
    public String title() {
        return "a coverage report of Microsoft's tools in XML";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "dotnet-coverage -f xml, CodeCoverage.exe, Visual Studio",
                "2012 and later",
                "lines by file from ranges, functions; the modules' own counts of lines as declared",
                "blocks, columns, skipped modules and functions",
                "https://learn.microsoft.com/en-us/dotnet/core/additional-tools/dotnet-coverage");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "results");
        return look instanceof Recognition.Match && !Looks.has(head, "<modules", "<skipped_modules")
                ? Recognition.alike("its <results> hold <modules>, here they do not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("results")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <results>.");
            }
            int modules = 0;
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START && xml.name().equals("module")) {
                    modules++;
                    new Module(xml, sheet, allowance).read();
                }
            }
            if (modules == 0) {
                throw xml.wrong("The report has no module.");
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "dotnet-coverage"), null));
    }

    /// One module.
    private static final class Module {
        private final XmlCursor xml;
        private final CoverageSheet sheet;
        private final Allowance allowance;
        private final Map<String, FileLines> lines = new HashMap<>();
        private int functions;
        private int called;
        private boolean hit;

        private Module(XmlCursor xml, CoverageSheet sheet, Allowance allowance) {
            this.xml = xml;
            this.sheet = sheet;
            this.allowance = allowance;
        }

        private void read() {
            Integer covered = xml.count("lines_covered");
            Integer partly = xml.count("lines_partially_covered");
            Integer not = xml.count("lines_not_covered");
            if (covered != null && partly != null && not != null) {
                sheet.declare("linesCovered", capped((long) covered + partly));
                sheet.declare("linesTotal", capped((long) covered + partly + not));
            }
            int outside = xml.depth() - 1;
            while (xml.depth() > outside) {
                if (xml.next() == Step.START) {
                    element();
                }
            }
            functionEnds();
            sheet.count("methodsTotal", functions);
            sheet.count("methodsCovered", called);
        }

        private void element() {
            switch (xml.name()) {
                case "function" -> {
                    functionEnds();
                    functions++;
                }
                case "range" -> range();
                case "source_file" -> {
                    FileLines found = lines.remove(xml.attribute("id", ""));
                    String path = xml.attribute("path", "");
                    if (found != null && !path.isBlank()) {
                        sheet.file(path).lines(found);
                    }
                }
                default -> {
                    // lists, skipped functions
                }
            }
        }

        private void functionEnds() {
            called += hit ? 1 : 0;
            hit = false;
        }

        private void range() {
            String word = xml.attribute("covered", "no");
            boolean covered = word.equals("yes") || word.equals("partial");
            hit |= covered;
            @Nullable Integer first = xml.count("start_line");
            @Nullable Integer last = xml.count("end_line");
            if (first == null || first == 0 || last == null || last - first > LONGEST) {
                return;
            }
            FileLines file = lines.get(xml.attribute("source_id", ""));
            if (file == null) {
                allowance.keep(BYTES_PER_FILE);
                file = new FileLines();
                lines.put(xml.attribute("source_id", ""), file);
            }
            for (int line = first; line <= last; line++) {
                allowance.step();
                allowance.keep(file.add(line, covered, 0, 0));
            }
        }

        private static int capped(long sum) {
            return (int) Math.min(Integer.MAX_VALUE, sum);
        }
    }
}
