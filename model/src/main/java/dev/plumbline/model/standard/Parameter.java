package dev.plumbline.model.standard;

import java.time.Duration;
import java.util.List;

/// A value that bindings and inheriting standards may tighten.
public record Parameter(String name, Value value, Direction direction) {

    /// Which way a parameter may be moved.
    public enum Direction {
        FIXED,
        HIGHER,
        LOWER,
        SUPERSET
    }

    /// Typed as CEL sees it: double, int, string, bool, list(string), duration.
    public sealed interface Value {
        record Fraction(double value) implements Value {
            public Fraction {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("a parameter must be a finite number, not " + value);
                }
            }
        }

        record Whole(long value) implements Value {}

        record Text(String value) implements Value {}

        record Flag(boolean value) implements Value {}

        record Texts(List<String> value) implements Value {
            public Texts {
                value = List.copyOf(value);
            }
        }

        record Span(Duration value) implements Value {}
    }
}
