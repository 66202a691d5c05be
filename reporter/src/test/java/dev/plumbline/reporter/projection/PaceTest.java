package dev.plumbline.reporter.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class PaceTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final Pace pace = new Pace(9, Duration.ofSeconds(1), now::get);

    @Test
    void itIsDueAtFirst() {
        assertThat(pace.due()).isTrue();
        assertThat(pace.untilDue()).isZero();
    }

    @Test
    void workOfATenthOfTheTimeRestsTheOtherNine() {
        pace.run(() -> pass(Duration.ofMillis(20)));

        assertThat(pace.untilDue()).isEqualTo(Duration.ofMillis(180));
        pass(Duration.ofMillis(179));
        assertThat(pace.due()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(pace.due()).isTrue();
    }

    @Test
    void noRestIsLongerThanTheLongest() {
        pace.run(() -> pass(Duration.ofMinutes(5)));

        assertThat(pace.untilDue()).isEqualTo(Duration.ofSeconds(1));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
