package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.ReportReader;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Texts;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// ZAP's traditional XML report ([its
/// template](https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-xml/)): alerts by
/// site, each with the places where it was seen. One alert is one finding.
final class ZapXmlReader implements ReportReader {
    @Override
    public Format format() {
        return new Format("zap-xml");
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String title() {
        return "an XML report of ZAP";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "ZAP",
                "2.4 and later, with or without requests",
                "alerts by site with plugin, name, risk; false positives as suppressed; instances are counted",
                "addresses, evidence, requests and responses, descriptions",
                "https://www.zaproxy.org/docs/desktop/addons/report-generation/report-traditional-xml/");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.findings("zap"));
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        return Looks.root(head, "OWASPZAPReport");
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new ScanSheet("zap", allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("OWASPZAPReport")) {
                throw xml.wrong("The root element is <" + Texts.shown(xml.name(), 60) + ">, not <OWASPZAPReport>.");
            }
            sheet.version(Texts.shown(xml.attribute("version", ""), 60));
            sheet.ran(xml.attribute("created"));
            sheet.count("instances", 0);
            walk(xml, sheet);
            sheet.notes().replaced(xml.replacedCharacters());
        }
        return sheet.reading(this, input);
    }

    private static void walk(XmlCursor xml, ScanSheet sheet) {
        String site = "";
        for (Step step = xml.next(); step != Step.DONE; step = xml.next()) {
            if (step == Step.START) {
                switch (xml.name()) {
                    case "site" -> site = Texts.shown(xml.attribute("name", ""), 100);
                    case "alertitem" -> alert(xml, sheet, site);
                    default -> {
                        // what holds the alerts
                    }
                }
            }
        }
    }

    private static void alert(XmlCursor xml, ScanSheet sheet, String site) {
        var alert = new Alert();
        for (Step step = xml.next(); step != Step.END && step != Step.DONE; step = xml.next()) {
            if (step == Step.START) {
                String name = xml.name();
                if (name.equals("instances")) {
                    instances(xml, sheet);
                } else if (Alert.reads(name)) {
                    alert.field(name, Texts.shown(xml.text(Values.CHARS).strip(), Values.CHARS));
                } else {
                    xml.skip();
                }
            }
        }
        if (alert.nameless()) {
            throw xml.wrong("An alert has neither a plugin nor a name.");
        }
        alert.into(sheet, site);
    }

    private static void instances(XmlCursor xml, ScanSheet sheet) {
        for (Step step = xml.next(); step != Step.END && step != Step.DONE; step = xml.next()) {
            if (step == Step.START) {
                sheet.count("instances", xml.name().equals("instance") ? 1 : 0);
                xml.skip();
            }
        }
    }
}
