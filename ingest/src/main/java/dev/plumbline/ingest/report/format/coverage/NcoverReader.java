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
import org.jspecify.annotations.Nullable;

/// NCover's XML up to version 1.5, which AltCover writes too ([its
/// schema](https://github.com/SteveGilham/altcover/wiki/NCover-format)): sequence points by method, each with its
/// document.
final class NcoverReader implements CoverageReader {
    /// Code that the compiler hides from debuggers stands on this line.
    private static final int HIDDEN = 0xFEEFEE;

    @Override
    public Format format() {
        return new Format("ncover");
    }

    @Override
    public String title() {
        return "an NCover report";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "NCover, AltCover --reportFormat=NCover",
                "up to 1.5",
                "lines and statements from sequence points, methods",
                "what is excluded, columns",
                "https://github.com/SteveGilham/altcover/wiki/NCover-format");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "coverage");
        return look instanceof Recognition.Match && !Looks.has(head, "profilerVersion=", "<seqpnt ")
                ? Recognition.alike("its <coverage> has the attribute profilerVersion, here it has not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance, "statements", "methods");
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("coverage")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <coverage>.");
            }
            version = xml.attribute("profilerVersion");
            int modules = 0;
            String module = "";
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START && xml.name().equals("module")) {
                    modules++;
                    module = xml.attribute("name", "");
                } else if (step == Step.START && xml.name().equals("method")) {
                    method(xml, sheet, module);
                }
            }
            if (modules == 0) {
                throw xml.wrong("The report has no module.");
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, ToolRuns.Stated.of(tool(input, "ncover"), version));
    }

    private static void method(XmlCursor xml, CoverageSheet sheet, String module) {
        boolean excluded = excluded(xml);
        String name = module + ":" + xml.attribute("class", "") + "."
                + xml.attribute("fullname", xml.attribute("name", "")) + xml.attribute("sig", "");
        @Nullable FileCoverage first = null;
        boolean called = false;
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step != Step.START) {
                continue;
            }
            if (xml.name().equals("seqpnt") && !excluded && !excluded(xml)) {
                String document = xml.attribute("document", "");
                @Nullable Integer line = xml.count("line");
                boolean hit = !xml.attribute("visitcount", "0").equals("0");
                if (!document.isBlank() && line != null && line > 0 && line != HIDDEN) {
                    FileCoverage file = sheet.file(document);
                    first = first == null ? file : first;
                    file.line(line, hit);
                    file.statement(line + ":" + xml.attribute("column", "") + ":" + name, 1, hit);
                    called |= hit;
                }
            }
            xml.skip();
        }
        if (first != null) {
            first.method(name, called);
        }
    }

    private static boolean excluded(XmlCursor xml) {
        return xml.attribute("excluded", "").equalsIgnoreCase("true");
    }
}
