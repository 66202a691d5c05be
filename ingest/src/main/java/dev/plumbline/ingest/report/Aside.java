package dev.plumbline.ingest.report;

import dev.plumbline.model.evidence.Source;

/// A file of a known format that is evidence of nothing, such as an event of a forge. It can be read, and is refused as
/// a part of an upload.
///
/// @param what a sentence: what the file is, and what it is not
/// @param fix a sentence: where such a file goes, or what to send in its place
public record Aside(Source source, String what, String fix) {}
