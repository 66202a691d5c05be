package dev.plumbline.analyzer.publish;

import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one partition of the topic of standards from its beginning to its end: each holds all of them.
final class PublishedReader {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedReader.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TreeMap<String, StandardPublished> standards = new TreeMap<>();
    private final TreeMap<String, BindingPublished> bindings = new TreeMap<>();
    private final TreeMap<String, PublicationWithdrawn> withdrawn = new TreeMap<>();

    private PublishedReader() {}

    /// @param consumer of committed records, without a group
    static Published read(Consumer<byte[], byte[]> consumer, String topic, InstantSource clock) {
        var partition = new TopicPartition(topic, 0);
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        var giveUp = clock.instant().plus(PATIENCE);
        var reader = new PublishedReader();
        while (consumer.position(partition) < end) {
            if (clock.instant().isAfter(giveUp)) {
                throw new TimeoutException(topic + " could not be read to its end within " + PATIENCE);
            }
            consumer.poll(POLL).forEach(reader::take);
        }
        return new Published(reader.standards, reader.bindings, reader.withdrawn);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (record.key() == null) {
            return;
        }
        var key = new String(record.key(), StandardCharsets.UTF_8);
        try {
            if (record.value() == null) {
                standards.remove(key);
                bindings.remove(key);
                withdrawn.values().removeIf(mark -> mark.key().equals(key));
            } else if (key.startsWith("standard:")) {
                standards.put(key, Codec.STANDARD_PUBLISHED.decode(record.value()));
            } else if (key.startsWith("binding:")) {
                bindings.put(key, Codec.BINDING_PUBLISHED.decode(record.value()));
            } else if (PublicationWithdrawn.isKey(key)) {
                var mark = Codec.PUBLICATION_WITHDRAWN.decode(record.value());
                withdrawn.put(mark.of(), mark);
            }
        } catch (UndecodableException e) {
            // the topology puts it to the dead letters; here it only does not count as published
            LOG.warn(
                    "The record {} of {} at {} is not readable: {}",
                    key,
                    record.topic(),
                    record.offset(),
                    e.getMessage());
        }
    }
}
