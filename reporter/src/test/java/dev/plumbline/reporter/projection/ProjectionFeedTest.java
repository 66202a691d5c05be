package dev.plumbline.reporter.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.Sample;
import java.util.HashMap;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProjectionFeedTest {
    private static final TopicManifest TOPICS = new TopicManifest("t.", 1, 1);
    private static final Sample FIRST = Sample.of("acme/payments", "1");

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final RecordReader reader = new RecordReader(TOPICS);
    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private ProjectionFeed feed;

    @BeforeEach
    void startAtTheBeginning() {
        var beginnings = new HashMap<TopicPartition, Long>();
        var ends = new HashMap<TopicPartition, Long>();
        RecordReader.TOPICS.forEach(topic -> {
            beginnings.put(partition(topic), 0L);
            ends.put(partition(topic), 0L);
        });
        ends.put(partition(Topic.SCORECARDS), 2L);
        consumer.updateBeginningOffsets(beginnings);
        consumer.updateEndOffsets(ends);
        feed = ProjectionFeed.start(consumer, TOPICS, reader, new Recorder());
    }

    @AfterEach
    void close() {
        feed.close();
    }

    @Test
    void itIsReadyOnceItHasReadWhatLayOnTheLogAtTheStart() {
        await().until(() -> !consumer.assignment().isEmpty());
        assertThat(feed.problems()).hasSize(1);

        append(Topic.SCORECARDS, 0, Codec.BUILD_SCORED.encode(FIRST.scored()));
        append(Topic.SCORECARDS, 1, Codec.BUILD_SCORED.encode(FIRST.revision(2).scored()));

        await().until(feed::current);
        assertThat(feed.problems()).isEmpty();
        assertThat(feed.picture().find("acme/payments")).isPresent();
        assertThat(told).isEmpty();
    }

    @Test
    void anUndecodableRecordIsCountedAndTheNextOneGoesOn() {
        append(Topic.SCORECARDS, 0, "{\"no\": scorecard".getBytes(UTF_8));
        append(Topic.SCORECARDS, 1, Codec.BUILD_SCORED.encode(FIRST.scored()));

        await().until(feed::current);
        assertThat(reader.undecodable()).isEqualTo(1);
        assertThat(feed.picture().find("acme/payments")).isPresent();
    }

    @Test
    void followersHearOfWhatIsNew() {
        append(Topic.SCORECARDS, 0, Codec.BUILD_SCORED.encode(FIRST.scored()));
        append(Topic.SCORECARDS, 1, Codec.BUILD_SCORED.encode(FIRST.scored()));
        await().until(feed::current);

        append(
                Topic.SCORECARDS,
                2,
                Codec.BUILD_SCORED.encode(Sample.of("acme/new", "2").scored()));
        append(Topic.CHANGES, 0, Codec.CHANGE.encode(FIRST.regression(Cause.CODE, "0")));

        await().untilAsserted(() -> assertThat(told).containsExactlyInAnyOrder("final acme/new", "change CODE"));
    }

    @Test
    void standardsAndCatalogAreFoldedToo() {
        append(Topic.SCORECARDS, 0, Codec.BUILD_SCORED.encode(FIRST.scored()));
        append(Topic.SCORECARDS, 1, Codec.BUILD_SCORED.encode(FIRST.scored()));
        append(Topic.CATALOG, 0, Codec.CATALOG_ENTRY.encode(Sample.owned("acme/payments", "money")));
        append(Topic.STANDARDS, 0, Codec.STANDARD_PUBLISHED.encode(Sample.published("Python", "Mend it.")));

        await().untilAsserted(() -> {
            assertThat(feed.picture().find("acme/payments").orElseThrow().teams())
                    .containsExactly("money");
            assertThat(feed.picture().standards().rule(Sample.STANDARD, Sample.COVERAGE))
                    .isPresent();
        });
    }

    @Test
    void aLogThatFailsMakesItUnhealthy() {
        consumer.setPollException(new KafkaException("the broker said no"));

        await().untilAsserted(() ->
                assertThat(feed.problems()).containsExactly("the read model stopped: the broker said no"));
    }

    private void append(Topic topic, long offset, byte[] value) {
        consumer.schedulePollTask(() -> {
            var kafka = new ConsumerRecord<>(TOPICS.name(topic), 0, offset, "key", value);
            kafka.headers()
                    .add(Envelope.TYPE, EventType.STANDARD_PUBLISHED.type().getBytes(UTF_8));
            consumer.addRecord(kafka);
        });
    }

    private static TopicPartition partition(Topic topic) {
        return LogClient.partitions(TOPICS.name(topic), 1).getFirst();
    }

    private final class Recorder implements Follower {
        @Override
        public void finalOf(Judged judged) {
            told.add("final " + judged.scored().build().name());
        }

        @Override
        public void changed(Change change) {
            told.add("change " + change.cause());
        }
    }
}
