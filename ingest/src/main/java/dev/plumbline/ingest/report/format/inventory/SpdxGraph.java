package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.format.inventory.InventorySheet.NAME_CHARS;
import static dev.plumbline.ingest.report.format.inventory.InventorySheet.REFERENCE_CHARS;
import static dev.plumbline.ingest.report.format.inventory.SpdxDocument.WORD_CHARS;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the elements of an SPDX 3 graph. Whatever they refer to may come before or after them.
final class SpdxGraph {
    private static final int TARGETS = 100;
    private static final int BYTES_PER_ENTRY = 120;
    private static final String LICENCE_LIST = "://spdx.org/licenses/";

    private final JsonCursor json;
    private final SpdxDocument document;
    private final List<SpdxPackage> packages = new ArrayList<>();
    private final Map<String, String> concluded = new HashMap<>();
    private final Map<String, String> declared = new HashMap<>();
    private final Map<String, String> expressions = new HashMap<>();

    SpdxGraph(JsonCursor json, SpdxDocument document) {
        this.json = json;
        this.document = document;
    }

    /// The element on which the cursor stands.
    void element() {
        read();
    }

    private @Nullable String read() {
        var element = new Element();
        json.object("an element", name -> field(name, element));
        take(element);
        return element.found.id;
    }

    /// The root of a document that has no graph: an element itself, with others inside of it.
    Root begin() {
        return new Root();
    }

    final class Root {
        private final Element element = new Element();

        void field(String name) {
            SpdxGraph.this.field(name, element);
        }

        /// {@return whether it was an element}
        boolean end() {
            if (element.type != null) {
                take(element);
            }
            return element.type != null;
        }
    }

    private void field(String name, Element element) {
        switch (name) {
            case "type", "@type" -> element.type = json.textOrNothing(WORD_CHARS);
            case "spdxId", "@id" -> element.found.id = json.textOrNothing(REFERENCE_CHARS);
            case "name" -> element.found.name = json.textOrNothing(NAME_CHARS);
            case "software_packageVersion" -> element.found.version = json.textOrNothing(NAME_CHARS);
            case "software_packageUrl" -> element.found.purl = json.textOrNothing(REFERENCE_CHARS);
            case "externalIdentifier" -> json.array(name, () -> identifier(element.found));
            case "relationshipType" -> element.relationship = json.textOrNothing(WORD_CHARS);
            case "from" -> element.from = json.textOrNothing(REFERENCE_CHARS);
            case "to", "rootElement" -> targets(element);
            case "element" -> targets(new Element());
            case "creationInfo" -> {
                if (json.isObject()) {
                    read();
                }
            }
            case "simplelicensing_licenseExpression" -> element.expression = json.textOrNothing(NAME_CHARS);
            case "specVersion" -> document.version(json.textOrNothing(WORD_CHARS));
            case "created" -> document.sheet().created(json.textOrNothing(WORD_CHARS));
            default -> {
                // hashes, summaries, suppliers
            }
        }
    }

    private void targets(Element element) {
        if (!json.isArray()) {
            target(element);
            return;
        }
        json.array("the targets", () -> target(element));
    }

    private void target(Element element) {
        String target = json.isObject() ? read() : json.textOrNothing(REFERENCE_CHARS);
        if (target != null && element.targets.size() < TARGETS) {
            element.targets.add(target);
        }
    }

    private void identifier(SpdxPackage found) {
        @Nullable String[] words = new @Nullable String[2];
        if (!json.isObject()) {
            return;
        }
        json.object("an external identifier", name -> {
            switch (name) {
                case "externalIdentifierType" -> words[0] = json.textOrNothing(WORD_CHARS);
                case "identifier" -> words[1] = json.textOrNothing(REFERENCE_CHARS);
                default -> {
                    // where it is kept
                }
            }
        });
        if ("packageUrl".equals(words[0]) && found.purl == null) {
            found.purl = words[1];
        }
    }

    private void take(Element element) {
        String type = element.type == null ? "" : element.type;
        switch (type) {
            case "software_Package", "ai_AIPackage", "dataset_DatasetPackage" -> {
                document.sheet().allowance().keep(BYTES_PER_ENTRY + 2L * element.found.chars());
                packages.add(element.found);
            }
            case "software_File" -> document.sheet().count("files");
            case "SpdxDocument", "software_Sbom", "Bom" -> element.targets.forEach(document::describes);
            case "Tool" -> document.creator("Tool: " + element.found.name);
            case "simplelicensing_LicenseExpression" -> keep(expressions, element.found.id, element.expression);
            default -> {
                if (element.relationship != null) {
                    document.sheet().count("relationships");
                    relationship(element);
                }
            }
        }
    }

    private void relationship(Element element) {
        String target = element.targets.isEmpty() ? null : element.targets.getFirst();
        switch (element.relationship == null ? "" : element.relationship) {
            case "hasConcludedLicense" -> keep(concluded, element.from, target);
            case "hasDeclaredLicense" -> keep(declared, element.from, target);
            default -> {
                // how elements depend on one another is counted only
            }
        }
    }

    private void keep(Map<String, String> map, @Nullable String key, @Nullable String value) {
        if (key != null && value != null) {
            document.sheet().allowance().keep(BYTES_PER_ENTRY + 2L * (key.length() + value.length()));
            map.put(key, value);
        }
    }

    /// Gives packages their licences, once all elements are there.
    void join() {
        for (SpdxPackage found : packages) {
            found.concluded = licence(concluded.get(found.id));
            found.declared = licence(declared.get(found.id));
            document.add(found);
        }
    }

    private @Nullable String licence(@Nullable String element) {
        if (element == null) {
            return null;
        }
        String expression = expressions.get(element);
        if (expression != null) {
            return expression;
        }
        int listed = element.indexOf(LICENCE_LIST);
        boolean none = element.endsWith("NoAssertion") || element.endsWith("NoAssertionLicense");
        return none ? null : listed < 0 ? element : element.substring(listed + LICENCE_LIST.length());
    }

    private static final class Element {
        private final SpdxPackage found = new SpdxPackage();
        private final List<String> targets = new ArrayList<>(1);
        private @Nullable String type;
        private @Nullable String relationship;
        private @Nullable String from;
        private @Nullable String expression;
    }
}
