package dev.plumbline.analyzer.publish;

import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// The topic of standards without a broker: what transactions of its producers committed, its consumers read.
final class FakeLog {
    static final TopicManifest TOPICS = TopicManifest.embedded();
    private final List<MockProducer<byte[], byte[]>> producers = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> strays = new ArrayList<>();

    Producer<byte[], byte[]> producer() {
        var producer = new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    Consumer<byte[], byte[]> consumer() {
        var partition = new TopicPartition(TOPICS.name(Topic.STANDARDS), 0);
        var consumer = new MockConsumer<byte[], byte[]>("earliest");
        var records =
                committed().stream().filter(record -> record.partition() == 0).toList();
        consumer.updateBeginningOffsets(Map.of(partition, 0L));
        consumer.updateEndOffsets(Map.of(partition, (long) records.size()));
        consumer.schedulePollTask(() -> {
            long offset = 0;
            for (var record : records) {
                consumer.addRecord(new ConsumerRecord<>(record.topic(), 0, offset, record.key(), record.value()));
                offset++;
            }
        });
        return consumer;
    }

    void stray(ProducerRecord<byte[], byte[]> record) {
        strays.add(record);
    }

    List<ProducerRecord<byte[], byte[]>> committed() {
        var all = new ArrayList<>(strays);
        producers.forEach(producer -> all.addAll(producer.history()));
        return all;
    }

    int transactions() {
        return producers.stream()
                .mapToInt(producer -> (int) producer.commitCount())
                .sum();
    }
}
