package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.format.inventory.InventorySheet.NAME_CHARS;
import static dev.plumbline.ingest.report.format.inventory.InventorySheet.REFERENCE_CHARS;
import static dev.plumbline.ingest.report.format.inventory.SpdxDocument.WORD_CHARS;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Xml;
import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;

/// SPDX 2 in plain XML, as the [SPDX tools](https://github.com/spdx/tools-java) write it: the fields of the JSON as
/// elements, those of a list one after another.
final class SpdxXmlReader implements InventoryReader {
    @Override
    public Format format() {
        return new Format("spdx-xml");
    }

    @Override
    public String title() {
        return "an SPDX 2 document in XML";
    }

    @Override
    public FormatPage page() {
        return new FormatPage(
                "the SPDX tools",
                "2.2 and 2.3",
                "packages with package URLs and licences, numbers of files and relationships",
                "checksums, copyrights, snippets, texts of licences, the kinds of relationships",
                "https://spdx.github.io/spdx-spec/v2.3/");
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        Recognition look = Looks.root(head, "Document");
        return look instanceof Recognition.Match && !head.has("<SPDXID>") && !head.has("<spdxVersion>")
                ? Recognition.alike("its <Document> has an <SPDXID>, here it has not")
                : look;
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var document = new SpdxDocument(allowance);
        try (var xml = Xml.open(input.content(), allowance)) {
            xml.toRoot();
            children(xml, () -> field(xml, document));
            if (!document.isRecognised()) {
                throw xml.wrong("The document does not say in <spdxVersion> what it is.");
            }
            document.sheet().notes().replaced(xml.replacedCharacters());
        }
        return document.reading(this, input);
    }

    private static void children(XmlCursor xml, Runnable child) {
        int outside = xml.depth() - 1;
        while (xml.depth() > outside) {
            if (xml.next() == XmlCursor.Step.START) {
                child.run();
            }
        }
    }

    private static String text(XmlCursor xml, int limit) {
        return xml.text(limit).strip();
    }

    private static void field(XmlCursor xml, SpdxDocument document) {
        switch (xml.name()) {
            case "spdxVersion" -> document.version(text(xml, WORD_CHARS));
            case "creationInfo" -> children(xml, () -> creation(xml, document));
            case "documentDescribes" -> document.describes(text(xml, REFERENCE_CHARS));
            case "packages" -> pack(xml, document);
            case "files" -> {
                document.sheet().count("files");
                xml.skip();
            }
            case "relationships" -> relationship(xml, document);
            default -> xml.skip();
        }
    }

    private static void creation(XmlCursor xml, SpdxDocument document) {
        switch (xml.name()) {
            case "created" -> document.sheet().created(text(xml, WORD_CHARS));
            case "creators" -> document.creator(text(xml, WORD_CHARS));
            default -> xml.skip();
        }
    }

    private static void pack(XmlCursor xml, SpdxDocument document) {
        var found = new SpdxPackage();
        children(xml, () -> {
            switch (xml.name()) {
                case "SPDXID" -> found.id = text(xml, REFERENCE_CHARS);
                case "name" -> found.name = text(xml, NAME_CHARS);
                case "versionInfo" -> found.version = text(xml, NAME_CHARS);
                case "licenseConcluded" -> found.concluded = text(xml, NAME_CHARS);
                case "licenseDeclared" -> found.declared = text(xml, NAME_CHARS);
                case "externalRefs" -> reference(xml, found);
                default -> xml.skip();
            }
        });
        document.add(found);
    }

    private static void reference(XmlCursor xml, SpdxPackage found) {
        String[] words = {"", ""};
        children(xml, () -> {
            switch (xml.name()) {
                case "referenceType" -> words[0] = text(xml, REFERENCE_CHARS);
                case "referenceLocator" -> words[1] = text(xml, REFERENCE_CHARS);
                default -> xml.skip();
            }
        });
        if ((words[0].equals("purl") || words[0].endsWith("/purl")) && found.purl == null) {
            found.purl = words[1];
        }
    }

    private static void relationship(XmlCursor xml, SpdxDocument document) {
        document.sheet().count("relationships");
        String[] words = {"", "", ""};
        children(xml, () -> {
            switch (xml.name()) {
                case "spdxElementId" -> words[0] = text(xml, REFERENCE_CHARS);
                case "relationshipType" -> words[1] = text(xml, WORD_CHARS);
                case "relatedSpdxElement" -> words[2] = text(xml, REFERENCE_CHARS);
                default -> xml.skip();
            }
        });
        if (words[1].equals("DESCRIBES")) {
            document.describes(words[2]);
        } else if (words[1].equals("DESCRIBED_BY")) {
            document.describes(words[0]);
        }
    }
}
