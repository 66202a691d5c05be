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
import java.util.Set;

/// The data set that Visual Studio exports its coverage as, `.coveragexml` ([its
/// classes](https://learn.microsoft.com/en-us/previous-versions/dd299398(v=vs.90))). Coverage 0 is
/// covered, 1 in part, 2 not. Files are named at the end.
final class CoverageDsReader implements CoverageReader {
    private static final int BYTES_PER_FILE = 160;
    private static final int LONGEST = 100_000;
    private static final Set<String> COUNTED = Set.of("LinesCovered", "LinesPartiallyCovered", "LinesNotCovered");

    @Override
    public Format format() {
        return new Format("visual-studio-coverage-ds");
    }

    @Override
    public String title() {
        return "a coverage data set that Visual Studio exported";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Visual Studio's export of coverage, .coveragexml",
                "2005 and later",
                "lines by file, methods; the modules' own counts of lines as declared",
                "blocks, columns",
                "https://learn.microsoft.com/en-us/previous-versions/dd299398(v=vs.90)");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "CoverageDSPriv", "CoverageDS");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "methods");
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().startsWith("CoverageDS")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <CoverageDSPriv>.");
            }
            new Pass(xml, sheet, allowance).read();
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "visual-studio"), null));
    }

    private static final class Pass {
        private final XmlCursor xml;
        private final CoverageSheet sheet;
        private final Allowance allowance;
        private final Map<String, FileLines> lines = new HashMap<>();
        private int module = -1;
        private int method = -1;
        private boolean hit;
        private boolean any;

        private Pass(XmlCursor xml, CoverageSheet sheet, Allowance allowance) {
            this.xml = xml;
            this.sheet = sheet;
            this.allowance = allowance;
        }

        private void read() {
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START) {
                    element();
                } else if (step == Step.END && method > xml.depth()) {
                    sheet.count("methodsTotal", 1);
                    sheet.count("methodsCovered", hit ? 1 : 0);
                    method = -1;
                }
            }
            if (!any) {
                throw xml.wrong("The report has neither modules nor lines.");
            }
        }

        private void element() {
            any |= xml.name().equals("Module") || xml.name().equals("Lines");
            switch (xml.name()) {
                case "Module" -> module = xml.depth();
                case "Method" -> {
                    method = xml.depth();
                    hit = false;
                }
                case "Lines" -> line(texts());
                case "SourceFileNames" -> {
                    Map<String, String> file = texts();
                    FileLines found = lines.remove(file.getOrDefault("SourceFileID", ""));
                    String path = file.getOrDefault("SourceFileName", "");
                    if (found != null && !path.isBlank()) {
                        sheet.file(path).lines(found);
                    }
                }
                default -> {
                    if (COUNTED.contains(xml.name()) && xml.depth() == module + 1) {
                        String name = xml.name();
                        int count = number(xml.text(20).strip());
                        sheet.declare("linesTotal", count);
                        sheet.declare("linesCovered", name.equals("LinesNotCovered") ? 0 : count);
                    }
                }
            }
        }

        private void line(Map<String, String> texts) {
            int first = number(texts.getOrDefault("LnStart", ""));
            int last = number(texts.getOrDefault("LnEnd", ""));
            boolean covered = !texts.getOrDefault("Coverage", "2").equals("2");
            hit |= covered;
            if (first == 0 || last - first > LONGEST) {
                return;
            }
            FileLines file = lines.get(texts.getOrDefault("SourceFileID", ""));
            if (file == null) {
                allowance.keep(BYTES_PER_FILE);
                file = new FileLines();
                lines.put(texts.getOrDefault("SourceFileID", ""), file);
            }
            for (int line = first; line <= Math.max(first, last); line++) {
                allowance.step();
                allowance.keep(file.add(line, covered, 0, 0));
            }
        }

        /// The texts of the children.
        private Map<String, String> texts() {
            var texts = new HashMap<String, String>();
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    String name = xml.name();
                    texts.putIfAbsent(name, xml.text(4_096).strip());
                }
            }
            return texts;
        }

        private static int number(String text) {
            return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
        }
    }
}
