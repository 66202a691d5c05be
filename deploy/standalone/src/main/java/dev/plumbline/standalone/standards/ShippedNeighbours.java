package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.accounting.StandardFolder;
import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.analyzer.standard.MarkedYaml;
import dev.plumbline.analyzer.standard.StandardRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The standards that come with the product, as parents of others: read from the class path, file by file.
final class ShippedNeighbours {
    private ShippedNeighbours() {}

    static Map<StandardFolder, ReportShelf> all() {
        var all = new LinkedHashMap<StandardFolder, ReportShelf>();
        for (String name : ShippedStandards.folders()) {
            String root = "/standards/" + name + "/";
            all.put(
                    new StandardFolder("the shipped " + name, files(root)),
                    FolderShelf.of(report -> find(root + Folders.FIXTURES + "/" + Folders.REPORTS + "/" + report)));
        }
        return all;
    }

    private static Map<String, byte[]> files(String root) {
        var files = new HashMap<String, byte[]>();
        put(files, root, Folders.STANDARD);
        put(files, root, "persona.md");
        try {
            byte[] yaml = files.getOrDefault(Folders.STANDARD, new byte[0]);
            MarkedYaml.read(yaml, root)
                    .root()
                    .path("rules")
                    .forEach(rule -> put(
                            files,
                            root,
                            StandardFolder.FIXTURES + rule.path("id").asText() + StandardFolder.YAML));
        } catch (StandardRefused e) {
            throw new IllegalStateException("The standards that ship with the product must be readable.", e);
        }
        return files;
    }

    private static void put(Map<String, byte[]> files, String root, String name) {
        byte[] bytes = find(root + name);
        if (bytes != null) {
            files.put(name, bytes);
        }
    }

    private static byte @Nullable [] find(String name) {
        try (var in = ShippedNeighbours.class.getResourceAsStream(name)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
