package dev.plumbline.reporter.decide;

import dev.plumbline.http.Problem;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts catalog entries on the log. Key: repository id, so that the entry lies on the partition of the repository's
/// evidence; the newest one holds.
public final class CatalogPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogPublisher.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Producer<String, byte[]> producer;
    private final String topic;

    public CatalogPublisher(Producer<String, byte[]> producer, TopicManifest topics) {
        this.producer = producer;
        this.topic = topics.name(Topic.CATALOG);
    }

    /// Returns once every in-sync replica has the entry; a problem of status 503 says that it may not be there.
    void publish(CatalogEntry entry, String who, Instant now) {
        byte[] value = Codec.CATALOG_ENTRY.encode(entry);
        var kafka = new ProducerRecord<>(topic, entry.repository().value(), value);
        var envelope = new Envelope(
                Codec.CATALOG_ENTRY.digest(entry).hex().substring(0, 32),
                EventType.CATALOG_REGISTERED,
                "/plumbline/reporter",
                entry.repository().value(),
                now,
                now,
                Map.of("recordedby", who));
        envelope.headers().forEach((name, text) -> kafka.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(kafka).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            LOG.info("{} catalogued {} as {}.", who, entry.repository(), entry.name());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("The catalog entry of {} was not acknowledged.", entry.repository(), e);
            throw unacknowledged();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unacknowledged();
        }
    }

    private static Problem unacknowledged() {
        return Problem.unavailable("The log did not acknowledge the entry; send it again.");
    }
}
