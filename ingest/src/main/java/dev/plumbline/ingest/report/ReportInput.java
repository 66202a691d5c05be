package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Content;
import dev.plumbline.model.evidence.Digest;
import java.time.Instant;

/// One report file to be read.
///
/// @param part the name of the upload's part, used in answers only
/// @param digest of the bytes as they were sent, packed or not
public record ReportInput(String part, Content content, Digest digest, Declared declared, Instant receivedAt) {
    /// The same report without its packing.
    ReportInput with(Content unpacked) {
        return new ReportInput(part, unpacked, digest, declared, receivedAt);
    }

    public static ReportInput of(String part, byte[] bytes, Declared declared, Instant receivedAt) {
        return new ReportInput(part, Content.of(bytes), Digest.of(bytes), declared, receivedAt);
    }
}
