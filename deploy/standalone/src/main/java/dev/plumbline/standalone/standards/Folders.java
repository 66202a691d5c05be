package dev.plumbline.standalone.standards;

import dev.plumbline.analyzer.accounting.Neighbourhood;
import dev.plumbline.analyzer.accounting.StandardFolder;
import dev.plumbline.analyzer.fixture.ReportShelf;
import dev.plumbline.analyzer.inheriting.Flattening;
import dev.plumbline.analyzer.standard.MarkedYaml;
import dev.plumbline.analyzer.standard.StandardFile;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Finds standards and bindings on the disk.
public final class Folders {
    static final String STANDARD = "standard.yaml";
    static final String FIXTURES = "fixtures";
    static final String REPORTS = "reports";
    private static final String YAML = ".yaml";
    private static final int DEPTH = 4;
    private static final long MAX_BYTES = 16L << 20;

    private Folders() {}

    /// {@return the folders at or below a place that hold a `standard.yaml`, in the order of their paths}
    public static List<Path> of(Path place) {
        if (!Files.isDirectory(place)) {
            throw new Refused("«" + place + "» is not a folder; name one that holds standards.");
        }
        try (Stream<Path> found =
                Files.find(place, DEPTH, (path, facts) -> facts.isRegularFile() && path.endsWith(STANDARD))) {
            var folders = found.map(path -> path.getParent()).sorted().toList();
            if (folders.isEmpty()) {
                throw new Refused("No " + STANDARD + " lies in «" + place + "» or below it.");
            }
            return folders;
        } catch (IOException e) {
            throw new Refused("«" + place + "» cannot be listed: " + Reason.of(e) + ".", e);
        }
    }

    /// {@return the YAML files in the folder `bindings` of a place, by path}
    public static Map<String, byte[]> bindings(Path place) {
        return files(place.resolve("bindings"), YAML, path -> path.toString());
    }

    public static StandardFolder read(Path folder) {
        var files = new HashMap<>(files(folder, ".md", path -> String.valueOf(path.getFileName())));
        files.put(STANDARD, bytes(folder.resolve(STANDARD)));
        files.putAll(files(folder.resolve(FIXTURES), YAML, path -> FIXTURES + "/" + path.getFileName()));
        return new StandardFolder(folder.toString(), files);
    }

    /// {@return where parents of the standards at a place are looked for: among them, beside them, and among those that
    /// come with the product}
    public static Neighbourhood neighbours(Path place) {
        var near = new LinkedHashSet<Path>(of(place));
        List.copyOf(near).forEach(folder -> near.addAll(beside(folder)));
        var folders = new LinkedHashMap<StandardFolder, ReportShelf>();
        near.forEach(folder -> folders.put(read(folder), FolderShelf.of(folder)));
        folders.putAll(ShippedNeighbours.all());
        return Neighbourhood.of(folders);
    }

    private static List<Path> beside(Path folder) {
        Path above = folder.toAbsolutePath().normalize().getParent();
        if (above == null) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(above)) {
            return all.filter(it -> Files.isRegularFile(it.resolve(STANDARD)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new Refused("«" + above + "» cannot be listed: " + Reason.of(e) + ".", e);
        }
    }

    /// {@return the standard of a folder with the rules of its parents}
    public static StandardSource flat(Path folder) {
        try {
            return Flattening.of(source(folder), neighbours(folder).library()).source();
        } catch (StandardRefused e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    /// {@return the standard of a folder, whether or not its references hold}
    public static StandardSource source(Path folder) {
        Path file = folder.resolve(STANDARD);
        byte[] yaml = bytes(file);
        try {
            String persona = MarkedYaml.read(yaml, file.toString())
                    .root()
                    .path("persona")
                    .asText("");
            return StandardFile.source(yaml, file.toString(), bytes(folder.resolve(persona)));
        } catch (StandardRefused e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new Refused("«" + file + "» has more than " + MAX_BYTES + " bytes, which no standard needs.");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refused("«" + file + "» cannot be read: " + Reason.of(e) + ".", e);
        }
    }

    private interface Naming {
        String of(Path path);
    }

    private static Map<String, byte[]> files(Path folder, String ending, Naming naming) {
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        var files = new HashMap<String, byte[]>();
        try (Stream<Path> all = Files.list(folder)) {
            all.filter(path -> Files.isRegularFile(path) && path.toString().endsWith(ending))
                    .forEach(path -> files.put(naming.of(path), bytes(path)));
            return files;
        } catch (IOException e) {
            throw new Refused("«" + folder + "» cannot be listed: " + Reason.of(e) + ".", e);
        }
    }
}
