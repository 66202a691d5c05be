package dev.plumbline.analyzer.scoring;

import dev.plumbline.model.evidence.ApiEvidence;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.CoverageEvidence;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.InventoryEvidence;
import dev.plumbline.model.evidence.MutationsEvidence;
import dev.plumbline.model.evidence.SettingsEvidence;
import dev.plumbline.model.evidence.TestsEvidence;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// How old evidence is at a scorecard's moment.
public final class Freshness {
    private static final String STALE = "stale: ";

    private Freshness() {}

    /// {@return why the evidence is too old for a rule; null where it is not}
    ///
    /// @param maxAge exactly this old is still fresh
    public static @Nullable String complaint(Held held, Duration maxAge, Instant asOf) {
        var at = saidAt(held.evidence());
        var kind = held.evidence().kind();
        if (at == null) {
            return held.carried()
                    ? STALE + "the " + kind
                            + " evidence is carried from an earlier build and does not say how old it is."
                    : null;
        }
        return at.plus(maxAge).isBefore(asOf)
                ? STALE + "the " + kind + " evidence is " + age(Duration.between(at, asOf), maxAge) + " old, at most "
                        + span(maxAge) + " allowed; made " + day(at) + "."
                : null;
    }

    /// Whether a reason why a rule has no verdict is one of these.
    public static boolean isComplaint(String reason) {
        return reason.startsWith(STALE);
    }

    /// {@return the first whole millisecond at which evidence is too old; null where it does not say how
    /// old it is}
    public static @Nullable Instant staleFrom(@Nullable Evidence evidence, Duration maxAge) {
        var at = evidence == null ? null : saidAt(evidence);
        return at == null
                ? null
                : at.plus(maxAge).truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
    }

    private static @Nullable Instant saidAt(Evidence evidence) {
        return switch (evidence) {
            case AuditEvidence audit -> audit.auditedAt();
            case ApiEvidence _,
                    CoverageEvidence _,
                    FactsEvidence _,
                    FindingsEvidence _,
                    InventoryEvidence _,
                    MutationsEvidence _,
                    SettingsEvidence _,
                    TestsEvidence _ -> evidence.source().tool().finishedAt();
        };
    }

    /// Rounded down, unless that would read like an age that is allowed.
    private static String age(Duration age, Duration maxAge) {
        var whole = Duration.ofDays(age.toDays());
        return whole.compareTo(maxAge) > 0 ? span(whole) : "just over " + span(maxAge);
    }

    /// {@return a length of time in whole days where it is, else in hours}
    static String span(Duration span) {
        boolean days = span.toSeconds() % 86_400 == 0;
        long number = days ? span.toDays() : span.toHours();
        return number + (days ? " day" : " hour") + (number == 1 ? "" : "s");
    }

    static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
