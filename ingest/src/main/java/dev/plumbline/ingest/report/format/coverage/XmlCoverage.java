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

/// Reads the XML coverage of one tool.
///
/// @param tool which writes it, where the sender names none
/// @param root name of the root element
/// @param sign text among the first characters, where other formats have the same root element; else empty
record XmlCoverage(String name, String tool, FormatPage page, String root, String sign, Body body)
        implements CoverageReader {
    private static final int VERSION_CHARS = 60;

    /// Takes what stands in the root element, on whose start the cursor stands, up to its end.
    @FunctionalInterface
    interface Body {
        /// {@return the tool's version; null where the report does not say}
        @Nullable
        String read(XmlCursor xml, CoverageSheet sheet);
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a coverage report (" + name + ")";
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, root);
        return look instanceof Recognition.Match && !Looks.has(head, sign)
                ? Recognition.alike("its <" + root + "> holds " + sign + ", here it does not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new CoverageSheet(allowance);
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals(root)) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <" + root + ">.");
            }
            version = body.read(xml, sheet);
            while (xml.next() != Step.DONE) {
                // comments and white space end a file
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(
                this,
                input,
                ToolRuns.Stated.of(
                        tool(input, tool),
                        version == null || version.isBlank() ? null : Texts.shown(version, VERSION_CHARS)));
    }

    /// Visits every element inside of the one on whose start the cursor stands; a visitor may read its text.
    static void inside(XmlCursor xml, Runnable element) {
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() == Step.START) {
                element.run();
            }
        }
    }

    /// Visits the children of the element on whose start the cursor stands; the visitor leaves it on their end.
    static void children(XmlCursor xml, Runnable child) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                child.run();
            }
        }
    }
}
