package dev.plumbline.standalone.standards;

import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The folder of a standard that comes with the product: in the jar, or beside the classes.
final class ShippedFolder implements AutoCloseable {
    private final Path path;
    private final @Nullable FileSystem jar;

    private ShippedFolder(Path path, @Nullable FileSystem jar) {
        this.path = path;
        this.jar = jar;
    }

    static ShippedFolder open(String id, List<String> known) {
        if (!known.contains(id)) {
            throw new Refused(
                    "No standard «" + id + "» comes with Plumbline; there is " + String.join(", ", known) + ".");
        }
        String name = "/standards/" + id + "/" + Folders.STANDARD;
        var found = ShippedFolder.class.getResource(name);
        if (found == null) {
            throw new IllegalStateException("The class path must hold " + name + ".");
        }
        try {
            URI uri = found.toURI();
            if (!"jar".equals(uri.getScheme())) {
                return new ShippedFolder(parent(Path.of(uri)), null);
            }
            FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
            return new ShippedFolder(parent(jar.getPath(name)), jar);
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("The jar that holds " + name + " must be readable.", e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalStateException("A file in a folder must have a parent: " + file);
        }
        return parent;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
