package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Aside;
import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.Figures;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Notes;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.ToolRun;
import java.io.IOException;

/// Failsafe's failsafe-summary.xml, by which its goal `verify` knows what `integration-test` found. It names no test,
/// and the same tests stand in the reports beside it: counted too, they would count twice.
final class FailsafeSummaryReader implements TestsReader {
    @Override
    public Format format() {
        return new Format("failsafe-summary-xml");
    }

    @Override
    public String title() {
        return "Failsafe's summary";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "Maven Failsafe: failsafe-summary.xml",
                "all",
                "totals, for `read` alone: an upload refuses it in favour of the reports beside it",
                "the failure's message",
                "https://maven.apache.org/surefire/maven-surefire-plugin/xsd/failsafe-summary.xsd");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "failsafe-summary");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var figures = Figures.builder();
        var notes = new Notes();
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            XmlTests.children(xml, () -> {
                String figure = switch (xml.name()) {
                    case "completed" -> "tests";
                    case "errors", "failures", "skipped" -> xml.name();
                    case "flakes" -> "flaky";
                    default -> "";
                };
                if (figure.isEmpty()) {
                    xml.skip();
                    return;
                }
                String text = xml.text(20).strip();
                if (!text.matches("\\d{1,9}")) {
                    throw xml.wrong("The number of " + figure + " is none.");
                }
                figures.put(figure, Long.parseLong(text));
            });
            notes.replaced(xml.replacedCharacters());
        }
        var source = source(input, ToolRun.of("failsafe", null), notes);
        return Reading.of(
                new Aside(
                        source,
                        "This is Failsafe's summary, which names no test.",
                        "Send the reports beside it: target/failsafe-reports/TEST-*.xml."),
                figures.build());
    }
}
