package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import java.io.IOException;

/// CycloneDX in XML (definition: [CycloneDX XML reference](https://cyclonedx.org/docs/1.6/xml/)): as in JSON. Before
/// 1.4 vulnerabilities stood in an extension, inside of the components that they affect.
final class CycloneDxXmlReader implements InventoryReader {
    static final String NAMESPACE = "http://cyclonedx.org/schema/";

    @Override
    public Format format() {
        return new Format("cyclonedx-xml");
    }

    @Override
    public String title() {
        return "a CycloneDX document in XML";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the CycloneDX plugins, Syft, Trivy, pip-audit, Grype and others",
                "1.0 to 1.7",
                "components with package URLs and licences, services, vulnerabilities with severities and analyses",
                "hashes, compositions, pedigrees, formulations, descriptions of vulnerabilities",
                "https://cyclonedx.org/docs/1.6/xml/");
    }

    @Override
    public boolean canBe(Kind kind) {
        return kind.equals(Kind.INVENTORY) || kind.equals(Kind.AUDIT);
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "bom");
        return look instanceof Recognition.Match
                        && head.shape() instanceof Shape.Xml xml
                        && !xml.namespace().startsWith(NAMESPACE)
                ? Recognition.alike("its <bom> lies in CycloneDX' namespace, here it does not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var bom = new Bom(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            if (!xml.name().equals("bom") || !xml.namespace().startsWith(NAMESPACE)) {
                throw xml.wrong("The root element is not CycloneDX' <bom>.");
            }
            new CycloneDxXml(xml, bom).document();
            bom.sheet().notes().replaced(xml.replacedCharacters());
        }
        return bom.reading(this, input);
    }
}
