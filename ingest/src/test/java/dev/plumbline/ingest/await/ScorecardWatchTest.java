package dev.plumbline.ingest.await;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.publish.Uploaded;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.UploadId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ScorecardWatchTest {
    private static final TopicManifest TOPICS = new TopicManifest("", 2, 1);
    private static final long END = 1_000;
    private static final UploadId MINE = UploadId.ofContent("mine");
    private static final BuildId BUILD = Uploaded.BUILD.id();

    private final MockConsumer<String, byte[]> consumer = consumer();

    @Test
    void itReadsAllPartitionsFromALittleBeforeTheEnd() {
        var watch = new ScorecardWatch(consumer, TOPICS);
        whenReading();

        assertThat(consumer.assignment())
                .containsExactlyInAnyOrder(
                        new TopicPartition("scorecards.v1", 0), new TopicPartition("scorecards.v1", 1));
        assertThat(consumer.position(new TopicPartition("scorecards.v1", 1))).isEqualTo(END - ScorecardWatch.REPLAYED);

        watch.close();
        assertThat(consumer.closed()).isTrue();
    }

    @Test
    void aVerdictIsFoundByItsHeaders() {
        try (var watch = new ScorecardWatch(consumer, TOPICS);
                var wait = watch.expect(BUILD, MINE)) {
            whenReading();

            consumer.addRecord(
                    record(END - 1, Map.of("ce_subject", "another", "ce_phase", "final"), Scored.closed(9, MINE)));
            consumer.addRecord(record(END, Map.of(), Scored.closed(8, MINE)));
            consumer.addRecord(record(END + 1, headers("provisional"), Scored.open(1, MINE)));
            consumer.addRecord(record(END + 2, headers("final"), Scored.closed(2, MINE)));

            assertThat(wait.await(Duration.ofSeconds(30))).isEqualTo(new Sighting.Closed(Scored.closed(2, MINE)));
        }
    }

    @Test
    void aFailureOfTheBrokerDoesNotEndTheReading() {
        try (var watch = new ScorecardWatch(consumer, TOPICS);
                var wait = watch.expect(BUILD, MINE)) {
            whenReading();

            consumer.setPollException(new KafkaException("the broker is away"));
            consumer.schedulePollTask(() -> consumer.addRecord(record(END, headers("final"), Scored.closed(1, MINE))));

            assertThat(wait.await(Duration.ofSeconds(30))).isInstanceOf(Sighting.Closed.class);
        }
    }

    private void whenReading() {
        Awaitility.await().until(() -> consumer.assignment().size() == 2 && consumer.lastPollTimeout() != null);
    }

    private static Map<String, String> headers(String phase) {
        return Map.of("ce_subject", BUILD.value(), "ce_phase", phase);
    }

    private static ConsumerRecord<String, byte[]> record(long offset, Map<String, String> headers, BuildScored scored) {
        var all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, value.getBytes(StandardCharsets.UTF_8)));
        byte[] value = Codec.BUILD_SCORED.encode(scored);
        return new ConsumerRecord<>(
                "scorecards.v1",
                0,
                offset,
                0L,
                TimestampType.LOG_APPEND_TIME,
                3,
                value.length,
                "key",
                value,
                all,
                Optional.empty());
    }

    private static MockConsumer<String, byte[]> consumer() {
        var consumer = new MockConsumer<String, byte[]>("latest");
        var ends = new HashMap<TopicPartition, Long>();
        var beginnings = new HashMap<TopicPartition, Long>();
        for (int i = 0; i < TOPICS.partitions(); i++) {
            ends.put(new TopicPartition("scorecards.v1", i), END);
            beginnings.put(new TopicPartition("scorecards.v1", i), 0L);
        }
        consumer.updateEndOffsets(ends);
        consumer.updateBeginningOffsets(beginnings);
        return consumer;
    }
}
