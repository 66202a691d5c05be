package dev.plumbline.model.standard;

import java.time.Duration;

/// Terms on which exceptions from a rule are granted, where they are stricter than the general ones.
public sealed interface Waivable {
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
}
