package dev.plumbline.ingest.report.syntax;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A report's bytes, which can be read from the start as often as needed.
@FunctionalInterface
public interface Content {
    InputStream open() throws IOException;

    static Content of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
