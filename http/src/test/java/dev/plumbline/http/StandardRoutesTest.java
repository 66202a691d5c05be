package dev.plumbline.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StandardRoutesTest {
    @Test
    void healthFollowsWhatThePartsSay() throws IOException {
        var started = new AtomicBoolean();
        var problems = new AtomicReference<>(List.<String>of());
        var routes = StandardRoutes.of(
                new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), started::get, List.of(problems::get));
        try (var server = HttpServer.start(new HttpConfig("127.0.0.1", 0, Tokens.none(), 100), routes)) {
            var client = new RawClient(server.port());
            assertThat(RawClient.status(client.get("/health/live"))).isEqualTo(200);
            assertThat(RawClient.status(client.get("/health/started"))).isEqualTo(503);
            assertThat(client.get("/health/ready")).contains("still starting");

            started.set(true);
            assertThat(RawClient.status(client.get("/health/started"))).isEqualTo(200);
            assertThat(RawClient.status(client.get("/health/ready"))).isEqualTo(200);

            problems.set(List.of("the log's brokers do not answer", "the disk is full"));
            String response = client.get("/health/ready");
            assertThat(RawClient.status(response)).isEqualTo(503);
            assertThat(response).contains("the log's brokers do not answer; the disk is full");
            assertThat(RawClient.status(client.get("/health/live"))).isEqualTo(200);
        }
    }

    @Test
    void metricsAreInPrometheusText() throws IOException {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Counter.builder("plumbline.tests").register(meters).increment(3);
        try (var server = HttpServer.start(
                new HttpConfig("127.0.0.1", 0, Tokens.none(), 100), StandardRoutes.of(meters, () -> true, List.of()))) {
            assertThat(new RawClient(server.port()).get("/metrics"))
                    .contains("text/plain; version=0.0.4")
                    .contains("plumbline_tests_total 3.0");
        }
    }
}
