package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.Declared;
import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Reading;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.ReportInput;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.Allowance;
import dev.plumbline.ingest.report.syntax.Json;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Format;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Inventories that tools write in JSON of their own: a list of packages in an object.
///
/// @param specification its name, as evidence says it
/// @param sign fields of the root by which it is recognised
/// @param list the field with the packages
record ListedInventoryReader(String name, String specification, FormatPage page, Set<String> sign, String list)
        implements InventoryReader {

    static List<ListedInventoryReader> all() {
        return List.of(syft(), gitlabLicences());
    }

    /// Syft's own JSON (definition: [its schema](https://github.com/anchore/syft/tree/main/schema/json)).
    private static ListedInventoryReader syft() {
        return new ListedInventoryReader(
                "syft-json",
                "Syft",
                new FormatPage(
                        "syft -o json",
                        "schemas 1 to 16",
                        "artifacts with package URLs and licences; numbers of files and relationships; version",
                        "locations, metadata of package managers, the source",
                        "https://github.com/anchore/syft/tree/main/schema/json"),
                Set.of("artifacts", "source", "descriptor"),
                "artifacts");
    }

    /// GitLab's licence scanning (definition: its
    /// [report](https://docs.gitlab.com/user/compliance/license_scanning_of_cyclonedx_files/)
    /// of versions 1 to 2.1): dependencies with the ids of their licences.
    private static ListedInventoryReader gitlabLicences() {
        return new ListedInventoryReader(
                "gitlab-license-scanning",
                "GitLab licence scanning",
                new FormatPage(
                        "GitLab licence scanning, License Finder's GitLab report",
                        "1 to 2.1",
                        "dependencies with licences",
                        "addresses of licences, paths",
                        "https://docs.gitlab.com/user/compliance/license_scanning_of_cyclonedx_files/"),
                Set.of("licenses", "dependencies"),
                "dependencies");
    }

    @Override
    public Format format() {
        return new Format(name);
    }

    @Override
    public String title() {
        return "an inventory of " + specification;
    }

    @Override
    public Recognition recognise(Head head, Declared declared) {
        boolean own = head.shape() instanceof Shape.JsonObject object
                && object.fields().containsAll(sign)
                && !object.fields().contains("bomFormat")
                && !object.fields().contains("vulnerabilities");
        return own
                ? Recognition.MATCH
                : new Recognition.Mismatch(
                        "it has the fields "
                                + String.join(", ", sign.stream().sorted().toList()) + ", here it has not",
                        2);
    }

    @Override
    public Reading read(ReportInput input, Head head, Allowance allowance) throws IOException {
        var sheet = new InventorySheet(specification, allowance);
        boolean[] listed = new boolean[1];
        try (var json = Json.open(input.content(), allowance)) {
            json.object("the inventory", field -> {
                if (field.equals(list)) {
                    listed[0] = true;
                    json.array(field, () -> component(json, sheet));
                } else {
                    beside(json, field, sheet);
                }
            });
            json.end();
            if (!listed[0]) {
                throw json.wrong("The inventory has no list «" + list + "».");
            }
            sheet.notes().replaced(json.replacedCharacters());
        }
        var source = sheet.source(this, input);
        return Reading.of(sheet.evidence(source), sheet.figures().build());
    }

    private static void beside(JsonCursor json, String field, InventorySheet sheet) {
        switch (field) {
            case "artifactRelationships" -> json.array(field, () -> sheet.count("relationships"));
            case "files" -> json.array(field, () -> sheet.count("files"));
            case "version" -> sheet.version(json.textOrNothing(SpdxDocument.WORD_CHARS));
            case "schema" ->
                object(json, name -> {
                    if (name.equals("version")) {
                        sheet.version(json.textOrNothing(SpdxDocument.WORD_CHARS));
                    }
                });
            case "descriptor" -> descriptor(json, sheet);
            default -> {
                // what was looked at
            }
        }
    }

    private static void descriptor(JsonCursor json, InventorySheet sheet) {
        @Nullable String[] words = new @Nullable String[2];
        object(json, name -> {
            switch (name) {
                case "name" -> words[0] = json.textOrNothing(InventorySheet.NAME_CHARS);
                case "version" -> words[1] = json.textOrNothing(InventorySheet.NAME_CHARS);
                default -> {
                    // the configuration
                }
            }
        });
        sheet.tool(words[0], words[1]);
    }

    private static void component(JsonCursor json, InventorySheet sheet) {
        @Nullable String[] words = new @Nullable String[3];
        var licences = new ArrayList<String>();
        json.object("a package", field -> {
            switch (field) {
                case "name" -> words[0] = json.textOrNothing(InventorySheet.NAME_CHARS);
                case "version" -> words[1] = json.textOrNothing(InventorySheet.NAME_CHARS);
                case "purl" -> words[2] = json.textOrNothing(InventorySheet.REFERENCE_CHARS);
                case "licenses" -> {
                    if (json.isArray()) {
                        json.array(field, () -> licence(json, licences));
                    }
                }
                default -> {
                    // locations, metadata
                }
            }
        });
        sheet.component(InventorySheet.key(words[2], null, words[0], words[1]), licences);
    }

    /// Its name, or since Syft's schema 9 an object with its expression.
    private static void licence(JsonCursor json, List<String> licences) {
        if (json.isObject()) {
            @Nullable String[] words = new @Nullable String[2];
            object(json, name -> {
                switch (name) {
                    case "spdxExpression" -> words[0] = json.textOrNothing(InventorySheet.NAME_CHARS);
                    case "value" -> words[1] = json.textOrNothing(InventorySheet.NAME_CHARS);
                    default -> {
                        // where it was found
                    }
                }
            });
            add(words[0] == null || words[0].isBlank() ? words[1] : words[0], licences);
        } else {
            add(json.textOrNothing(InventorySheet.NAME_CHARS), licences);
        }
    }

    private static void add(@Nullable String licence, List<String> licences) {
        if (licence != null && !licence.isBlank() && licences.size() < 50) {
            licences.add(licence);
        }
    }

    private static void object(JsonCursor json, Consumer<String> field) {
        if (json.isObject()) {
            json.object("an object", field);
        }
    }
}
