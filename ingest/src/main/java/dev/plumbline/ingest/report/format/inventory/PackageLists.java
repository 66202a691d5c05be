package dev.plumbline.ingest.report.format.inventory;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Looks;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.Shape;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Packages as package managers and tools about licences list them: npm, pip, Cargo, Composer, Gradle.
final class PackageLists {
    private static final int LICENCES = 50;
    private static final int BYTES_PER_NAME = 80;
    /// Names of what pip lists beside name and version.
    private static final Set<String> PIP = Set.of(
            "name",
            "version",
            "location",
            "installer",
            "editable_project_location",
            "latest_version",
            "latest_filetype");
    private static final Pattern NAME_AT_VERSION = Pattern.compile("@?[^@\\s]{1,214}@[^@\\s]{1,256}");

    private PackageLists() {}

    static List<PackagesReader> all() {
        return List.of(
                npmList(),
                licenseChecker(),
                pipList(),
                pipInspect(),
                pipLicenses(),
                cargoLicense(),
                composer(),
                gradle());
    }

    /// A package while it is being read.
    private static final class Item {
        private @Nullable String name;
        private @Nullable String version;
        private final List<String> licences = new ArrayList<>(1);

        /// Takes a field where it is one of these.
        void take(JsonCursor json, String field) {
            switch (field) {
                case "name", "Name", "moduleName" -> name = json.textOrNothing(InventorySheet.NAME_CHARS);
                case "version", "Version", "moduleVersion" -> version = json.textOrNothing(InventorySheet.NAME_CHARS);
                case "license", "License", "licenses", "moduleLicense", "moduleLicenses" -> licence(json);
                default -> {
                    // addresses, authors, paths
                }
            }
        }

        private void licence(JsonCursor json) {
            if (json.isArray()) {
                json.array("licences", () -> licence(json));
            } else if (json.isObject()) {
                json.object("a licence", part -> {
                    if (part.equals("moduleLicense")) {
                        licence(json);
                    }
                });
            } else {
                String text = json.textOrNothing(InventorySheet.NAME_CHARS);
                boolean known = text != null && !text.isBlank() && !text.equalsIgnoreCase("UNKNOWN");
                if (known && licences.size() < LICENCES) {
                    licences.add(text);
                }
            }
        }

        /// @param type of the package's URL; empty where it has none that the list tells
        void into(InventorySheet sheet, String type) {
            String named = name == null
                    ? ""
                    : type.equals("pypi") ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name;
            String purl = type.isEmpty() || named.isBlank() || version == null
                    ? null
                    : "pkg:" + type + '/' + named.replaceFirst("^@", "%40") + '@' + version;
            sheet.component(InventorySheet.key(purl, null, named, version), licences);
        }
    }

    private static FormatPage page(String tools, String versions, String taken, String definition) {
        return new FormatPage(tools, versions, taken, "addresses, paths, authors, texts of licences", definition);
    }

    /// `npm ls --json`: a tree, in which one package may stand at several places; each name and version counts
    /// once. What is missing is not installed.
    private static PackagesReader npmList() {
        return new PackagesReader(
                "npm-ls-json",
                "npm",
                page(
                        "npm ls --json, with --all or without",
                        "3 and later",
                        "packages with name and version, each once",
                        "https://docs.npmjs.com/cli/commands/npm-ls"),
                head -> {
                    boolean own = head.shape() instanceof Shape.JsonObject object
                            && object.fields().contains("dependencies")
                            && !object.fields().contains("lockfileVersion")
                            && !object.fields().contains("vulnerabilities")
                            && Looks.has(head, "\"resolved\"", "\"overridden\"")
                            && Looks.has(head, "\"version\"");
                    return Looks.object(
                            head, own, "its dependencies have the fields version and resolved, here they have not");
                },
                (json, sheet) -> {
                    var seen = new HashSet<String>();
                    json.object("the list", field -> {
                        if (field.equals("dependencies")) {
                            npmDependencies(json, sheet, seen);
                        }
                    });
                });
    }

    private static void npmDependencies(JsonCursor json, InventorySheet sheet, Set<String> seen) {
        json.object("dependencies", name -> {
            var item = new Item();
            item.name = name;
            boolean[] missing = new boolean[1];
            json.object("a package", field -> {
                switch (field) {
                    case "version" -> item.take(json, field);
                    case "missing" -> missing[0] = !json.isText() && Boolean.TRUE.equals(json.flag(field));
                    case "dependencies" -> npmDependencies(json, sheet, seen);
                    default -> {
                        // where it came from
                    }
                }
            });
            String key = name + '@' + item.version;
            if (!missing[0] && item.version != null && seen.add(key)) {
                sheet.allowance().keep(BYTES_PER_NAME + 2L * key.length());
                item.into(sheet, "npm");
            }
        });
    }

    /// `license-checker --json`: licences by `name@version`; a guess has a star.
    private static PackagesReader licenseChecker() {
        return new PackagesReader(
                "license-checker-json",
                "license-checker",
                page(
                        "license-checker, license-checker-rseidelsohn --json",
                        "all",
                        "packages with name, version and licences",
                        "https://github.com/davglass/license-checker#usage"),
                head -> {
                    boolean own = head.shape() instanceof Shape.JsonObject object
                            && !object.fields().isEmpty()
                            && object.fields().stream()
                                    .allMatch(name ->
                                            NAME_AT_VERSION.matcher(name).matches())
                            && Looks.has(head, "\"licenses\"");
                    return Looks.object(head, own, "its fields are name@version with licenses, here they are not");
                },
                (json, sheet) -> json.object("the list", key -> {
                    var item = new Item();
                    json.object(key, field -> {
                        if (field.equals("licenses")) {
                            item.take(json, field);
                        }
                    });
                    int at = key.lastIndexOf('@');
                    item.name = at > 0 ? key.substring(0, at) : key;
                    item.version = at > 0 ? key.substring(at + 1) : null;
                    item.into(sheet, "npm");
                }));
    }

    private static PackagesReader pipList() {
        return listed(
                "pip-list-json",
                "pip",
                page(
                        "pip list --format json, uv pip list --format json",
                        "all",
                        "packages with name and version",
                        "https://pip.pypa.io/en/stable/cli/pip_list/"),
                head -> items(
                        head,
                        fields -> fields.containsAll(Set.of("name", "version")) && PIP.containsAll(fields),
                        "its entries have the fields name and version alone, here they have not"),
                "pypi");
    }

    /// `pip inspect`: the metadata of what is installed.
    private static PackagesReader pipInspect() {
        return new PackagesReader(
                "pip-inspect-json",
                "pip inspect",
                page(
                        "pip inspect",
                        "1",
                        "packages with name, version and licence, the version of pip",
                        "https://pip.pypa.io/en/stable/reference/inspect-report/"),
                head -> Looks.fields(head, "pip_version", "installed"),
                (json, sheet) -> json.object("the report", field -> {
                    switch (field) {
                        case "version" -> sheet.version(json.textOrNothing(InventorySheet.NAME_CHARS));
                        case "pip_version" -> sheet.tool("pip", json.textOrNothing(InventorySheet.NAME_CHARS));
                        case "installed" ->
                            json.array(
                                    field,
                                    () -> json.object("a package", part -> {
                                        if (part.equals("metadata")) {
                                            item(json, sheet, "pypi");
                                        }
                                    }));
                        default -> {
                            // the environment
                        }
                    }
                }));
    }

    private static PackagesReader pipLicenses() {
        return listed(
                "pip-licenses-json",
                "pip-licenses",
                page(
                        "pip-licenses --format=json",
                        "all",
                        "packages with name, version and licence",
                        "https://github.com/raimon49/pip-licenses#format-options"),
                head -> items(
                        head,
                        fields -> fields.containsAll(Set.of("Name", "Version", "License")),
                        "its entries have the fields Name, Version and License, here they have not"),
                "pypi");
    }

    private static PackagesReader cargoLicense() {
        return listed(
                "cargo-license-json",
                "cargo-license",
                page(
                        "cargo license --json",
                        "all",
                        "packages with name, version and licence",
                        "https://github.com/onur/cargo-license"),
                head -> items(
                        head,
                        fields -> fields.containsAll(Set.of("name", "version", "license", "license_file")),
                        "its entries have the fields name, version, license and license_file, here they have not"),
                "cargo");
    }

    /// `composer licenses --format=json`: packages by name, each with a list of licences.
    private static PackagesReader composer() {
        return new PackagesReader(
                "composer-licenses-json",
                "Composer",
                page(
                        "composer licenses --format=json",
                        "all",
                        "packages with name, version and licences",
                        "https://getcomposer.org/doc/03-cli.md#licenses"),
                head -> {
                    boolean own = head.shape() instanceof Shape.JsonObject object
                            && object.fields().equals(Set.of("name", "version", "license", "dependencies"));
                    return Looks.object(
                            head,
                            own,
                            "it has the fields name, version, license and dependencies alone, here it has not");
                },
                (json, sheet) -> json.object("the list", field -> {
                    // without a package PHP writes an empty list
                    if (field.equals("dependencies") && json.isObject()) {
                        json.object(field, name -> {
                            var item = new Item();
                            json.object(name, part -> item.take(json, part));
                            item.name = name;
                            item.into(sheet, "composer");
                        });
                    }
                }));
    }

    /// The JSON of Gradle's licence report plugin, with one licence or several for a module.
    private static PackagesReader gradle() {
        return new PackagesReader(
                "gradle-license-report-json",
                "Gradle License Report",
                page(
                        "Gradle License Report: JsonReportRenderer",
                        "all",
                        "modules with name, version and licences",
                        "https://github.com/jk1/Gradle-License-Report#renderers"),
                head -> Looks.object(
                        head,
                        head.shape() instanceof Shape.JsonObject object
                                && object.fields().contains("dependencies")
                                && Looks.has(head, "\"moduleName\""),
                        "its dependencies have the field moduleName, here they have not"),
                (json, sheet) -> json.object("the report", field -> {
                    if (field.equals("dependencies")) {
                        json.array(field, () -> item(json, sheet, ""));
                    }
                }));
    }

    private static PackagesReader listed(
            String name, String specification, FormatPage page, Function<Head, Recognition> look, String type) {
        return new PackagesReader(
                name,
                specification,
                page,
                look,
                (json, sheet) -> json.array("the list", () -> item(json, sheet, type)));
    }

    private static void item(JsonCursor json, InventorySheet sheet, String type) {
        var item = new Item();
        json.object("a package", field -> item.take(json, field));
        item.into(sheet, type);
    }

    private static Recognition items(Head head, Predicate<Set<String>> own, String why) {
        if (!(head.shape() instanceof Shape.JsonArray array)) {
            return Recognition.apart("it is a JSON array");
        }
        return own.test(array.itemFields()) ? Recognition.MATCH : Recognition.alike(why);
    }
}
