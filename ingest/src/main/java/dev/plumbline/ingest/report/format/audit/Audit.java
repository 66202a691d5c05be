package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.FormatPage;
import dev.plumbline.ingest.report.Head;
import dev.plumbline.ingest.report.Recognition;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.function.Function;

/// One tool's JSON report.
///
/// @param tool which writes it
/// @param look at the beginning of a file
/// @param body takes the whole file
/// @param silent the tool writes nothing at all when it finds nothing
record Audit(String format, String tool, FormatPage page, Function<Head, Recognition> look, Body body, boolean silent) {
    Audit(String format, String tool, FormatPage page, Function<Head, Recognition> look, Body body) {
        this(format, tool, page, look, body, false);
    }

    Audit silentWhenClean() {
        return new Audit(format, tool, page, look, body, true);
    }

    /// Takes the value on which the cursor stands, the first of the file.
    @FunctionalInterface
    interface Body {
        void read(JsonCursor json, AuditSheet sheet);
    }
}
