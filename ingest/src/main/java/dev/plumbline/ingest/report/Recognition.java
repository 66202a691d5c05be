package dev.plumbline.ingest.report;

import java.util.function.Supplier;

/// Whether a reader takes a file for its own.
public sealed interface Recognition {
    /// It is this format.
    record Match() implements Recognition {}

    /// It is not, and why.
    ///
    /// Most readers do not take a file, and nearly always nobody asks why: the words are made when somebody
    /// does.
    ///
    /// @param words that say why
    /// @param distance 1: same syntax, other fields · 2: same family of syntax · 3: nothing alike
    record Mismatch(Supplier<String> words, int distance) implements Recognition {
        public Mismatch(String why, int distance) {
            this(() -> why, distance);
        }

        public String why() {
            return words.get();
        }
    }

    Recognition MATCH = new Match();

    static Recognition alike(String why) {
        return alike(() -> why);
    }

    static Recognition alike(Supplier<String> why) {
        return new Mismatch(why, 1);
    }

    static Recognition apart(String why) {
        return new Mismatch(() -> why, 3);
    }
}
