package dev.plumbline.ingest.report.format.inventory;

import static dev.plumbline.ingest.report.format.inventory.InventorySheet.NAME_CHARS;
import static dev.plumbline.ingest.report.format.inventory.InventorySheet.REFERENCE_CHARS;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Walks through the fields of a CycloneDX document in JSON.
final class CycloneDxJson {
    private static final int WORD_CHARS = BomVulnerability.WORD_CHARS;

    private final JsonCursor json;
    private final Bom bom;

    CycloneDxJson(JsonCursor json, Bom bom) {
        this.json = json;
        this.bom = bom;
    }

    /// A field of the document; one that is not known is passed over.
    void field(String name) {
        switch (name) {
            case "bomFormat" -> bom.format(json.textOrNothing(WORD_CHARS));
            case "specVersion" -> bom.sheet().version(json.text(name, WORD_CHARS));
            case "serialNumber" -> bom.serialNumber(json.textOrNothing(REFERENCE_CHARS));
            case "metadata" -> object(name, this::metadata);
            case "components" -> {
                bom.inventory();
                json.array(name, this::component);
            }
            case "services" -> json.array(name, this::service);
            case "dependencies" -> json.array(name, () -> bom.sheet().count("dependencies"));
            case "vulnerabilities" -> json.array(name, this::vulnerability);
            default -> {
                // compositions, formulations, annotations, signatures
            }
        }
    }

    /// Some tools write null where there is nothing.
    private void object(String what, Consumer<String> field) {
        if (!json.isNull()) {
            json.object(what, field);
        }
    }

    private void metadata(String name) {
        switch (name) {
            case "timestamp" -> bom.sheet().created(json.textOrNothing(WORD_CHARS));
            case "tools" -> tools();
            default -> {
                // the thing itself, authors, suppliers
            }
        }
    }

    /// A list of tools; since 1.5 an object with the tools as components and services.
    private void tools() {
        if (json.isArray()) {
            json.array("tools", this::tool);
        } else if (json.isObject()) {
            json.object("tools", name -> {
                if (name.equals("components")) {
                    json.array(name, this::tool);
                }
            });
        }
    }

    private void tool() {
        @Nullable String[] words = new @Nullable String[2];
        json.object("a tool", name -> {
            switch (name) {
                case "name" -> words[0] = json.textOrNothing(WORD_CHARS);
                case "version" -> words[1] = json.textOrNothing(WORD_CHARS);
                default -> {
                    // vendors and hashes
                }
            }
        });
        bom.sheet().tool(words[0], words[1]);
    }

    private void component() {
        var component = new BomComponent();
        json.object("a component", name -> {
            switch (name) {
                case "type" -> component.type = json.textOrNothing(WORD_CHARS);
                case "bom-ref" -> component.reference = json.textOrNothing(REFERENCE_CHARS);
                case "group" -> component.group = json.textOrNothing(NAME_CHARS);
                case "name" -> component.name = json.textOrNothing(NAME_CHARS);
                case "version" -> component.version = json.textOrNothing(NAME_CHARS);
                case "purl" -> component.purl = json.textOrNothing(REFERENCE_CHARS);
                case "licenses" -> json.array(name, () -> licence(component));
                case "components" -> json.array(name, this::component);
                default -> {
                    // hashes, properties, pedigrees, evidence
                }
            }
        });
        bom.add(component);
    }

    /// `{"license": {"id": …}}`, `{"license": {"name": …}}` or `{"expression": …}`.
    private void licence(BomComponent component) {
        json.object("a licence", name -> {
            switch (name) {
                case "expression" -> component.licence(json.textOrNothing(NAME_CHARS));
                case "license" ->
                    object(name, field -> {
                        if (field.equals("id") || field.equals("name")) {
                            component.licence(json.textOrNothing(NAME_CHARS));
                        }
                    });
                default -> {
                    // texts of licences
                }
            }
        });
    }

    private void service() {
        bom.sheet().count("services");
        json.object("a service", name -> {
            if (name.equals("services")) {
                json.array(name, this::service);
            }
        });
    }

    private void vulnerability() {
        var vulnerability = new BomVulnerability();
        json.object("a vulnerability", name -> {
            switch (name) {
                case "id" -> vulnerability.id = json.text("a vulnerability's id", WORD_CHARS);
                case "references" -> json.array(name, () -> alias(vulnerability));
                case "ratings" -> json.array(name, () -> rating(vulnerability));
                case "analysis" ->
                    object(name, field -> {
                        if (field.equals("state")) {
                            vulnerability.state(json.textOrNothing(WORD_CHARS));
                        }
                    });
                case "affects" ->
                    json.array(
                            name,
                            () -> json.object("an affected component", field -> {
                                if (field.equals("ref")) {
                                    vulnerability.affects(json.textOrNothing(REFERENCE_CHARS));
                                }
                            }));
                default -> {
                    // descriptions and advisories
                }
            }
        });
        bom.audit().add(vulnerability);
    }

    private void alias(BomVulnerability vulnerability) {
        json.object("a reference", name -> {
            if (name.equals("id")) {
                vulnerability.alias(json.textOrNothing(WORD_CHARS));
            }
        });
    }

    private void rating(BomVulnerability vulnerability) {
        json.object("a rating", name -> {
            switch (name) {
                case "severity" -> vulnerability.severity(json.textOrNothing(WORD_CHARS));
                case "score" -> {
                    Double score = json.isNumber() ? json.number(name) : null;
                    if (score != null) {
                        vulnerability.score(score);
                    }
                }
                default -> {
                    // methods and vectors
                }
            }
        });
    }
}
