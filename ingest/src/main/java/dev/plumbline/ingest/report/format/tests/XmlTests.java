package dev.plumbline.ingest.report.format.tests;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the XML of one test tool.
///
/// @param tool which writes it
/// @param roots names of the root element
/// @param sign text among the first characters, or several between bars, where other formats have the same root
/// element; else empty
record XmlTests(String name, String tool, FormatPage page, List<String> roots, String sign, Body body)
        implements TestsReader {

    /// Takes what stands in the root element, on whose start the cursor stands.
    @FunctionalInterface
    interface Body {
        /// {@return the tool's version; null where the report does not say}
        @Nullable
        String read(XmlCursor xml, TestSheet sheet);
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "a test report of " + tool;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, roots.toArray(String[]::new));
        return look instanceof Recognition.Match && !Looks.has(head, sign.split("\\|"))
                ? Recognition.alike("it holds " + sign.replace("|", " or ") + ", here it does not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new TestSheet(allowance);
        String version;
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!roots.contains(xml.name())) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <"
                        + String.join("> or <", roots) + ">.");
            }
            version = body.read(xml, sheet);
            while (xml.next() != Step.DONE) {
                // comments and white space end a file
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, tool(input, tool, version));
    }

    /// Visits the children of the element on whose start the cursor stands; the visitor leaves it on their end.
    static void children(XmlCursor xml, Runnable child) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START) {
                child.run();
            }
        }
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
}
