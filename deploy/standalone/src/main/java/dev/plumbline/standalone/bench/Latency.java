package dev.plumbline.standalone.bench;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.standalone.client.Multipart;
import dev.plumbline.standalone.demo.Samples;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// Time from sending an upload of real reports to having its final scorecard in the answer, one upload
/// after another.
///
/// @param p50Seconds median, nearest rank
/// @param p99Seconds 99th percentile, nearest rank
record Latency(double p50Seconds, double p99Seconds) {
    /// At most; never more than what is measured.
    private static final int WARM_UP = 200;
    private static final int REPOSITORIES = 20;
    /// Builds that no other measurement of the run has sent.
    private static final int FURTHER = 1_000_000;

    static Latency measure(Child child, int uploads) throws IOException, InterruptedException {
        var nanos = new long[uploads];
        int warmUp = Math.min(WARM_UP, uploads);
        for (int i = -warmUp; i < uploads; i++) {
            long took = upload(child, i + warmUp);
            if (i >= 0) {
                nanos[i] = took;
            }
        }
        return of(nanos);
    }

    /// While something else goes on.
    @FunctionalInterface
    interface Meanwhile {
        boolean goesOn() throws IOException, InterruptedException;
    }

    /// @param uploads how many were timed
    record Timed(Latency latency, int uploads) {}

    /// Times uploads as long as something goes on, at least one and at most so many; it is asked after
    /// every tenth, and nothing warms up.
    static Timed whileTrue(Child child, int most, Meanwhile meanwhile) throws IOException, InterruptedException {
        var nanos = new long[most];
        int timed = 0;
        do {
            nanos[timed] = upload(child, FURTHER + timed);
            timed++;
        } while (timed < most && (timed % 10 != 0 || meanwhile.goesOn()));
        return new Timed(of(Arrays.copyOf(nanos, timed)), timed);
    }

    private static long upload(Child child, int number) throws IOException, InterruptedException {
        HttpRequest request = request(child.server(), number);
        long sent = System.nanoTime();
        var response = child.send(request);
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    "an upload got no final scorecard but " + response.statusCode() + " " + response.body());
        }
        return System.nanoTime() - sent;
    }

    private static Latency of(long[] nanos) {
        Arrays.sort(nanos);
        return new Latency(rank(nanos, 0.50), rank(nanos, 0.99));
    }

    private static double rank(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e9;
    }

    /// {@return an upload of its own, that waits for its verdict}
    static HttpRequest request(URI server, int number) {
        String build = """
                {"repository": {"name": "bench/repository-%d"}, "commit": "%s", "run": "%d", "complete": true}""".formatted(
                number % REPOSITORIES, Digest.ofText("latency " + number).hex().substring(0, 40), number);
        var multipart = new Multipart()
                .part("build", "application/json", build.getBytes(StandardCharsets.UTF_8))
                .part("coverage.xml", "application/xml", Samples.report("coverage/cpython-parts.xml"))
                .part("junit.xml", "application/xml", Samples.report("tests/cpython-parts-junit.xml"))
                .part("ruff.json", "application/json", Samples.report("ruff/ruff-orders.json"))
                .part("ruff-settings.txt", "text/plain", Samples.report("ruff/ruff-settings-strict.txt"))
                .part("pip-audit.json", "application/json", Samples.report("audit/pip-audit-vulnerable.json"));
        return HttpRequest.newBuilder(server.resolve("/api/v1/builds?wait=PT10S"))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", multipart.contentType())
                .POST(multipart.publisher())
                .build();
    }
}
