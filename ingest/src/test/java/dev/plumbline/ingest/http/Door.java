package dev.plumbline.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.http.HttpConfig;
import dev.plumbline.http.HttpServer;
import dev.plumbline.http.Role;
import dev.plumbline.http.Tokens;
import dev.plumbline.ingest.await.Sighting;
import dev.plumbline.ingest.await.Verdicts;
import dev.plumbline.ingest.identity.Identities;
import dev.plumbline.ingest.identity.Registering;
import dev.plumbline.ingest.identity.Repositories;
import dev.plumbline.ingest.publish.EvidencePublisher;
import dev.plumbline.ingest.report.ReadingDesk;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.store.ReportStore;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.TopicManifest;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The whole door on a free port, with a producer and verdicts that tests command.
final class Door implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-01T10:06:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    final MockProducer<String, byte[]> producer;
    final AtomicReference<Sighting> verdict = new AtomicReference<>(new Sighting.Nothing());
    final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    final AtomicReference<Boolean> free = new AtomicReference<>(true);
    final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    final Tokens.Minted admin = Tokens.mint("root", Set.of(Role.ADMIN));
    final Tokens.Minted publisher = Tokens.mint("ci-bot", Set.of(Role.PUBLISHER));
    final Tokens.Minted viewer = Tokens.mint("alice", Set.of(Role.VIEWER));
    final Identities identities = new Identities();
    private final Repositories registering = new Registering(identities, records -> records.forEach(identities::learn));
    private final Path folder;
    private final ReadingDesk desk = new ReadingDesk(Formats.readers(), 2, Duration.ofSeconds(10), 16L << 20);
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    Door(Path folder, UploadLimits limits) throws IOException {
        this(folder, limits, true);
    }

    /// @param acknowledges whether the producer acknowledges each record at once, or waits for a command
    Door(Path folder, UploadLimits limits, boolean acknowledges) throws IOException {
        this.folder = folder;
        this.producer = new MockProducer<>(
                acknowledges, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
        Path spill = Files.createDirectories(folder.resolve("incoming"));
        Path tokens = folder.resolve("tokens");
        Files.write(
                tokens,
                Stream.of(admin, publisher, viewer)
                        .map(minted -> minted.holder().line())
                        .toList());
        var parts = new IngestRoutes.Parts(
                desk,
                ReportStore.open(folder.resolve("reports")),
                registering,
                new EvidencePublisher(producer, TopicManifest.embedded()),
                new CommandedVerdicts());
        InstantSource clock = now::get;
        this.server = HttpServer.start(
                new HttpConfig("127.0.0.1", 0, Tokens.load(tokens), 1L << 30),
                IngestRoutes.of(parts, new IngestRoutes.Room(limits, spill, free::get), clock, meters));
    }

    /// An answer with its body as JSON.
    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        JsonNode json() throws IOException {
            return JSON.readTree(response.body());
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    Answer upload(Form form) throws IOException, InterruptedException {
        return upload(form, "");
    }

    Answer upload(Form form, String query, String... headers) throws IOException, InterruptedException {
        return post(form.bytes(), Form.CONTENT_TYPE, query, headers);
    }

    Answer post(byte[] body, String contentType, String query, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri("/api/v1/builds" + query))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    }

    Answer get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri(path)).build();
        return new Answer(client.send(request, HttpResponse.BodyHandlers.ofByteArray()));
    }

    List<EvidenceReceived> sent() {
        return producer.history().stream()
                .map(record -> Codec.EVIDENCE_RECEIVED.decode(record.value()))
                .toList();
    }

    /// Files of reports in place, staged, or spilled.
    List<Path> kept() throws IOException {
        try (Stream<Path> reports = Files.walk(folder.resolve("reports"));
                Stream<Path> spilled = Files.walk(folder.resolve("incoming"))) {
            return Stream.concat(reports, spilled).filter(Files::isRegularFile).toList();
        }
    }

    static String bearer(Tokens.Minted minted) {
        return "Bearer " + minted.token();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    @Override
    public void close() {
        client.close();
        server.close();
        desk.close();
    }

    private final class CommandedVerdicts implements Verdicts {
        @Override
        public Wait expect(BuildId build, UploadId upload) {
            return new Wait() {
                @Override
                public Sighting await(Duration time) {
                    return verdict.get();
                }

                @Override
                public void close() {
                    // nothing is held
                }
            };
        }
    }
}
