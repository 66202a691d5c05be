package dev.plumbline.ingest.statement;

import dev.plumbline.model.build.Build;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything that a `build` part says.
///
/// @param receivedAt a moment in the past at which an administrator says that it arrived; null for an upload of now
/// @param reports what it says of the report files, in its order
/// @param notes what was not taken at face value, a sentence each
public record Statement(Build build, @Nullable Instant receivedAt, List<ReportEntry> reports, List<String> notes) {
    public Statement {
        reports = List.copyOf(reports);
        notes = List.copyOf(notes);
    }
}
