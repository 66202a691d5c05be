package dev.plumbline.reporter.web;

import dev.plumbline.model.decision.Waiver;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The exception that covers a rule, as a page tells it.
///
/// @param by who asked for it and who approved it
public record ExcusePart(String id, String reason, String by, When until) {
    static @Nullable ExcusePart of(@Nullable Waiver waiver, Instant now) {
        return waiver == null
                ? null
                : new ExcusePart(
                        waiver.id().value(),
                        waiver.reason(),
                        by(waiver),
                        When.of(waiver.validity().until(), now));
    }

    static String by(Waiver waiver) {
        String asked = "asked for by " + waiver.request().by();
        return waiver.approval() instanceof Waiver.Approval.Given given
                ? asked + ", approved by " + given.by()
                : asked + ", approved by nobody";
    }
}
