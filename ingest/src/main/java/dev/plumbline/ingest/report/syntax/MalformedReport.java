package dev.plumbline.ingest.report.syntax;

import java.util.Objects;

/// A file is not what its format demands, or goes past a limit. Caught in one place, which adds the file's name.
public final class MalformedReport extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Where where;
    private final String what;
    private final String fix;

    /// @param what a sentence that says what is wrong, with the offending value
    /// @param fix a sentence that says what the sender can do
    public MalformedReport(Where where, String what, String fix) {
        super(where + ": " + what, null, false, false);
        this.where = where;
        this.what = what;
        this.fix = fix;
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
