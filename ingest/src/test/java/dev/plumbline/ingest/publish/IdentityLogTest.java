package dev.plumbline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ingest.identity.Repositories;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class IdentityLogTest {
    private static final TopicManifest TOPICS = new TopicManifest("plumbline.", 1, 1);
    private static final TopicPartition CATALOG = new TopicPartition(TOPICS.name(Topic.CATALOG), 0);
    private static final RepositoryId ONE = new RepositoryId("github:1");
    private static final RepositoryId SHOP = new RepositoryId("name:local/acme/shop");
    private static final RepositoryName NAME = new RepositoryName("acme/shop");

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final Looped producer = new Looped();

    /// What it is sent, its consumer reads.
    private final class Looped extends MockProducer<String, byte[]> {
        Looped() {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record, Callback callback) {
            long offset = history().size();
            consumer.schedulePollTask(() -> arrive(offset, record.key(), record.value()));
            return super.send(record, callback);
        }
    }

    private void arrive(long offset, String key, byte[] value) {
        consumer.addRecord(new ConsumerRecord<>(CATALOG.topic(), 0, offset, key, value));
    }

    private IdentityLog started(List<ConsumerRecord<String, byte[]>> before) {
        consumer.updateBeginningOffsets(Map.of(CATALOG, 0L));
        consumer.updateEndOffsets(Map.of(CATALOG, (long) before.size()));
        consumer.schedulePollTask(() -> before.forEach(consumer::addRecord));
        return new IdentityLog(producer, consumer, TOPICS, InstantSource.system());
    }

    @Test
    void whatAnUploadTeachesIsOnTheLogBeforeItCounts() throws Exception {
        try (var log = started(List.of())) {
            assertThat(log.settle(SHOP, NAME).id()).isEqualTo(SHOP);
            assertThat(log.settle(ONE, NAME).id()).isEqualTo(SHOP);
            assertThat(log.problems()).isEmpty();
        }

        assertThat(producer.history())
                .extracting(ProducerRecord::key)
                .containsExactly("alias:name:local/acme/shop", "alias:github:1");
        assertThat(Codec.ALIAS_REGISTERED.decode(producer.history().getLast().value()))
                .isEqualTo(new AliasRegistered(ONE, SHOP));
    }

    @Test
    void aRestartKnowsWhatWasLearned() throws Exception {
        var before = List.of(
                new ConsumerRecord<>(CATALOG.topic(), 0, 0, "alias:" + SHOP, encoded(SHOP, SHOP)),
                new ConsumerRecord<>(CATALOG.topic(), 0, 1, "alias:" + ONE, encoded(ONE, SHOP)),
                new ConsumerRecord<>(CATALOG.topic(), 0, 2, "github:7", "nonsense".getBytes(StandardCharsets.UTF_8)));
        try (var log = started(before)) {
            assertThat(log.settle(ONE, NAME).id()).isEqualTo(SHOP);
        }

        assertThat(producer.history()).isEmpty();
    }

    @Test
    void aLogThatDoesNotAcknowledgeSettlesNothing() {
        producer.sendException = new TimeoutException("no leader");
        try (var log = started(List.of())) {
            assertThatThrownBy(() -> log.settle(ONE, NAME))
                    .isInstanceOf(Repositories.Unsettled.class)
                    .hasMessageContaining("did not acknowledge");
        }
    }

    private static byte[] encoded(RepositoryId alias, RepositoryId repository) {
        return Codec.ALIAS_REGISTERED.encode(new AliasRegistered(alias, repository));
    }
}
