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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts decisions on the log. Key: decision id. One about a repository lies on the partition of its evidence, one about
/// many on every partition. Sending it again is the same decision: what was not acknowledged everywhere is to be
/// repeated.
public final class DecisionPublisher {
    private static final Logger LOG = LoggerFactory.getLogger(DecisionPublisher.class);
    private static final long PATIENCE_SECONDS = 10;

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final int partitions;

    public DecisionPublisher(Producer<String, byte[]> producer, TopicManifest topics) {
        this.producer = producer;
        this.topic = topics.name(Topic.DECISIONS);
        this.partitions = topics.partitions();
    }

    /// Returns once every in-sync replica of every partition has the decision; a problem of status 503 says that it may
    /// not be everywhere.
    void publish(Decision decision, String who) {
        byte[] value = Codec.DECISION.encode(decision);
        var sent = new ArrayList<Future<RecordMetadata>>();
        try {
            for (int partition : partitions(decision.reach())) {
                sent.add(producer.send(kafka(decision, partition, value, who)));
            }
            for (var one : sent) {
                one.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
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

    private List<Integer> partitions(Reach reach) {
        return switch (reach) {
            case Reach.OneRepository one ->
                List.of(Utils.toPositive(Utils.murmur2(one.repository().value().getBytes(StandardCharsets.UTF_8)))
                        % partitions);
            case Reach.Team _, Reach.OfSystem _, Reach.Named _, Reach.Everywhere _ ->
                IntStream.range(0, partitions).boxed().toList();
        };
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
        return Problem.unavailable("The log did not acknowledge the decision everywhere; send it again.");
    }
}
