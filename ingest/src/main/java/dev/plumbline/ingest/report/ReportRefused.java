package dev.plumbline.ingest.report;

import dev.plumbline.ingest.report.syntax.Where;
import dev.plumbline.model.evidence.Format;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A report that is not taken. The caller's fault, never ours: it is answered, not logged as an error.
public final class ReportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String part;
    private final transient @Nullable Format format;
    private final transient Where where;
    private final String what;
    private final String fix;

    /// @param format where it was recognised or declared
    /// @param what a sentence: what is wrong
    /// @param fix a sentence: what the sender can do
    public ReportRefused(String part, @Nullable Format format, Where where, String what, String fix) {
        super(part + ", " + where + ": " + what + " " + fix, null, false, false);
        this.part = part;
        this.format = format;
        this.where = where;
        this.what = what;
        this.fix = fix;
    }

    public String part() {
        return part;
    }

    public @Nullable Format format() {
        return format;
    }

    public Where where() {
        return Objects.requireNonNullElse(where, Where.WHOLE);
    }

    public String what() {
        return what;
    }

    public String fix() {
        return fix;
    }
}
