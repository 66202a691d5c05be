package dev.plumbline.analyzer.revising;

import dev.plumbline.model.standard.Version;
import java.util.Comparator;
import java.util.List;

/// The differences between two versions of a standard.
public record Revision(List<Difference> differences) {
    public Revision {
        differences = differences.stream()
                .sorted(Comparator.comparing(Difference::step)
                        .thenComparing(Difference::direction)
                        .thenComparing(Difference::what))
                .toList();
    }

    /// The part of a version that must grow. Major: a pass can become a fail; minor: additions and loosening; patch:
    /// words.
    public enum Step {
        MAJOR,
        MINOR,
        PATCH;

        /// {@return the least version after this one}
        public Version after(Version version) {
            return switch (this) {
                case MAJOR -> new Version(version.major() + 1, 0, 0);
                case MINOR -> new Version(version.major(), version.minor() + 1, 0);
                case PATCH -> new Version(version.major(), version.minor(), version.patch() + 1);
            };
        }
    }

    /// Which way a difference goes.
    public enum Direction {
        ADDED,
        REMOVED,
        TIGHTENED,
        LOOSENED,
        CHANGED,
        REWORDED
    }

    /// @param what is different, as a sentence: `rule py.test.fast: parameter p95 goes from 0.1 to 0.05.`
    public record Difference(Direction direction, Step step, String what) {}

    /// {@return the least version that may carry these differences; the same where there are none}
    public Version least(Version before) {
        return differences.isEmpty() ? before : differences.getFirst().step().after(before);
    }
}
