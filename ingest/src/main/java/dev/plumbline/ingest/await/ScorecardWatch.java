package dev.plumbline.ingest.await;

import dev.plumbline.ingest.follow.Following;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/// One consumer of all partitions of `scorecards.v1`, in no group, from a little before the end. It looks at
/// headers only.
public final class ScorecardWatch implements Verdicts, AutoCloseable {
    /// How many records of each partition are read again at the start, so that a repetition of the last uploads
    /// before a restart is answered too.
    static final long REPLAYED = 32;

    private final Consumer<String, byte[]> consumer;
    private final Sightings sightings = new Sightings(Sightings.REMEMBERED_BYTES);
    private final Following following;

    /// Starts to read.
    public ScorecardWatch(Consumer<String, byte[]> consumer, TopicManifest topics) {
        this.consumer = consumer;
        this.following = Following.start(
                "await-scorecards", consumer, topics.name(Topic.SCORECARDS), topics.partitions(), new LastRecords());
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
        following.close();
    }

    private final class LastRecords implements Following.Follower {
        @Override
        public void place(List<TopicPartition> partitions) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            Map<TopicPartition, Long> beginnings = consumer.beginningOffsets(partitions);
            for (TopicPartition partition : partitions) {
                long end = ends.getOrDefault(partition, 0L);
                consumer.seek(partition, Math.max(beginnings.getOrDefault(partition, 0L), end - REPLAYED));
            }
        }

        @Override
        public void saw(ConsumerRecord<String, byte[]> record) {
            String build = header(record, Envelope.SUBJECT);
            String phase = header(record, "ce_" + Envelope.PHASE);
            if (build != null && phase != null && record.value() != null) {
                sightings.saw(build, phase.equals("final"), record.value());
            }
        }

        @Override
        public String withoutIt() {
            return "scorecards cannot be read; uploads that wait for theirs are answered with a receipt";
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
