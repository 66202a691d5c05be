package dev.plumbline.ingest.await;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One consumer of all partitions of `scorecards.v1`, in no group, from a little before the end. It looks at
/// headers only.
public final class ScorecardWatch implements Verdicts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ScorecardWatch.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    /// How many records of each partition are read again at the start, so that a repetition of the last uploads
    /// before a restart is answered too.
    static final long REPLAYED = 32;

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Sightings sightings = new Sightings(Sightings.REMEMBERED_BYTES);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// Starts to read.
    public ScorecardWatch(Consumer<String, byte[]> consumer, TopicManifest topics) {
        this.consumer = consumer;
        this.partitions = IntStream.range(0, topics.partitions())
                .mapToObj(partition -> new TopicPartition(topics.name(Topic.SCORECARDS), partition))
                .toList();
        this.thread = Thread.ofPlatform().name("await-scorecards").daemon().start(this::run);
    }

    public static ScorecardWatch connect(Map<String, String> kafka, TopicManifest topics) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, "plumbline-ingest-await");
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");
        return new ScorecardWatch(
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), topics);
    }

    @Override
    public Wait expect(BuildId build, UploadId upload) {
        return sightings.expect(build, upload);
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean placed = false;
        try (consumer) {
            consumer.assign(partitions);
            while (closing.getCount() > 0) {
                try {
                    if (!placed) {
                        placeNearTheEnd();
                        placed = true;
                    }
                    consumer.poll(POLL).forEach(this::saw);
                } catch (WakeupException e) {
                    // only close() wakes it up
                    return;
                } catch (KafkaException e) {
                    LOG.warn("scorecards cannot be read; uploads that wait for theirs are answered with a receipt", e);
                    if (closedWithin(AFTER_FAILURE)) {
                        return;
                    }
                }
            }
        }
    }

    private void placeNearTheEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long end = ends.getOrDefault(partition, 0L);
            consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - REPLAYED));
        }
    }

    private void saw(ConsumerRecord<String, byte[]> record) {
        String build = header(record, Envelope.SUBJECT);
        String phase = header(record, "ce_" + Envelope.PHASE);
        if (build != null && phase != null && record.value() != null) {
            sightings.saw(build, phase.equals("final"), record.value());
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
