package dev.plumbline.model.decision;

import java.time.Duration;
import java.time.Instant;

/// An exception from rules, asked for by one person, granted by another, and always ending. It is shown beside the
/// outcome and never changes it.
public record Waiver(DecisionId id, Scope scope, String reason, Request request, Validity validity, Approval approval)
        implements Decision {
    /// No exception lasts longer; a rule may allow less.
    public static final Duration LONGEST = Duration.ofDays(90);

    /// Who asked for it; `anonymous` only on loopback.
    public record Request(String by, Instant at) {}

    /// Whether it was granted.
    public sealed interface Approval {
        record Awaited() implements Approval {}

        record Given(String by, Instant at) implements Approval {
            public Given {
                Words.person("who approves", by);
            }
        }
    }

    public Waiver {
        Words.reason(reason);
        if (id.sort() != DecisionId.Sort.WAIVER) {
            throw new IllegalArgumentException("«" + id + "» does not name a waiver");
        }
        if (validity.length().compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a waiver lasts at most " + LONGEST.toDays() + " days, not "
                    + validity.length().toHours() / 24 + " or more");
        }
        if (validity.from().isBefore(request.at())) {
            throw new IllegalArgumentException(
                    "a waiver cannot begin before it was asked for, at " + request.at() + ": " + validity.from());
        }
        if (approval instanceof Approval.Given given && given.by().equals(request.by())) {
            throw new IllegalArgumentException(given.by() + " asked for the waiver; somebody else must approve it");
        }
    }

    public Waiver approved(String by, Instant at) {
        return new Waiver(id, scope, reason, request, validity, new Approval.Given(by, at));
    }

    @Override
    public Reach reach() {
        return scope.reach();
    }

    @Override
    public Instant receivedAt() {
        return switch (approval) {
            case Approval.Awaited _ -> request.at();
            case Approval.Given given -> given.at();
        };
    }
}
