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

    static Latency measure(Child child, int uploads) throws IOException, InterruptedException {
        var nanos = new long[uploads];
        int warmUp = Math.min(WARM_UP, uploads);
        for (int i = -warmUp; i < uploads; i++) {
            HttpRequest request = request(child.server(), i + warmUp);
            long sent = System.nanoTime();
            var response = child.send(request);
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        "an upload got no final scorecard but " + response.statusCode() + " " + response.body());
            }
            if (i >= 0) {
                nanos[i] = System.nanoTime() - sent;
            }
        }
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
