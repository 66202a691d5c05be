package dev.plumbline.model.evidence;

import java.util.List;

/// Where a piece of evidence comes from.
///
/// @param part the name of the upload's part
/// @param report digest of the report's bytes in the report store
/// @param reader the reader that made the evidence, with its version: `ruff-json@1`
/// @param notes what the reader did not take at face value, a sentence each
public record Source(String part, Digest report, Format format, String reader, ToolRun tool, List<String> notes) {
    public Source {
        notes = List.copyOf(notes);
    }
}
