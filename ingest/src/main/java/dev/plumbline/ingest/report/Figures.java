package dev.plumbline.ingest.report;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The figures of a file as it lists them, before anything is merged, filtered or judged: by these, people and tests
/// see whether a file was read right. {@link FigureNames} says what each name means.
///
/// @param counted what the details add up to; every name that applies to the format, 0 included
/// @param declared what the file says of itself
public record Figures(SortedMap<String, Long> counted, SortedMap<String, Long> declared) {
    public static final Figures NONE = new Figures(new TreeMap<>(), new TreeMap<>());

    public Figures {
        counted = Collections.unmodifiableSortedMap(new TreeMap<>(counted));
        declared = Collections.unmodifiableSortedMap(new TreeMap<>(declared));
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Collects figures; a name that is put twice has its last value.
    public static final class Builder {
        private final SortedMap<String, Long> counted = new TreeMap<>();
        private final SortedMap<String, Long> declared = new TreeMap<>();

        private Builder() {}

        public Builder put(String name, long figure) {
            counted.put(name, figure);
            return this;
        }

        /// @param figure null where the file does not say
        public Builder declare(String name, @Nullable Number figure) {
            if (figure != null) {
                declared.put(name, figure.longValue());
            }
            return this;
        }

        public Figures build() {
            return new Figures(counted, declared);
        }
    }
}
