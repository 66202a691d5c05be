package dev.plumbline.analyzer.failure;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Replaces stream threads that die, so many within a while; past that the cause does not go away by itself, the client
/// stops, and its health says why.
public final class ThreadBudget implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadBudget.class);

    private final InstantSource clock;
    private final int replacements;
    private final Duration within;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private String last = "";
    private boolean spent;

    public ThreadBudget(InstantSource clock, int replacements, Duration within) {
        this.clock = clock;
        this.replacements = replacements;
        this.within = within;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable failure) {
        var now = clock.instant();
        while (!deaths.isEmpty() && deaths.getFirst().plus(within).isBefore(now)) {
            deaths.removeFirst();
        }
        deaths.addLast(now);
        last = failure.toString();
        spent = deaths.size() > replacements;
        if (spent) {
            LOG.error("The analyzer stops: {} of its threads died within {}.", deaths.size(), within, failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        LOG.error("A thread of the analyzer died and is replaced.", failure);
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    public synchronized List<String> problems() {
        return spent
                ? List.of("The analyzer has stopped after " + deaths.size() + " failures within " + within
                        + "; the last: " + last + ". Restart it when the cause is gone.")
                : List.of();
    }
}
