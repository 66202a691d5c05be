package dev.plumbline.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A report whose digest was found right.
///
/// @param length of its bytes, unpacked
public record StoredReport(Path file, long length) {
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(out);
        }
    }
}
