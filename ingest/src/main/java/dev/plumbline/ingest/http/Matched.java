package dev.plumbline.ingest.http;

import dev.plumbline.ingest.statement.ReportEntry;
import org.jspecify.annotations.Nullable;

/// A report file with what the `build` part says of it.
record Matched(UploadedFile file, @Nullable ReportEntry entry) {}
