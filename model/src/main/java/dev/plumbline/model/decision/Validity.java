package dev.plumbline.model.decision;

import java.time.Duration;
import java.time.Instant;

/// From when until when something holds: the first moment belongs to it, the last does not.
public record Validity(Instant from, Instant until) {
    public Validity {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(
                    "a decision must end after it begins, not from " + from + " until " + until);
        }
    }

    public Duration length() {
        return Duration.between(from, until);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
