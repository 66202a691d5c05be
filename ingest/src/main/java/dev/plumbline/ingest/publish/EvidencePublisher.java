package dev.plumbline.ingest.publish;

import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends uploads, one record each. Key: repository id, so that everything about a repository stays in order.
public final class EvidencePublisher implements AutoCloseable {
    static final String SOURCE = "/plumbline/ingest";
    /// How long a caller may hang on a broker that does not answer: short enough for the 503 to come before clients
    /// give up.
    static final Duration MAX_BLOCK = Duration.ofSeconds(3);
    static final Duration DELIVERY = Duration.ofSeconds(6);
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final String topic;

    public EvidencePublisher(Producer<String, byte[]> producer, TopicManifest topics) {
        this.producer = producer;
        this.topic = topics.name(Topic.EVIDENCE);
    }

    /// @param kafka settings of Kafka clients, `bootstrap.servers` among them; ours win where durability
    ///     hangs on them
    public static EvidencePublisher connect(Map<String, String> kafka, TopicManifest topics) {
        return new EvidencePublisher(
                new KafkaProducer<>(settings(kafka), new StringSerializer(), new ByteArraySerializer()), topics);
    }

    static Map<String, Object> settings(Map<String, String> kafka) {
        var settings = new HashMap<String, Object>();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "plumbline-ingest");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "5");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, String.valueOf(32L * Topic.MAX_RECORD_BYTES));
        settings.putAll(kafka);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, String.valueOf(MAX_BLOCK.toMillis()));
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "4000");
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, String.valueOf(DELIVERY.toMillis()));
        return settings;
    }

    /// What became of a record.
    public sealed interface Publication {
        /// The broker has it, on as many replicas as the topic asks for.
        record Acknowledged() implements Publication {}

        /// It never left this process.
        record NotSent(String reason) implements Publication {}

        /// It may or may not be on the log; sending the same upload again is safe, since it has the same id.
        record Unknown(String reason) implements Publication {}
    }

    /// Returns when the broker has acknowledged the record, or has not within a few seconds.
    public Publication publish(EvidenceReceived upload) {
        Future<RecordMetadata> sending;
        try {
            sending = producer.send(record(upload));
        } catch (KafkaException | IllegalStateException e) {
            return new Publication.NotSent(message(e));
        }
        // a send that has failed when it returns found no broker, no topic or no room in the buffer
        boolean refusedAtOnce = sending.isDone();
        try {
            sending.get(DELIVERY.plus(MAX_BLOCK).toMillis(), TimeUnit.MILLISECONDS);
            return new Publication.Acknowledged();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            return refusedAtOnce ? new Publication.NotSent(message(cause)) : new Publication.Unknown(message(cause));
        } catch (TimeoutException e) {
            return new Publication.Unknown("the broker did not answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Publication.Unknown("this server is stopping");
        }
    }

    private ProducerRecord<String, byte[]> record(EvidenceReceived upload) {
        var record = new ProducerRecord<>(
                topic, upload.build().key().repository().value(), Codec.EVIDENCE_RECEIVED.encode(upload));
        envelope(upload)
                .headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static Envelope envelope(EvidenceReceived upload) {
        Instant receivedAt = upload.receipt().receivedAt();
        return new Envelope(
                upload.id().value(),
                EventType.EVIDENCE_RECEIVED,
                SOURCE,
                upload.build().id().value(),
                Objects.requireNonNullElse(upload.build().times().finishedAt(), receivedAt),
                receivedAt,
                Map.of());
    }

    private static String message(Throwable e) {
        return String.valueOf(e.getMessage());
    }

    @Override
    public void close() {
        producer.close(CLOSE);
    }
}
