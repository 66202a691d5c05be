package dev.plumbline.ingest.report;

/// The beginning of a file, from which its format is recognised.
///
/// @param text the first {@link #BYTES} bytes as characters
public record Head(Shape shape, String text) {
    public static final int BYTES = 64 * 1024;
}
