package dev.plumbline.collect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Working trees in a temporary folder.
public final class Trees {
    private final Path root;

    public Trees(Path root) {
        this.root = root;
    }

    public Trees with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Trees with(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Facts collect() {
        try {
            return Collector.collect(root, 2);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
