package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.standard.MarkedYaml;
import dev.plumbline.analyzer.standard.StandardFile;
import dev.plumbline.analyzer.standard.StandardProblem;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.RuleId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The files of one standard, as bytes.
///
/// @param path of the folder, for messages
/// @param files by their names in the folder: `standard.yaml`, the persona's Markdown, `fixtures/<rule id>.yaml`
public record StandardFolder(String path, Map<String, byte[]> files) {
    public static final String STANDARD = "standard.yaml";
    public static final String FIXTURES = "fixtures/";
    public static final String YAML = ".yaml";

    public StandardFolder {
        files = Map.copyOf(files);
    }

    /// {@return a file's bytes; null where it is not there}
    byte @Nullable [] find(String name) {
        return files.get(name);
    }

    /// {@return the standard, whether or not its references hold}
    public StandardSource source() throws StandardRefused {
        String file = file(STANDARD);
        byte[] yaml = find(STANDARD);
        if (yaml == null) {
            throw new StandardRefused(List.of(new StandardProblem(file, 0, 0, "", "the file is not there.")));
        }
        String name = MarkedYaml.read(yaml, file).root().path("persona").asText("");
        byte[] persona = find(name);
        if (persona == null) {
            throw new StandardRefused(List.of(new StandardProblem(
                    file, 1, 1, "/persona", "the persona «" + name + "» does not lie beside the standard.")));
        }
        return StandardFile.source(yaml, file, persona);
    }

    static String fixtures(RuleId rule) {
        return FIXTURES + rule + YAML;
    }

    /// {@return the ids of the rules that have fixtures, ascending}
    List<String> rulesWithFixtures() {
        return new TreeMap<>(files)
                .keySet().stream()
                        .filter(name -> name.startsWith(FIXTURES) && name.endsWith(YAML))
                        .map(name -> name.substring(FIXTURES.length(), name.length() - YAML.length()))
                        .toList();
    }

    /// {@return the path of a file in the folder, for messages}
    String file(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
