package dev.plumbline.analyzer.scoring;

import static dev.plumbline.analyzer.scoring.Samples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final Duration WEEK = Duration.ofDays(7);

    private static @Nullable String complaint(Instant auditedAt, Duration maxAge) {
        return Freshness.complaint(Held.own(Samples.audit(auditedAt, 1, List.of(), 0)), maxAge, NOON);
    }

    @Test
    void oldEvidenceSaysHowOldItIsAndHowOldItMayBe() {
        assertThat(complaint(NOON.minus(Duration.ofDays(12)), WEEK))
                .isEqualTo("stale: the audit evidence is 12 days old, at most 7 days allowed; made 2026-10-20.");
        assertThat(complaint(NOON.minus(Duration.ofHours(50)), Duration.ofDays(1)))
                .isEqualTo("stale: the audit evidence is 2 days old, at most 1 day allowed; made 2026-10-30.");
    }

    @Test
    void anAgeThatIsNotAllowedNeverReadsLikeOneThatIs() {
        assertThat(complaint(NOON.minus(WEEK).minusMillis(1), WEEK))
                .isEqualTo(
                        "stale: the audit evidence is just over 7 days old, at most 7 days allowed; made 2026-10-25.");
        assertThat(complaint(NOON.minus(Duration.ofHours(13)), Duration.ofHours(12)))
                .isEqualTo(
                        "stale: the audit evidence is just over 12 hours old, at most 12 hours allowed; made 2026-10-31.");
    }

    @Test
    void exactlyAsOldAsAllowedIsFresh() {
        assertThat(complaint(NOON.minus(WEEK), WEEK)).isNull();
    }
}
