package dev.plumbline.ingest.statement;

import dev.plumbline.http.Problem;
import dev.plumbline.ingest.report.Declared;

/// What a `build` part says of one report file.
///
/// @param part name or file name of the form part that it speaks of
public record ReportEntry(String part, Declared declared, Place place) {

    /// A refusal that points at this entry.
    public Problem refuse(String detail, String fix) {
        return place.refuse(detail, fix);
    }
}
