package dev.plumbline.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// The demo's files, which travel in the jar.
public final class Samples {
    private static final String ROOT = "/demo/";

    private Samples() {}

    static InputStream open(String file) {
        InputStream in = Samples.class.getResourceAsStream(ROOT + file);
        if (in == null) {
            throw new IllegalStateException("The demo's file " + file + " must be in the jar.");
        }
        return in;
    }

    public static byte[] report(String file) {
        try (InputStream in = open("reports/" + file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The demo's file " + file + " must be readable: " + e.getMessage(), e);
        }
    }

    /// Lays a report where the user's shell can reach it.
    static Path copyTo(Path folder, String file) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(Path.of(file).getFileName());
        Files.write(target, report(file));
        return target;
    }
}
