package dev.plumbline.standalone.bench;

import dev.plumbline.model.wire.Envelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads a topic from its beginning, committed records only, until enough have come.
final class Reading {
    private static final Duration POLL = Duration.ofMillis(100);

    private Reading() {}

    /// How long the records behind the warm-up took to come.
    ///
    /// @param records all that were counted, the warm-up included
    record Pace(long records, long bytes, double perSecond) {}

    /// @param warmUp how many records come before the clock starts
    static Pace until(String bootstrap, String topic, long expected, long warmUp, Duration patience) {
        long records = 0;
        long bytes = 0;
        long started = 0;
        long giveUp = System.nanoTime() + patience.toNanos();
        try (var consumer = consumer(bootstrap, topic)) {
            while (records < expected) {
                for (var record : consumer.poll(POLL)) {
                    if (counts(record)) {
                        records++;
                        bytes += record.value().length;
                        if (records == warmUp) {
                            started = System.nanoTime();
                        }
                    }
                }
                if (System.nanoTime() > giveUp) {
                    throw new IllegalStateException("only " + records + " of " + expected + " records came on " + topic
                            + " within " + patience);
                }
            }
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        return new Pace(records, bytes, (records - warmUp) / seconds);
    }

    /// Hands over the values of the first records of a topic.
    static void first(String bootstrap, String topic, int limit, Consumer<byte[]> each) {
        int left = limit;
        try (var consumer = consumer(bootstrap, topic)) {
            while (left > 0) {
                var polled = consumer.poll(Duration.ofSeconds(2));
                if (polled.isEmpty()) {
                    return;
                }
                for (var record : polled) {
                    if (left > 0 && counts(record)) {
                        each.accept(record.value());
                        left--;
                    }
                }
            }
        }
    }

    /// Each build counts once: neither provisional scorecards nor later revisions do.
    private static boolean counts(ConsumerRecord<byte[], byte[]> record) {
        return says(record, Envelope.PHASE, "final") && says(record, Envelope.REVISION, "1");
    }

    /// What has no such header, the copies, counts as it is.
    private static boolean says(ConsumerRecord<byte[], byte[]> record, String name, String expected) {
        var header = record.headers().lastHeader("ce_" + name);
        return header == null || new String(header.value(), StandardCharsets.UTF_8).equals(expected);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(String bootstrap, String topic) {
        var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrap,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
