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
        double firstScoreSeconds,
        Latency latency,
        long heapBytes,
        long rssBytes,
        double durableUploadsPerSecond) {
    /// So many times the uploads of the latency come through the door without waiting.
    private static final int AT_THE_DOOR = 20;

    /// @param folder takes the folders of two processes, one after the other
    static OneProcess measure(Path folder, int uploads) throws IOException, InterruptedException {
        double firstScore = firstScore(folder.resolve("first"));
        try (Child child = Child.start(folder.resolve("up"), Ports.free())) {
            double start = child.awaitReady();
            var latency = Latency.measure(child, uploads);
            long heap = child.heapBytes();
            long rss = child.rssBytes();
            double door = Door.uploadsPerSecond(child, uploads, AT_THE_DOOR * uploads);
            return new OneProcess(start, firstScore, latency, heap, rss, door);
        }
    }

    /// The upload is sent from the beginning, until somebody takes it and has its verdict.
    private static double firstScore(Path data) throws IOException, InterruptedException {
        try (Child child = Child.start(data, Ports.free())) {
            return child.awaitOk(Latency.request(child.server(), 0));
        }
    }
}
