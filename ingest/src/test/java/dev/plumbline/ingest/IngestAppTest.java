package dev.plumbline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.HttpServer;
import dev.plumbline.http.Route;
import dev.plumbline.http.Tokens;
import dev.plumbline.ingest.http.UploadLimits;
import dev.plumbline.model.wire.TopicManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestAppTest {
    @TempDir
    private Path data;

    @Test
    void withoutABrokerUploadsAreUnavailableAndHealthSaysWhy() throws Exception {
        var config =
                IngestConfig.of(Map.of("bootstrap.servers", "127.0.0.1:" + freePort()), TopicManifest.embedded(), data);
        Files.createDirectories(data.resolve("incoming"));
        Files.writeString(data.resolve("incoming/left"), "of an upload that was cut off");
        try (var app = IngestApp.start(config, new SimpleMeterRegistry());
                var server = HttpServer.start(new HttpConfig("127.0.0.1", 0, Tokens.none(), 1_000_000), app.routes());
                var client = HttpClient.newHttpClient()) {
            assertThat(data.resolve("incoming/left")).doesNotExist();
            String body =
                    "--b\r\nContent-Disposition: form-data; name=\"build\"\r\n\r\n{\"repository\":{\"name\":\"acme/payments\"},"
                            + "\"commit\":\"" + "0f".repeat(20) + "\",\"run\":\"1\"}\r\n--b--\r\n";
            var request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + server.port() + "/api/v1/builds?wait=PT10S"))
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();

            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(response.body()).contains("Send it again").doesNotContain("kafka", "metadata");
            assertThat(app.health().problems())
                    .containsExactly(
                            "the log's brokers do not answer", "the names of repositories are still being read");
        }
    }

    @Test
    void aStartThatFailsHalfWayLeavesNoThreadBehind() {
        var kafka = Map.of("bootstrap.servers", "127.0.0.1:1", "max.poll.records", "none"); // no consumer takes that
        var before = Thread.getAllStackTraces().keySet();

        assertThatThrownBy(() -> IngestApp.start(
                        IngestConfig.of(kafka, TopicManifest.embedded(), data), new SimpleMeterRegistry()))
                .hasMessageContaining("max.poll.records");

        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread) && thread.isAlive())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("plumbline-ingest"));
    }

    @Test
    void aDiskBelowItsFloorIsAProblem() throws Exception {
        var config = new IngestConfig(
                Map.of("bootstrap.servers", "127.0.0.1:" + freePort()),
                TopicManifest.embedded(),
                data,
                UploadLimits.DEFAULT,
                Long.MAX_VALUE);
        try (var app = IngestApp.start(config, new SimpleMeterRegistry())) {
            assertThat(app.health().problems())
                    .anySatisfy(problem -> assertThat(problem).contains("less than the floor"));
        }
    }

    @Test
    void settingsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> IngestConfig.of(Map.of(), TopicManifest.embedded(), data))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bootstrap.servers");
        assertThatThrownBy(() -> new IngestConfig(
                        Map.of("bootstrap.servers", "x:1"), TopicManifest.embedded(), data, UploadLimits.DEFAULT, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new UploadLimits(1, 10, 5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() throws Exception {
        var config =
                IngestConfig.of(Map.of("bootstrap.servers", "127.0.0.1:" + freePort()), TopicManifest.embedded(), data);
        try (var app = IngestApp.start(config, new SimpleMeterRegistry());
                var in = IngestApp.class.getResourceAsStream("/openapi/ingest.json")) {
            JsonNode paths = new ObjectMapper().readTree(in).path("paths");
            List<String> described = paths.properties().stream()
                    .flatMap(path ->
                            path.getValue().properties().stream().map(method -> method.getKey() + " " + path.getKey()))
                    .toList();

            assertThat(described)
                    .containsExactlyInAnyOrderElementsOf(
                            app.routes().stream().map(IngestAppTest::operation).toList());
        }
    }

    private static String operation(Route route) {
        return route.method().name().toLowerCase(Locale.ROOT) + " " + route.template();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
