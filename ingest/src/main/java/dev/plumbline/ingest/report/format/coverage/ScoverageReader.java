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

/// scoverage.xml (definition:
/// [ScoverageXmlWriter](https://github.com/scoverage/scalac-scoverage-plugin/blob/main/reporter/src/main/scala/scoverage/reporter/ScoverageXmlWriter.scala)).
/// Every statement that is not ignored counts; one that decides a branch is a branch too; a line is one
/// that holds a statement. The root's counts are what the report declares.
final class ScoverageReader implements CoverageReader {
    @Override
    public Format format() {
        return new Format("scoverage");
    }

    @Override
    public String title() {
        return "an scoverage report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "scalac-scoverage-plugin, Scala 3",
                "1 and 2",
                "statements, branches and lines by file",
                "rates, ignored statements, methods and classes",
                "https://github.com/scoverage/scalac-scoverage-plugin/blob/main/reporter/src/main/scala/scoverage/reporter/ScoverageXmlWriter.scala");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "scoverage");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "statements");
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("scoverage")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <scoverage>.");
            }
            version = xml.attribute("version");
            sheet.declare("statementsTotal", xml.count("statement-count"));
            sheet.declare("statementsCovered", xml.count("statements-invoked"));
            String outer = "";
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START && xml.name().equals("class")) {
                    outer = xml.attribute("filename", "");
                } else if (step == Step.START && xml.name().equals("statement")) {
                    statement(xml, sheet, outer);
                }
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        // the tool never wrote its own version into early reports, but «1.0»
        var stated = ToolRuns.Stated.of(tool(input, "scoverage"), version == null ? null : Texts.shown(version, 60));
        return sheet.reading(this, input, stated);
    }

    private static void statement(XmlCursor xml, CoverageSheet sheet, String outer) {
        if (xml.attribute("ignored", "").equals("true")) {
            return;
        }
        String path = xml.attribute("source", outer);
        Integer line = xml.count("line");
        if (path.isBlank() || line == null) {
            throw xml.wrong("A <statement> has no source or no line.");
        }
        boolean run = xml.attribute("invocation-count", "0").chars().anyMatch(c -> c >= '1' && c <= '9');
        FileCoverage file = sheet.file(path);
        file.line(line, run);
        sheet.count("statementsTotal", 1);
        sheet.count("statementsCovered", run ? 1 : 0);
        if (xml.attribute("branch", "").equals("true")) {
            sheet.count("branchesTotal", 1);
            sheet.count("branchesCovered", run ? 1 : 0);
        }
    }
}
