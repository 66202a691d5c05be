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
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// ReportGenerator's XmlSummaryReportBuilder.cs: totals as elements of the summary.
final class ReportGeneratorXmlReader implements CoverageReader {
    @Override
    public Format format() {
        return new Format("reportgenerator-xml");
    }

    @Override
    public String title() {
        return "a summary of ReportGenerator";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "reportgenerator -reporttypes:XmlSummary",
                "2 and later",
                "counts of lines, branches, methods, classes",
                "figures by class, percentages",
                "https://reportgenerator.io/usage");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "CoverageReport");
        return look instanceof Recognition.Match && !Looks.has(head, "<Coverablelines")
                ? Recognition.alike("its <Summary> holds <Coverablelines>, here there is none")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START && xml.name().equals("Summary")) {
                    for (Step part = xml.next(); part != Step.END; part = xml.next()) {
                        if (part == Step.START) {
                            String figure = SummaryJson.figure(xml.name());
                            String value = xml.text(40).strip();
                            if (!figure.isEmpty() && value.matches("\\d{1,9}")) {
                                sheet.count(figure, Integer.valueOf(value));
                            }
                        }
                    }
                } else if (step == Step.START) {
                    xml.skip();
                }
            }
            while (xml.next() != Step.DONE) {
                // comments and white space end a file
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        sheet.notes().add("The report gives counts only: it cannot be united with other reports of the build.");
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "reportgenerator"), null));
    }
}
