package dev.plumbline.analyzer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.HttpServer;
import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.wire.Codec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishRoutesTest {
    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-01T12:00:00Z"));

    @TempDir
    Path folder;

    private final FakeLog log = new FakeLog();
    private final Standard standard = ShippedStandards.standards().getFirst().standard();
    private final String path = "/api/v1/standards/" + standard.id() + "/" + standard.version();
    private final Tokens.Minted admin = Tokens.mint("ann", Set.of(Role.ADMIN));
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = serving(new StandardsPublisher(log::producer, log::consumer, FakeLog.TOPICS, NOON));
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void aStandardIsPublishedOnceAndItsVersionIsThenTaken() throws Exception {
        var changed = Codec.STANDARD.encode(standard).clone();
        var other = new String(changed, StandardCharsets.UTF_8)
                .replace("\"title\":\"" + standard.title() + "\"", "\"title\":\"Another\"");

        assertThat(put(path, Codec.STANDARD.encode(standard)).statusCode()).isEqualTo(201);
        assertThat(put(path, Codec.STANDARD.encode(standard)).statusCode()).isEqualTo(200);
        assertThat(put(path, other.getBytes(StandardCharsets.UTF_8)))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(409))
                .satisfies(answer ->
                        assertThat(answer.body()).contains("never changes").contains("new version"));
    }

    @Test
    void theNameInThePathMustBeTheOneInTheContent() throws Exception {
        assertThat(put("/api/v1/standards/other/1.0.0", Codec.STANDARD.encode(standard))
                        .statusCode())
                .isEqualTo(422);
        assertThat(put(path, "{".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
    }

    @Test
    void aBindingIsCheckedAgainstItsStandard() throws Exception {
        var binding = ShippedStandards.bindings().getFirst().binding();
        var body = Codec.BINDING.encode(binding);

        assertThat(put("/api/v1/bindings/" + binding.id(), body).statusCode()).isEqualTo(422);
        assertThat(put(path, Codec.STANDARD.encode(standard)).statusCode()).isEqualTo(201);
        assertThat(put("/api/v1/bindings/" + binding.id(), body).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsPublishedCanBeWithdrawn() throws Exception {
        var binding = "/api/v1/bindings/"
                + ShippedStandards.bindings().getFirst().binding().id();
        put(path, Codec.STANDARD.encode(standard));
        put(binding, Codec.BINDING.encode(ShippedStandards.bindings().getFirst().binding()));

        assertThat(delete(path).statusCode()).isEqualTo(204);
        assertThat(delete(path).statusCode()).isEqualTo(204);
        assertThat(delete(binding).statusCode()).isEqualTo(204);
        assertThat(delete("/api/v1/standards/org/user/9.9.9"))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404))
                .satisfies(answer -> assertThat(answer.body()).contains("org/user@9.9.9"));
        assertThat(delete("/api/v1/bindings/nobody").statusCode()).isEqualTo(404);
        assertThat(delete("/api/v1/standards/x/latest").statusCode()).isEqualTo(422);
    }

    @Test
    void nobodyPublishesOrWithdrawsWithoutAToken() throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .PUT(BodyPublishers.ofByteArray(Codec.STANDARD.encode(standard)))
                .build();

        var deletion = HttpRequest.newBuilder(request.uri()).DELETE().build();

        assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(client.send(deletion, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(log.committed()).isEmpty();
    }

    @Test
    void aLogThatDoesNotAnswerIsNotTheCallersFault() throws Exception {
        server.close();
        server = serving(new StandardsPublisher(
                () -> {
                    throw new TimeoutException("no broker");
                },
                log::consumer,
                FakeLog.TOPICS,
                NOON));

        var answer = put(path, Codec.STANDARD.encode(standard));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    private HttpServer serving(StandardsPublisher publisher) throws IOException {
        var file = folder.resolve("tokens");
        Files.writeString(file, admin.holder().line() + "\n");
        return HttpServer.start(
                new HttpConfig("127.0.0.1", 0, Tokens.load(file), 1_000_000), PublishRoutes.of(publisher));
    }

    private HttpResponse<String> delete(String where) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + where))
                .header("Authorization", "Bearer " + admin.token())
                .DELETE()
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    private HttpResponse<String> put(String where, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + where))
                .header("Authorization", "Bearer " + admin.token())
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }
}
