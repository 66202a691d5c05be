package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// SPDX 2 in RDF/XML (definition: [its ontology](https://spdx.org/rdf/terms/)).
final class SpdxRdfReader implements InventoryReader {
    private static final String TERMS = "http://spdx.org/rdf/terms#";

    @Override
    public Format format() {
        return new Format("spdx-rdf");
    }

    @Override
    public String title() {
        return "an SPDX 2 document in RDF/XML";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the SPDX tools, FOSSology, Yocto and others",
                "1.2 to 2.3",
                "packages with package URLs and licences, numbers of files and relationships",
                "checksums, copyrights, snippets, texts of licences, the kinds of relationships",
                "https://spdx.org/rdf/terms/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "RDF");
        return look instanceof Recognition.Match && !head.has(TERMS)
                ? Recognition.alike("it speaks in the terms of " + TERMS + ", here it does not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var document = new SpdxDocument(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            new SpdxRdf(xml, document).read();
            if (!document.isRecognised()) {
                throw xml.wrong("The document does not say in specVersion what it is.");
            }
            document.sheet().notes().replaced(xml.replacedCharacters());
        }
        return document.reading(this, input);
    }
}
