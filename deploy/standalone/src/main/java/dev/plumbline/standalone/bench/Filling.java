package dev.plumbline.standalone.bench;

import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Writes a workload onto the evidence topic, as ingest would.
final class Filling {
    private Filling() {}

    /// {@return the mean size of a record's value}
    static double fill(String bootstrap, String topic, Workload workload, int records) {
        long bytes = 0;
        var failure = new AtomicReference<RuntimeException>();
        try (var producer = producer(bootstrap)) {
            for (int i = 0; i < records; i++) {
                var record = record(topic, workload.next());
                bytes += record.value().length;
                var _ = producer.send(record, (_, e) -> {
                    if (e != null) {
                        failure.set(
                                new IllegalStateException("the workload could not be written: " + e.getMessage(), e));
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw failure.get();
        }
        return (double) bytes / records;
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, EvidenceReceived upload) {
        var build = upload.build();
        var received = upload.receipt().receivedAt();
        var record = new ProducerRecord<>(
                topic,
                build.key().repository().value().getBytes(StandardCharsets.UTF_8),
                Codec.EVIDENCE_RECEIVED.encode(upload));
        new Envelope(
                        upload.id().value(),
                        EventType.EVIDENCE_RECEIVED,
                        "/plumbline/bench",
                        build.id().value(),
                        received,
                        received,
                        Map.of())
                .headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private static KafkaProducer<byte[], byte[]> producer(String bootstrap) {
        return new KafkaProducer<>(
                Map.<String, Object>of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG,
                        "zstd",
                        ProducerConfig.LINGER_MS_CONFIG,
                        20,
                        ProducerConfig.BATCH_SIZE_CONFIG,
                        128 * 1024),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
