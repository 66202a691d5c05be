package dev.plumbline.standalone.bench;

import dev.plumbline.standalone.start.Ports;
import java.io.IOException;
import java.nio.file.Path;

/// The second half of a run's figures: of `plumbline up` as a process of its own.
///
/// @param heapBytes in use after the uploads of the latency
/// @param rssBytes at the same moment
record OneProcess(
        double startSeconds,
        First first,
        Latency latency,
        long heapBytes,
        long rssBytes,
        double durableUploadsPerSecond) {
    /// So many times the uploads of the latency come through the door without waiting.
    private static final int AT_THE_DOOR = 20;

    /// The first scorecard of a process that began with an empty folder.
    ///
    /// @param seconds from starting the process
    /// @param rssBytes when it was in the answer
    record First(double seconds, long rssBytes) {}

    /// @param folder takes the folders of two processes, one after the other
    static OneProcess measure(Path folder, int uploads) throws IOException, InterruptedException {
        First first = first(folder.resolve("first"));
        try (Child child = Child.start(folder.resolve("up"), Ports.free())) {
            double start = child.awaitReady();
            var latency = Latency.measure(child, uploads);
            long heap = child.heapBytes();
            long rss = child.rssBytes();
            double door = Door.uploadsPerSecond(child, uploads, AT_THE_DOOR * uploads);
            return new OneProcess(start, first, latency, heap, rss, door);
        }
    }

    /// The upload is sent from the beginning, until somebody takes it and has its verdict.
    private static First first(Path data) throws IOException, InterruptedException {
        try (Child child = Child.start(data, Ports.free())) {
            double seconds = child.awaitOk(Latency.request(child.server(), 0));
            return new First(seconds, child.rssBytes());
        }
    }
}
