package dev.plumbline.ingest.report.format.coverage;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.ToolRuns;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// PIT's mutations.xml (definition:
/// [XMLReportListener](https://github.com/hcoles/pitest/blob/master/pitest-entry/src/main/java/org/pitest/mutationtest/report/xml/XMLReportListener.java)
/// and `DetectionStatus`).
final class PitestReader implements ReportReader {
    private static final int BYTES_PER_FILE = 120;

    @Override
    public Format format() {
        return new Format("pitest");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "a PIT mutation report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "PIT (pitest)",
                "1",
                "mutants by status",
                "mutators, killing tests, positions",
                "https://github.com/hcoles/pitest/blob/master/pitest-entry/src/main/java/org/pitest/mutationtest/report/xml/XMLReportListener.java");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.MUTATIONS);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "mutations");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var tally = new MutationTally();
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("mutations")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <mutations>.");
            }
            for (Step step = xml.next(); step != Step.END; step = xml.next()) {
                if (step == Step.START) {
                    mutation(xml, tally, allowance);
                }
            }
            tally.notes().replaced(xml.replacedCharacters());
        }
        return tally.reading(this, input, ToolRuns.Stated.of("pitest", null));
    }

    private static void mutation(XmlCursor xml, MutationTally tally, Allowance allowance) {
        String status = xml.attribute("status");
        if (!xml.name().equals("mutation") || status == null) {
            throw xml.wrong("A mutation is not written as <mutation status=…>.");
        }
        tally.add(status);
        String file = "";
        String type = "";
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "sourceFile" -> file = xml.text(Limits.KEPT_CHARS);
                    case "mutatedClass" -> type = xml.text(Limits.KEPT_CHARS);
                    default -> xml.skip();
                }
            }
        }
        String folder = type.substring(0, Math.max(0, type.lastIndexOf('.')));
        if (tally.file(folder + "/" + file)) {
            allowance.keep(BYTES_PER_FILE + 2L * (folder.length() + file.length()));
        }
    }
}
