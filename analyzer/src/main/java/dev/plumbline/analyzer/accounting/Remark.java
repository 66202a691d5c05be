package dev.plumbline.analyzer.accounting;

import dev.plumbline.analyzer.standard.StandardProblem;
import java.util.Locale;

/// Something to say about a standard's files.
///
/// @param at file, line, column and what is the matter
/// @param fix what to do about it, as a sentence; empty where the matter says it
public record Remark(Weight weight, StandardProblem at, String fix) {

    /// How much it matters.
    public enum Weight {
        ERROR,
        WARNING,
        NOTE
    }

    public static Remark error(StandardProblem at, String fix) {
        return new Remark(Weight.ERROR, at, fix);
    }

    /// {@return `file:line:column: error: what. fix.`}
    @Override
    public String toString() {
        String place = at.line() > 0 ? at.file() + ":" + at.line() + ":" + at.column() : at.file();
        return place + ": " + weight.name().toLowerCase(Locale.ROOT) + ": " + at.message()
                + (fix.isEmpty() ? "" : " " + fix);
    }
}
