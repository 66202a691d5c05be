package dev.plumbline.reporter.notify;

import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// The outbox on `deliveries.v1`. Key: delivery id, on the partition of its change.
final class LogOutbox implements Outbox {
    private static final long PATIENCE_SECONDS = 10;

    private final Producer<String, byte[]> producer;
    private final String topic;

    LogOutbox(Producer<String, byte[]> producer, TopicManifest topics) {
        this.producer = producer;
        this.topic = topics.name(Topic.DELIVERIES);
    }

    @Override
    public void record(Delivery delivery, int partition) {
        var kafka = new ProducerRecord<>(topic, partition, delivery.id(), Delivery.CODEC.encode(delivery));
        var envelope = new Envelope(
                delivery.id(),
                EventType.DELIVERY_RECORDED,
                "/plumbline/reporter",
                delivery.change().value(),
                delivery.recordedAt(),
                delivery.recordedAt(),
                Map.of());
        envelope.headers().forEach((name, text) -> kafka.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        send(kafka);
    }

    @Override
    public void forget(String id, int partition) {
        send(new ProducerRecord<>(topic, partition, id, null));
    }

    private void send(ProducerRecord<String, byte[]> kafka) {
        try {
            producer.send(kafka).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new OutboxException("delivery " + kafka.key() + " was not acknowledged by the log", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OutboxException("stopped while recording delivery " + kafka.key(), e);
        }
    }
}
