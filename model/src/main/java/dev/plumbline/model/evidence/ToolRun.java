package dev.plumbline.model.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The run that wrote a report. What nobody stated is null.
///
/// @param success whether the tool did its work, as the report, the sender or the exit code says; findings are success
/// @param databaseAt when the tool's vulnerability database was last updated
public record ToolRun(
        String name,
        @Nullable String version,
        @Nullable Integer exitCode,
        Success success,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant databaseAt) {

    /// Whether a tool did its work. `UNSTATED` counts as done when the report is whole.
    public enum Success {
        SUCCEEDED,
        FAILED,
        UNSTATED
    }

    public static ToolRun of(String name, @Nullable String version) {
        return new ToolRun(name, version, null, Success.UNSTATED, null, null, null);
    }

    public boolean failed() {
        return success == Success.FAILED;
    }
}
