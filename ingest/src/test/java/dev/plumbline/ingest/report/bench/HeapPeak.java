package dev.plumbline.ingest.report.bench;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/// How much more heap is alive while something runs: what is left after collections that a second thread asks for all
/// the
/// time, against what was there before.
final class HeapPeak {
    private static final int PAUSE_MILLIS = 2_000;

    private volatile boolean running = true;
    private long before;
    private volatile long peak;

    <T> T during(Supplier<T> work) {
        before = alive();
        var watch = Thread.ofPlatform().daemon().start(() -> {
            while (running) {
                peak = Math.max(peak, alive());
                pause();
            }
        });
        try {
            return work.get();
        } finally {
            running = false;
            watch.interrupt();
        }
    }

    long moreBytes() {
        return Math.max(0, peak - before);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long alive() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
