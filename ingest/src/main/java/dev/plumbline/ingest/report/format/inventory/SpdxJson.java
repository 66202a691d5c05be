package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.format.inventory.InventorySheet.NAME_CHARS;
import static dev.plumbline.ingest.report.format.inventory.InventorySheet.REFERENCE_CHARS;
import static dev.plumbline.ingest.report.format.inventory.SpdxDocument.WORD_CHARS;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import org.jspecify.annotations.Nullable;

/// Walks through the fields of an SPDX 2 document in JSON.
final class SpdxJson {
    private final JsonCursor json;
    private final SpdxDocument document;

    SpdxJson(JsonCursor json, SpdxDocument document) {
        this.json = json;
        this.document = document;
    }

    /// A field of the document; one that is not known is passed over.
    void field(String name) {
        switch (name) {
            case "spdxVersion" -> document.version(json.text(name, WORD_CHARS));
            case "creationInfo" -> json.object(name, this::creation);
            case "documentDescribes" -> json.array(name, () -> document.describes(json.textOrNothing(REFERENCE_CHARS)));
            case "packages" -> json.array(name, this::pack);
            case "files" -> json.array(name, () -> document.sheet().count("files"));
            case "relationships" -> json.array(name, this::relationship);
            default -> {
                // snippets, annotations, texts of licences
            }
        }
    }

    private void creation(String name) {
        switch (name) {
            case "created" -> document.sheet().created(json.textOrNothing(WORD_CHARS));
            case "creators" -> json.array(name, () -> document.creator(json.textOrNothing(WORD_CHARS)));
            default -> {
                // the version of the list of licences
            }
        }
    }

    private void pack() {
        var found = new SpdxPackage();
        json.object("a package", name -> {
            switch (name) {
                case "SPDXID" -> found.id = json.textOrNothing(REFERENCE_CHARS);
                case "name" -> found.name = json.textOrNothing(NAME_CHARS);
                case "versionInfo" -> found.version = json.textOrNothing(NAME_CHARS);
                case "licenseConcluded" -> found.concluded = json.textOrNothing(NAME_CHARS);
                case "licenseDeclared" -> found.declared = json.textOrNothing(NAME_CHARS);
                case "externalRefs" -> json.array(name, () -> reference(found));
                default -> {
                    // checksums, copyrights, files
                }
            }
        });
        document.add(found);
    }

    private void reference(SpdxPackage found) {
        @Nullable String[] words = new @Nullable String[2];
        json.object("an external reference", name -> {
            switch (name) {
                case "referenceType" -> words[0] = json.textOrNothing(REFERENCE_CHARS);
                case "referenceLocator" -> words[1] = json.textOrNothing(REFERENCE_CHARS);
                default -> {
                    // its category follows from its type
                }
            }
        });
        String type = words[0];
        if (type != null && (type.equals("purl") || type.endsWith("/purl")) && found.purl == null) {
            found.purl = words[1];
        }
    }

    private void relationship() {
        document.sheet().count("relationships");
        @Nullable String[] words = new @Nullable String[3];
        json.object("a relationship", name -> {
            switch (name) {
                case "spdxElementId" -> words[0] = json.textOrNothing(REFERENCE_CHARS);
                case "relationshipType" -> words[1] = json.textOrNothing(WORD_CHARS);
                case "relatedSpdxElement" -> words[2] = json.textOrNothing(REFERENCE_CHARS);
                default -> {
                    // comments
                }
            }
        });
        if ("DESCRIBES".equals(words[1])) {
            document.describes(words[2]);
        } else if ("DESCRIBED_BY".equals(words[1])) {
            document.describes(words[0]);
        }
    }
}
