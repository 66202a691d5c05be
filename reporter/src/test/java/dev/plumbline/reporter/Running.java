package dev.plumbline.reporter;

import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.HttpServer;
import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.decide.CatalogPublisher;
import dev.plumbline.reporter.decide.DecisionPublisher;
import dev.plumbline.reporter.rest.EventStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The reporter's routes over a log in memory, behind a real server on a free port of loopback.
public final class Running implements AutoCloseable {
    public static final Instant NOW = Sample.NOON.plus(Duration.ofHours(6));

    public final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    /// Thrown at commits; null where they go well.
    public @Nullable RuntimeException commitException;

    /// One for each transaction.
    public final List<MockProducer<String, byte[]>> transactions = new CopyOnWriteArrayList<>();
    public final EventStream events = new EventStream();
    public final Log log;
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server;
    private final String adminToken;
    private final String approverToken;

    public Running(Log log) {
        this.log = log;
        var minted = Tokens.mint("ada", Set.of(Role.ADMIN));
        this.adminToken = minted.token();
        var approver = Tokens.mint("grace", Set.of(Role.WAIVER_APPROVER));
        this.approverToken = approver.token();
        var routes = ReporterApp.routes(
                log.pictures(NOW),
                events,
                new CatalogPublisher(producer, TopicManifest.embedded()),
                new DecisionPublisher(producer, this::transactional, TopicManifest.embedded()));
        this.server = HttpServer.start(
                new HttpConfig(HttpConfig.LOOPBACK, 0, tokens(minted.holder(), approver.holder()), 1 << 20), routes);
    }

    private MockProducer<String, byte[]> transactional() {
        var made = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        made.commitTransactionException = commitException;
        transactions.add(made);
        return made;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> putAsAdmin(String path, String body) {
        return send(request(path)
                .header("Authorization", "Bearer " + adminToken)
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> post(String path, String body) {
        return send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public HttpResponse<String> postAsAdmin(String path, String body) {
        return post(path, body, adminToken);
    }

    public HttpResponse<String> postAsApprover(String path, String body) {
        return post(path, body, approverToken);
    }

    private HttpResponse<String> post(String path, String body, String token) {
        return send(request(path)
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    public HttpResponse<String> put(String path, String body) {
        return send(request(path).PUT(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(20));
    }

    public HttpClient client() {
        return client;
    }

    @Override
    public void close() {
        events.close();
        server.close();
        client.shutdownNow();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The server in this process must answer.", e);
        }
    }

    private static Tokens tokens(Tokens.Holder... holders) {
        try {
            Path file = Files.createTempFile("tokens", "");
            Files.write(file, Stream.of(holders).map(Tokens.Holder::line).toList());
            Tokens tokens = Tokens.load(file);
            Files.delete(file);
            return tokens;
        } catch (IOException e) {
            throw new IllegalStateException("A temporary file must be writable.", e);
        }
    }
}
