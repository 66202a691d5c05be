package dev.plumbline.ingest.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the sender says of the run that wrote a report.
public record DeclaredTool(
        @Nullable String name,
        @Nullable String version,
        @Nullable Integer exitCode,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant databaseAt) {
    public static final DeclaredTool NOTHING = new DeclaredTool(null, null, null, null, null, null);
}
