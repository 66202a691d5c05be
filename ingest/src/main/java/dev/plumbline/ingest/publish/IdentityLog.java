package dev.plumbline.ingest.publish;

import dev.plumbline.http.Health;
import dev.plumbline.http.Opened;
import dev.plumbline.ingest.follow.Following;
import dev.plumbline.ingest.identity.Identities;
import dev.plumbline.ingest.identity.Registering;
import dev.plumbline.ingest.identity.Repositories;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.model.wire.UndecodableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalog's topic, read whole and followed: in no group, so that every ingest knows every alias. What
/// an upload teaches is written and read back before it counts: of two that register the same alias at one
/// time, the one whose record comes first is right, and the other takes its answer. Key: `alias:<id>`, so
/// that the records of one alias lie in one order.
public final class IdentityLog implements Repositories, Health, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityLog.class);
    /// How long an upload waits for the topic to be read, and for its records to come back.
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Producer<String, byte[]> producer;
    private final String topic;
    private final InstantSource clock;
    private final Identities identities = new Identities();
    private final Registering registering = new Registering(identities, this::register);
    private final Map<Integer, Long> read = new HashMap<>();
    private final Following following;
    private boolean current;

    /// Starts to read.
    ///
    /// @param consumer owned by this from now on, as is the producer
    IdentityLog(
            Producer<String, byte[]> producer,
            Consumer<String, byte[]> consumer,
            TopicManifest topics,
            InstantSource clock) {
        this.producer = producer;
        this.topic = topics.name(Topic.CATALOG);
        this.clock = clock;
        this.following =
                Following.start("ingest-identities", consumer, topic, topics.partitions(), new WholeTopic(consumer));
    }

    public static IdentityLog connect(Map<String, String> kafka, TopicManifest topics, InstantSource clock) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "plumbline-ingest-identities");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        try (var opened = new Opened()) {
            var consumer =
                    opened.add(new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
            var producer = opened.add(new KafkaProducer<>(
                    EvidencePublisher.settings(kafka), new StringSerializer(), new ByteArraySerializer()));
            var log = new IdentityLog(producer, consumer, topics, clock);
            opened.keep();
            return log;
        }
    }

    @Override
    public Settled settle(RepositoryId id, RepositoryName name) throws Unsettled {
        awaitRead(Map.of());
        return registering.settle(id, name);
    }

    @Override
    public synchronized List<String> problems() {
        return current ? List.of() : List.of("the names of repositories are still being read");
    }

    @Override
    public void close() {
        following.close();
        producer.close(Duration.ofSeconds(5));
    }

    /// Returns once the records were acknowledged and read back.
    private void register(List<AliasRegistered> records) throws Unsettled {
        var sent = new ArrayList<Future<RecordMetadata>>();
        var to = new HashMap<Integer, Long>();
        try {
            records.forEach(record -> sent.add(producer.send(record(record))));
            for (var sending : sent) {
                var at = sending.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
                to.merge(at.partition(), at.offset() + 1, Math::max);
            }
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("{} was not registered.", records, e);
            throw new Unsettled("the log did not acknowledge the repository's names in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsettled("this server is stopping");
        }
        awaitRead(to);
    }

    private ProducerRecord<String, byte[]> record(AliasRegistered alias) {
        var record = new ProducerRecord<>(topic, alias.key(), Codec.ALIAS_REGISTERED.encode(alias));
        var now = clock.instant();
        new Envelope(
                        alias.key(),
                        EventType.ALIAS_REGISTERED,
                        EvidencePublisher.SOURCE,
                        alias.repository().value(),
                        now,
                        now,
                        Map.of())
                .headers()
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private synchronized void awaitRead(Map<Integer, Long> to) throws Unsettled {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!current || !reached(to)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    throw new Unsettled("the names of repositories could not be read in time");
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unsettled("this server is stopping");
        }
    }

    private boolean reached(Map<Integer, Long> to) {
        return to.entrySet().stream().allMatch(each -> read.getOrDefault(each.getKey(), 0L) >= each.getValue());
    }

    /// From the beginning; what was there when the reading began must be known before anything is answered.
    private final class WholeTopic implements Following.Follower {
        private final Consumer<String, byte[]> consumer;
        private Map<TopicPartition, Long> ends = Map.of();

        WholeTopic(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void place(List<TopicPartition> partitions) {
            ends = consumer.endOffsets(partitions);
            consumer.seekToBeginning(partitions);
        }

        @Override
        public void saw(ConsumerRecord<String, byte[]> record) {
            take(record);
        }

        @Override
        public void caughtUp() {
            var positions = new HashMap<TopicPartition, Long>();
            ends.keySet().forEach(partition -> positions.put(partition, consumer.position(partition)));
            advanced(positions, ends);
        }

        @Override
        public String withoutIt() {
            return "the names of repositories cannot be read; uploads are turned away until they can";
        }
    }

    private synchronized void advanced(Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends) {
        positions.forEach((partition, position) -> read.put(partition.partition(), position));
        current = current
                || ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
        notifyAll();
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        var key = record.key();
        try {
            if (key == null || (AliasRegistered.isKey(key) && record.value() == null)) {
                return;
            }
            if (AliasRegistered.isKey(key)) {
                identities.learn(Codec.ALIAS_REGISTERED.decode(record.value()));
            } else {
                identities.enter(
                        new RepositoryId(key),
                        record.value() == null ? null : Codec.CATALOG_ENTRY.decode(record.value()));
            }
        } catch (UndecodableException | IllegalArgumentException e) {
            // the topology puts it to the dead letters; here it only names nobody
            LOG.warn("Left out record {}-{}@{}: {}", topic, record.partition(), record.offset(), e.getMessage());
        }
    }
}
