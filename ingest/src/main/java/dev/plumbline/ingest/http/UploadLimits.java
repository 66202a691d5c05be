package dev.plumbline.ingest.http;

/// How large an upload may be, in bytes and parts.
///
/// @param parts the `build` part included
/// @param memoryBytes parts up to this size stay in memory while they are read; larger ones go to disk
public record UploadLimits(int parts, long partBytes, long totalBytes, long memoryBytes) {
    public static final UploadLimits DEFAULT = new UploadLimits(64, 64L * 1024 * 1024, 256L * 1024 * 1024, 64L * 1024);

    public UploadLimits {
        if (parts < 1 || partBytes < 1 || totalBytes < partBytes || memoryBytes < 0) {
            throw new IllegalArgumentException(
                    "limits of uploads must be positive, and the total at least that of a part: " + parts + " parts, "
                            + partBytes + " and " + totalBytes + " bytes");
        }
    }
}
