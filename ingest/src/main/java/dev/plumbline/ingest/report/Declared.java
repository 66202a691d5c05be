package dev.plumbline.ingest.report;

import dev.plumbline.model.evidence.Format;
import dev.plumbline.model.evidence.Kind;
import org.jspecify.annotations.Nullable;

/// What the sender says of a report.
///
/// @param kind what it is evidence of; it wins, and content that cannot be that is refused
/// @param format its syntax; it overrides detection
public record Declared(@Nullable Kind kind, @Nullable Format format, DeclaredTool tool) {
    public static final Declared NOTHING = new Declared(null, null, DeclaredTool.NOTHING);

    public static Declared kind(Kind kind) {
        return new Declared(kind, null, DeclaredTool.NOTHING);
    }
}
