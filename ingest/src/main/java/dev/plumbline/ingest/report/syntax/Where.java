package dev.plumbline.ingest.report.syntax;

/// The position in a report at which it is wrong.
public sealed interface Where {
    Where WHOLE = new Whole();

    /// The file as a whole.
    record Whole() implements Where {
        @Override
        public String toString() {
            return "the whole file";
        }
    }

    /// Both from 1.
    record Place(int line, int column) implements Where {
        @Override
        public String toString() {
            return "line " + line + ", column " + column;
        }
    }

    /// From 0.
    record Offset(long octet) implements Where {
        @Override
        public String toString() {
            return "byte " + octet;
        }
    }
}
