package dev.plumbline.standalone.bench;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.standalone.client.Multipart;
import dev.plumbline.standalone.demo.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// Uploads through the HTTP door by several clients at once, none of which waits for a verdict: each is
/// answered when the log has acknowledged it and its report lies on the disk.
final class Door {
    private static final int CLIENTS = 32;
    private static final int REPOSITORIES = 1_000;
    private static final byte[] REPORT = Samples.report("ruff/ruff-mailer.json");

    private Door() {}

    /// @param warmUp uploads before the clock starts
    /// @param uploads that are measured; no two bring the same report
    /// @return accepted uploads a second
    static double uploadsPerSecond(Child child, int warmUp, int uploads) throws InterruptedException {
        var next = new AtomicInteger();
        send(child, next, warmUp);
        long started = System.nanoTime();
        send(child, next, warmUp + uploads);
        return uploads / ((System.nanoTime() - started) / 1e9);
    }

    private static void send(Child child, AtomicInteger next, int end) throws InterruptedException {
        var clients = new ArrayList<Future<?>>();
        try (var executor = Executors.newFixedThreadPool(CLIENTS)) {
            for (int client = 0; client < CLIENTS; client++) {
                clients.add(executor.submit((Callable<Void>) () -> {
                    for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                        send(child, number);
                    }
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a client could not go on: " + e.getCause(), e);
        }
        next.set(end); // each client took one number that it did not use
    }

    private static void send(Child child, int number) throws IOException, InterruptedException {
        var response = child.send(request(child.server(), number));
        if (response.statusCode() != 202) {
            throw new IllegalStateException(
                    "an upload was not accepted but answered " + response.statusCode() + " " + response.body());
        }
    }

    private static HttpRequest request(URI server, int number) {
        String build = """
                {"repository": {"name": "bench/door-%d"}, "commit": "%s", "run": "%d", "complete": true}""".formatted(
                number % REPOSITORIES, Digest.ofText("door " + number).hex().substring(0, 40), number);
        var multipart = new Multipart()
                .part("build", "application/json", build.getBytes(StandardCharsets.UTF_8))
                .part("ruff.json", "application/json", report(number));
        return HttpRequest.newBuilder(server.resolve("/api/v1/builds"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", multipart.contentType())
                .POST(multipart.publisher())
                .build();
    }

    /// A real report, with the number behind it in blanks, so that each has a digest of its own and must be
    /// stored.
    private static byte[] report(int number) {
        String blanks = Integer.toBinaryString(number).replace('0', ' ').replace('1', '\t');
        return (new String(REPORT, StandardCharsets.UTF_8) + blanks).getBytes(StandardCharsets.UTF_8);
    }
}
