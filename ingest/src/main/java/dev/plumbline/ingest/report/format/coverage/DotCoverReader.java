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

/// dotCover XML, plain and detailed (definition: [dotCover report
/// types](https://www.jetbrains.com/help/dotcover/dotCover__Console_Runner_Commands.html)). Statements are the root's
/// own counts. Only the detailed form lists them with their lines; a line is one that a statement touches, covered
/// where one of its statements is.
final class DotCoverReader implements CoverageReader {
    private static final int BYTES_PER_FILE = 120;
    /// A statement of more lines than this is none.
    private static final int LONGEST = 100_000;

    @Override
    public Format format() {
        return new Format("dotcover");
    }

    @Override
    public String title() {
        return "a dotCover coverage report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "JetBrains dotCover",
                "XML and DetailedXML",
                "statements in total; from DetailedXML the lines by file",
                "the tree of namespaces and types",
                "https://www.jetbrains.com/help/dotcover/dotCover__Console_Runner_Commands.html");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.rootWith(head, "Root", "CoveredStatements", "TotalStatements");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            Integer covered = xml.count("CoveredStatements");
            Integer total = xml.count("TotalStatements");
            if (!xml.name().equals("Root") || covered == null || total == null || covered > total) {
                throw xml.wrong("The root element is not <Root> with CoveredStatements of TotalStatements.");
            }
            version = xml.attribute("DotCoverVersion");
            sheet.count("statementsCovered", covered);
            sheet.count("statementsTotal", total);
            details(xml, allowance, sheet);
            sheet.notes().replaced(xml.replacedCharacters());
        }
        var stated = ToolRuns.Stated.of("dotcover", version == null ? null : Texts.shown(version, 60));
        return sheet.reading(this, input, stated);
    }

    private static void details(XmlCursor xml, Allowance allowance, CoverageSheet sheet) {
        Map<String, String> paths = new HashMap<>();
        for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "File" -> {
                        allowance.keep(BYTES_PER_FILE);
                        paths.put(xml.attribute("Index", ""), xml.attribute("Name", ""));
                    }
                    case "Statement" -> statement(xml, sheet, paths.get(xml.attribute("FileIndex", "")));
                    default -> {
                        // assemblies, namespaces, types
                    }
                }
            }
        }
    }

    private static void statement(XmlCursor xml, CoverageSheet sheet, @Nullable String path) {
        Integer first = xml.count("Line");
        Integer last = xml.count("EndLine");
        if (path == null || path.isBlank() || first == null) {
            return;
        }
        if (last == null || last < first || last - first > LONGEST) {
            last = first;
        }
        sheet.file(path).block(first, last, xml.attribute("Covered", "").equalsIgnoreCase("true"));
    }
}
