package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.format.inventory.InventorySheet.NAME_CHARS;
import static dev.plumbline.ingest.report.format.inventory.InventorySheet.REFERENCE_CHARS;

import dev.plumbline.ingest.report.syntax.XmlCursor;
import dev.plumbline.ingest.report.syntax.XmlCursor.Step;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks through a CycloneDX document in XML.
final class CycloneDxXml {
    private static final int WORD_CHARS = BomVulnerability.WORD_CHARS;

    private final XmlCursor xml;
    private final Bom bom;

    CycloneDxXml(XmlCursor xml, Bom bom) {
        this.xml = xml;
        this.bom = bom;
    }

    /// The cursor stands on the root element.
    void document() {
        String namespace = xml.namespace();
        bom.sheet().version(namespace.substring(namespace.lastIndexOf('/') + 1));
        bom.serialNumber(xml.attribute("serialNumber"));
        children(name -> {
            switch (name) {
                case "metadata" -> children(this::metadata);
                case "components" -> {
                    bom.inventory();
                    children(_ -> component());
                }
                case "services" -> children(_ -> service());
                case "dependencies" ->
                    children(_ -> {
                        bom.sheet().count("dependencies");
                        xml.skip();
                    });
                case "vulnerabilities" -> children(_ -> vulnerability(null));
                default -> xml.skip();
            }
        });
        while (xml.next() != Step.DONE) {
            // comments after the root
        }
    }

    /// Visits the elements inside of the one on whose start the cursor stands, but for those of other namespaces, which
    /// CycloneDX allows everywhere. Each visit must pass over its element.
    private void children(Consumer<String> child) {
        for (Step step = xml.next(); step != Step.END; step = xml.next()) {
            if (step == Step.START && xml.namespace().startsWith(CycloneDxXmlReader.NAMESPACE)) {
                child.accept(xml.name());
            } else if (step == Step.START) {
                xml.skip();
            }
        }
    }

    private void metadata(String name) {
        switch (name) {
            case "timestamp" -> bom.sheet().created(xml.text(WORD_CHARS));
            case "tools" -> children(this::tools);
            default -> xml.skip();
        }
    }

    /// A tool, or since 1.5 the list of components that are tools.
    private void tools(String name) {
        switch (name) {
            case "tool" -> tool();
            case "components" -> children(_ -> tool());
            default -> xml.skip();
        }
    }

    private void tool() {
        @Nullable String[] words = new @Nullable String[2];
        children(name -> {
            switch (name) {
                case "name" -> words[0] = xml.text(WORD_CHARS).strip();
                case "version" -> words[1] = xml.text(WORD_CHARS).strip();
                default -> xml.skip();
            }
        });
        bom.sheet().tool(words[0], words[1]);
    }

    private void component() {
        if (!xml.name().equals("component")) {
            xml.skip();
            return;
        }
        var component = new BomComponent();
        component.type = xml.attribute("type");
        component.reference = xml.attribute("bom-ref");
        children(name -> {
            switch (name) {
                case "group" -> component.group = xml.text(NAME_CHARS).strip();
                case "name" -> component.name = xml.text(NAME_CHARS).strip();
                case "version" -> component.version = xml.text(NAME_CHARS).strip();
                case "purl" -> component.purl = xml.text(REFERENCE_CHARS).strip();
                case "licenses" -> children(licence -> licence(licence, component));
                case "components" -> children(_ -> component());
                case "vulnerabilities" -> children(_ -> vulnerability(component));
                default -> xml.skip();
            }
        });
        bom.add(component);
    }

    private void licence(String element, BomComponent component) {
        switch (element) {
            case "expression" -> component.licence(xml.text(NAME_CHARS).strip());
            case "license" ->
                children(name -> {
                    switch (name) {
                        case "id", "name" ->
                            component.licence(xml.text(NAME_CHARS).strip());
                        default -> xml.skip();
                    }
                });
            default -> xml.skip();
        }
    }

    private void service() {
        bom.sheet().count("services");
        children(name -> {
            if (name.equals("services")) {
                children(_ -> service());
            } else {
                xml.skip();
            }
        });
    }

    /// @param within the component in which the vulnerability stands, as in the extension before 1.4
    private void vulnerability(@Nullable BomComponent within) {
        var vulnerability = new BomVulnerability();
        if (within != null) {
            String reference = xml.attribute("ref");
            vulnerability.affects(reference != null ? reference : within.reference);
        }
        children(name -> {
            switch (name) {
                case "id" -> vulnerability.id = xml.text(WORD_CHARS).strip();
                case "references" ->
                    children(_ -> children(field -> {
                        if (field.equals("id")) {
                            vulnerability.alias(xml.text(WORD_CHARS).strip());
                        } else {
                            xml.skip();
                        }
                    }));
                case "ratings" -> children(_ -> children(field -> rating(field, vulnerability)));
                case "analysis" ->
                    children(field -> {
                        if (field.equals("state")) {
                            vulnerability.state(xml.text(WORD_CHARS).strip());
                        } else {
                            xml.skip();
                        }
                    });
                case "affects" ->
                    children(_ -> children(field -> {
                        if (field.equals("ref")) {
                            vulnerability.affects(xml.text(REFERENCE_CHARS).strip());
                        } else {
                            xml.skip();
                        }
                    }));
                default -> xml.skip();
            }
        });
        bom.audit().add(vulnerability);
    }

    private void rating(String field, BomVulnerability vulnerability) {
        switch (field) {
            case "severity" -> vulnerability.severity(xml.text(WORD_CHARS));
            case "score" -> score(xml.text(WORD_CHARS).strip(), vulnerability);
            default -> xml.skip();
        }
    }

    /// The extension writes several scores in one element, the base score first; what is not a number does not count.
    private static void score(String text, BomVulnerability vulnerability) {
        int end = 0;
        while (end < text.length() && end < 8 && "0123456789.".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        try {
            vulnerability.score(Double.parseDouble(text.substring(0, end)));
        } catch (NumberFormatException e) {
            // without a score there is the word, or nothing
        }
    }
}
