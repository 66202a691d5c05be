package dev.plumbline.ingest.report.format.settings;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;
import java.util.ArrayDeque;

/// Checkstyle's configuration (definition: configuration_1_3.dtd): modules within modules, each named after its check,
/// with the package and the ending `Check` or without. A module whose severity is `ignore` finds nothing.
final class CheckstyleConfigReader implements ReportReader {
    private static final String TOOL = "checkstyle";
    private static final Kind KIND = Kind.settings(TOOL);
    private static final String MODULE = "module";

    @Override
    public Format format() {
        return new Format("checkstyle-config");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "Checkstyle's configuration";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the configuration that Checkstyle ran with",
                "1.0 to 1.3",
                "modules that are not ignored",
                "their properties, filters that let single findings go",
                "https://checkstyle.org/config.html");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(KIND);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return head.shape() instanceof Shape.Xml xml
                        && xml.root().equals(MODULE)
                        && !xml.attributes().getOrDefault("name", "").endsWith("Checker")
                ? Recognition.alike("its outermost module is the Checker, here it is another")
                : Looks.root(head, MODULE);
    }

    /// One open module.
    private static final class Module {
        private final String name;
        private boolean ignored;

        Module(String name) {
            this.name = name;
        }
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new SettingsSheet(allowance);
        var open = new ArrayDeque<Module>();
        try (var xml = Xml.open(input.content(), allowance)) {
            for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
                if (step == Step.START) {
                    start(xml, open);
                } else if (step == Step.END && xml.name().equals(MODULE)) {
                    Module closed = open.pop();
                    if (!closed.ignored) {
                        sheet.enable(closed.name);
                    }
                }
            }
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input, TOOL);
    }

    private static void start(XmlCursor xml, ArrayDeque<Module> open) {
        Module outer = open.peek();
        if (xml.name().equals(MODULE)) {
            var module = new Module(plain(xml.attribute("name", "")));
            module.ignored = outer != null && outer.ignored;
            open.push(module);
        } else if (outer != null
                && xml.name().equals("property")
                && xml.attribute("name", "").equals("severity")) {
            outer.ignored = xml.attribute("value", "").strip().equals("ignore");
        }
    }

    private static String plain(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.endsWith("Check") && last.length() > "Check".length()
                ? last.substring(0, last.length() - "Check".length())
                : last;
    }
}
