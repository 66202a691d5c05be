package dev.plumbline.standalone.command;

import dev.plumbline.standalone.run.Plan;
import dev.plumbline.standalone.run.Running;
import dev.plumbline.standalone.run.Stops;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.logging.log4j.LogManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A process that runs until it is told to stop (Ctrl-C, SIGTERM) or its broker gives up. Stops cleanly in both cases.
final class Foreground {
    private static final Logger LOG = LoggerFactory.getLogger(Foreground.class);
    private static final int FAILED = 1;
    private static final long STOP_SECONDS = 45;

    private final Stops stops = new Stops();
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();

    Foreground() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
    }

    /// {@return the services, running; not necessarily ready}
    Running start(Plan plan) {
        return Running.start(plan, stops, this::fail);
    }

    /// {@return the exit code} Comes back only when the broker gave up; a signal ends the process from its own thread.
    int await() throws InterruptedException {
        over.await();
        return FAILED;
    }

    private void fail(String reason) {
        if (failure.compareAndSet(null, reason)) {
            LOG.error("The embedded broker gave up, so Plumbline stops: {}", reason);
            over.countDown();
        }
    }

    private void stop() {
        var guard = new Thread(Foreground::giveUp, "stop-guard");
        guard.setDaemon(true);
        guard.start();
        stops.close();
        LogManager.shutdown();
    }

    /// A stop that hangs must not need a second signal.
    private static void giveUp() {
        try {
            TimeUnit.SECONDS.sleep(STOP_SECONDS);
            LOG.error("Plumbline did not stop within {} s and ends now.", STOP_SECONDS);
            Runtime.getRuntime().halt(FAILED);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
