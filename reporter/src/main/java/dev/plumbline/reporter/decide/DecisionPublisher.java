package dev.plumbline.reporter.decide;

import dev.plumbline.http.Problem;
import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Rescore;
import dev.plumbline.model.decision.Revocation;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts decisions on the log. Key: decision id. One about a repository lies on the partition of its evidence, one about
/// many on every partition, by one transaction: it is everywhere or nowhere. Sending it again is the same decision.
public final class DecisionPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionPublisher.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Producer<String, byte[]> producer;
    private final Supplier<Producer<String, byte[]>> transactional;
    private final String topic;
    private final int partitions;

    /// @param transactional makes a producer for one transaction, which ends another's that is under way
    public DecisionPublisher(
            Producer<String, byte[]> producer, Supplier<Producer<String, byte[]>> transactional, TopicManifest topics) {
        this.producer = producer;
        this.transactional = transactional;
        this.topic = topics.name(Topic.DECISIONS);
        this.partitions = topics.partitions();
    }

    /// Returns once every in-sync replica has the decision; a problem of status 503 says that it may not be there.
    void publish(Decision decision, String who) {
        byte[] value = Codec.DECISION.encode(decision);
        try {
            switch (decision.reach()) {
                case Reach.OneRepository one ->
                    producer.send(kafka(decision, partition(one), value, who)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
                case Reach.Team _, Reach.OfSystem _, Reach.Named _, Reach.Everywhere _ ->
                    everywhere(decision, value, who);
            }
            LOG.info("{} decided {}.", who, decision.key());
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("The decision {} was not acknowledged.", decision.key(), e);
            throw unacknowledged();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unacknowledged();
        }
    }

    private ProducerRecord<String, byte[]> kafka(Decision decision, int partition, byte[] value, String who) {
        var kafka = new ProducerRecord<>(topic, partition, decision.key(), value);
        var envelope = new Envelope(
                Codec.DECISION.digest(decision).hex().substring(0, 32),
                type(decision),
                "/plumbline/reporter",
                decision.id().value(),
                decision.receivedAt(),
                decision.receivedAt(),
                Map.of("recordedby", who));
        envelope.headers().forEach((name, text) -> kafka.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return kafka;
    }

    /// A record that fails makes the commit fail: nothing is said by the futures alone.
    private void everywhere(Decision decision, byte[] value, String who) {
        var writer = transactional.get();
        try {
            writer.initTransactions();
            writer.beginTransaction();
            for (int partition = 0; partition < partitions; partition++) {
                var _ = writer.send(kafka(decision, partition, value, who));
            }
            writer.commitTransaction();
        } finally {
            writer.close(Duration.ofSeconds(1));
        }
    }

    private int partition(Reach.OneRepository one) {
        return Utils.toPositive(Utils.murmur2(one.repository().value().getBytes(StandardCharsets.UTF_8))) % partitions;
    }

    private static EventType type(Decision decision) {
        return switch (decision) {
            case Waiver waiver ->
                switch (waiver.approval()) {
                    case Waiver.Approval.Awaited _ -> EventType.WAIVER_REQUESTED;
                    case Waiver.Approval.Given _ -> EventType.WAIVER_GRANTED;
                };
            case Attestation _ -> EventType.ATTESTATION_GIVEN;
            case Revocation _ -> EventType.DECISION_REVOKED;
            case Rescore _ -> EventType.RESCORE_ORDERED;
        };
    }

    private static Problem unacknowledged() {
        return Problem.unavailable("The log did not acknowledge the decision; send it again.");
    }
}
