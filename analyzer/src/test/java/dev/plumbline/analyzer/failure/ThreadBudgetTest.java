package dev.plumbline.analyzer.failure;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.junit.jupiter.api.Test;

class ThreadBudgetTest {
    private Instant now = Instant.parse("2026-11-01T10:00:00Z");
    private final ThreadBudget budget = new ThreadBudget(() -> now, 2, Duration.ofMinutes(10));

    @Test
    void threadsAreReplacedUntilTheBudgetIsSpent() {
        assertThat(budget.handle(new IllegalStateException("one"))).isEqualTo(REPLACE_THREAD);
        assertThat(budget.handle(new IllegalStateException("two"))).isEqualTo(REPLACE_THREAD);
        assertThat(budget.problems()).isEmpty();

        assertThat(budget.handle(new IllegalStateException("three"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(budget.problems()).singleElement().asString().contains("three");
    }

    @Test
    void whatIsLongAgoIsForgiven() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.handle(new IllegalStateException("now and then"))).isEqualTo(REPLACE_THREAD);
            now = now.plus(Duration.ofMinutes(6));
        }
    }

    @Test
    void theWorldsFailuresAreNotTheRecords() {
        assertThat(Failures.isOfTheRecord(new IllegalArgumentException("bad record")))
                .isTrue();
        assertThat(Failures.isOfTheRecord(new StackOverflowError())).isTrue();
        assertThat(Failures.isOfTheRecord(new ExceptionInInitializerError("broken")))
                .isTrue();
        assertThat(Failures.isOfTheRecord(new OutOfMemoryError())).isFalse();
        assertThat(Failures.isOfTheRecord(new TaskMigratedException("elsewhere")))
                .isFalse();
        assertThat(Failures.isOfTheRecord(new TimeoutException("slow"))).isFalse();
    }

    @Test
    void aReasonIsASentenceOfBoundedLength() {
        assertThat(DeadLetter.reason(new StackOverflowError())).contains("nested too deeply");
        assertThat(DeadLetter.reason(new IllegalArgumentException())).isEqualTo("IllegalArgumentException");
        assertThat(DeadLetter.reason(new IllegalArgumentException("x".repeat(5_000))))
                .hasSize(1_001);
    }
}
