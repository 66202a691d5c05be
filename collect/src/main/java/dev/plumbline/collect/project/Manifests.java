package dev.plumbline.collect.project;

import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/// Files in which a project states settings and dependencies. One that cannot be read states nothing.
final class Manifests {
    private static final StreamReadConstraints BOUNDED = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxNumberLength(64)
            .maxStringLength(1 << 20)
            .build();
    private static final ObjectMapper TOML =
            new TomlMapper(TomlFactory.builder().streamReadConstraints(BOUNDED).build());
    private static final ObjectMapper JSON = JsonMapper.builder(
                    new JsonFactoryBuilder().streamReadConstraints(BOUNDED).build())
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();
    private static final Pattern PACKAGE = Pattern.compile("^\\s*([A-Za-z0-9][A-Za-z0-9._-]{0,100})");
    private static final Pattern REQUIRED =
            Pattern.compile("^\\s*(?:require\\s+)?([a-z0-9.-]+\\.[a-z]{2,}/\\S+)\\s+v\\d");
    private static final Pattern VERSION = Pattern.compile("^(go|toolchain)\\s+(\\S{1,40})\\s*$");
    private static final Pattern SECTION = Pattern.compile("^\\[([\\w:.-]+)]\\s*$");
    private static final Pattern SETTING = Pattern.compile("^([\\w-]+)\\s*[=:]\\s*(\\S.{0,150})$");
    private static final int DEPTH = 6;

    private Manifests() {}

    /// @param settings by tool and dotted name
    /// @param dependencies names of packages
    record Manifest(Map<String, String> settings, List<String> dependencies) {
        static Manifest empty() {
            return new Manifest(new TreeMap<>(), new ArrayList<>());
        }
    }

    static boolean reads(String name) {
        return switch (name) {
            case "pyproject.toml",
                    "ruff.toml",
                    ".ruff.toml",
                    "setup.cfg",
                    ".flake8",
                    "tox.ini",
                    "package.json",
                    "tsconfig.json",
                    "go.mod",
                    "pom.xml",
                    "build.gradle",
                    "build.gradle.kts",
                    "libs.versions.toml" -> true;
            default -> name.startsWith("requirements") && name.endsWith(".txt");
        };
    }

    static Manifest read(String name, String text) {
        var manifest = Manifest.empty();
        try {
            switch (name) {
                case "pyproject.toml" -> pyproject(TOML.readTree(text), manifest);
                case "ruff.toml", ".ruff.toml" -> flatten("ruff", TOML.readTree(text), manifest, 0);
                case "package.json" -> packageJson(JSON.readTree(text), manifest);
                case "tsconfig.json" -> flatten("tsconfig", JSON.readTree(text).path("compilerOptions"), manifest, 0);
                case "go.mod" -> goMod(text, manifest);
                case "pom.xml" -> Poms.read(text, manifest);
                case "build.gradle", "build.gradle.kts" -> GradleScripts.read(text, manifest);
                case "libs.versions.toml" -> catalog(TOML.readTree(text), manifest);
                case "setup.cfg", ".flake8", "tox.ini" -> sections(text, manifest);
                default -> lines(text, PACKAGE, manifest);
            }
        } catch (JsonProcessingException | XMLStreamException e) {
            return Manifest.empty();
        }
        return manifest;
    }

    private static void pyproject(JsonNode root, Manifest manifest) {
        for (String tool : List.of("black", "ruff", "isort", "mypy", "pydocstyle", "pytest", "coverage", "pyright")) {
            flatten(tool, root.path("tool").path(tool), manifest, 0);
        }
        JsonNode project = root.path("project");
        if (project.path("requires-python").isTextual()) {
            manifest.settings()
                    .put(
                            "project.requires-python",
                            project.path("requires-python").asText());
        }
        packages(project.path("dependencies"), manifest);
        project.path("optional-dependencies").forEach(group -> packages(group, manifest));
        root.path("dependency-groups").forEach(group -> packages(group, manifest));
        JsonNode poetry = root.path("tool").path("poetry");
        names(poetry.path("dependencies"), manifest);
        poetry.path("group").forEach(group -> names(group.path("dependencies"), manifest));
        manifest.dependencies().remove("python");
    }

    private static void packageJson(JsonNode root, Manifest manifest) {
        names(root.path("dependencies"), manifest);
        names(root.path("devDependencies"), manifest);
        if (root.path("type").isTextual()) {
            manifest.settings().put("package.type", root.path("type").asText());
        }
    }

    private static void goMod(String text, Manifest manifest) {
        lines(text, REQUIRED, manifest);
        text.lines()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .forEach(line -> manifest.settings().putIfAbsent("go." + line.group(1), line.group(2)));
    }

    /// A library is named by `module`, or by `group` and `name`, or by one text with a version.
    private static void catalog(JsonNode root, Manifest manifest) {
        for (JsonNode library : root.path("libraries")) {
            String text = library.isTextual()
                    ? library.asText()
                    : library.path("module")
                            .asText(library.path("group").asText() + ":"
                                    + library.path("name").asText());
            String[] parts = text.split(":", -1);
            if (parts.length >= 2 && text.length() <= 200) {
                manifest.dependencies().add(parts[0] + ":" + parts[1]);
            }
        }
    }

    private static void packages(JsonNode list, Manifest manifest) {
        for (JsonNode entry : list) {
            if (entry.isTextual()) {
                lines(entry.asText(), PACKAGE, manifest);
            }
        }
    }

    private static void names(JsonNode object, Manifest manifest) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            manifest.dependencies().add(names.next());
        }
    }

    private static void lines(String text, Pattern form, Manifest manifest) {
        text.lines().forEach(line -> {
            var found = form.matcher(line);
            if (found.find()) {
                manifest.dependencies().add(found.group(1));
            }
        });
    }

    private static void sections(String text, Manifest manifest) {
        String section = "";
        for (String line : text.lines().toList()) {
            var header = SECTION.matcher(line);
            var setting = SETTING.matcher(line);
            if (header.matches()) {
                section = header.group(1).replace("tool:", "");
            } else if (!section.isEmpty() && !section.contains(":") && setting.matches()) {
                manifest.settings()
                        .put(section + "." + setting.group(1), setting.group(2).strip());
            }
        }
    }

    private static void flatten(String prefix, JsonNode node, Manifest manifest, int depth) {
        if (depth > DEPTH) {
            return;
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(field -> flatten(prefix + "." + field.getKey(), field.getValue(), manifest, depth + 1));
        } else if (node.isArray()) {
            var texts = new ArrayList<String>();
            node.forEach(item -> texts.add(item.asText()));
            put(manifest, prefix, String.join(" ", texts));
        } else if (!node.isMissingNode() && !node.isNull()) {
            put(manifest, prefix, node.asText());
        }
    }

    private static void put(Manifest manifest, String name, String value) {
        manifest.settings().put(name, value.length() <= 200 ? value : value.substring(0, 199) + "…");
    }
}
