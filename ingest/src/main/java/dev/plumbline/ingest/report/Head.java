package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.MalformedReport;
import org.jspecify.annotations.Nullable;

/// The beginning of a file, from which its format is recognised.
///
/// @param text the first {@link #BYTES} bytes as characters
/// @param problem what is wrong with a file that ends within the head
public record Head(Shape shape, String text, @Nullable MalformedReport problem) {
    public static final int BYTES = 64 * 1024;
}
