package dev.plumbline.analyzer.accounting;

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
