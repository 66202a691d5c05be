package dev.plumbline.model.standard;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// Terms on which exceptions from a rule are granted, where they are stricter than the general ones.
public sealed interface Waivable {
    /// The strictest terms first; null, the general ones, last.
    Comparator<@Nullable Waivable> STRICTEST_FIRST = Comparator.comparing(Waivable::longest);

    /// No exception covers it.
    record Never() implements Waivable {}

    /// An exception covers it for so long from its beginning, however long it lasts.
    record UpTo(Duration longest) implements Waivable {
        public UpTo {
            if (longest.isNegative() || longest.isZero()) {
                throw new IllegalArgumentException("an exception lasts for some time, not for " + longest);
            }
        }
    }

    /// {@return the terms as a part of a sentence, such as «exceptions of up to PT336H»}
    static String text(@Nullable Waivable terms) {
        return switch (terms) {
            case null -> "exceptions on the general terms";
            case Never _ -> "no exceptions";
            case UpTo upTo -> "exceptions of up to " + upTo.longest();
        };
    }

    private static Duration longest(@Nullable Waivable terms) {
        return switch (terms) {
            case null -> ChronoUnit.FOREVER.getDuration();
            case Never _ -> Duration.ZERO;
            case UpTo upTo -> upTo.longest();
        };
    }
}
