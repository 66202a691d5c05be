package dev.plumbline.ingest.http;

/// How large an upload may be, in bytes and parts.
///
/// @param parts the `build` part included
/// @param memoryBytes of an upload that may stay in memory while it is read; what is larger goes to disk
public record UploadLimits(int parts, long partBytes, long totalBytes, long memoryBytes) {
    public static final UploadLimits DEFAULT =
            new UploadLimits(400, 64L * 1024 * 1024, 256L * 1024 * 1024, 4L * 1024 * 1024);

    public UploadLimits {
        if (parts < 1 || partBytes < 1 || totalBytes < partBytes || memoryBytes < 0) {
            throw new IllegalArgumentException(
                    "limits of uploads must be positive, and the total at least that of a part: " + parts + " parts, "
                            + partBytes + " and " + totalBytes + " bytes");
        }
    }

    /// {@return parts up to which size stay in memory}
    ///
    /// @param length of the whole upload; negative where it is not stated
    long partInMemory(long length) {
        return length >= 0 && length <= memoryBytes ? memoryBytes : memoryBytes / parts;
    }
}
