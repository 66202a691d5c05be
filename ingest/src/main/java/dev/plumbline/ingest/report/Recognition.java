package dev.plumbline.ingest.report;

/// Whether a reader takes a file for its own.
public sealed interface Recognition {
    /// It is this format.
    record Match() implements Recognition {}

    /// It is not, and why.
    ///
    /// @param distance 1: same syntax, other fields · 2: same family of syntax · 3: nothing alike
    record Mismatch(String why, int distance) implements Recognition {}

    Recognition MATCH = new Match();

    static Recognition alike(String why) {
        return new Mismatch(why, 1);
    }

    static Recognition apart(String why) {
        return new Mismatch(why, 3);
    }
}
