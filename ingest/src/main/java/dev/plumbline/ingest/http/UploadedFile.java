package dev.plumbline.ingest.http;

import dev.plumbline.ingest.report.syntax.Content;
import org.jspecify.annotations.Nullable;

/// A report file as it came in.
///
/// @param label what receipts and refusals call it: its file name, else its form name; unique within an upload
/// @param name its form name
/// @param fileName without folders; null where the sender gave none
record UploadedFile(String label, String name, @Nullable String fileName, long length, Content content) {

    /// Whether the `build` part means this file by `part`.
    boolean answersTo(String part) {
        return part.equals(label) || part.equals(name) || part.equals(fileName);
    }
}
