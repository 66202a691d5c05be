package dev.plumbline.ingest.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// A report that was found sound.
///
/// @param length of its bytes, unpacked
/// @param redacted whether these are not the bytes that were sent, but what is kept of them without their secrets
public record StoredReport(Path file, long length, boolean redacted) {
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            in.transferTo(out);
        }
    }
}
