package dev.plumbline.reporter.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.Sample;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

final class LogArchiveTest {
    private static final TopicManifest TOPICS = new TopicManifest("t.", 1, 1);
    private static final String TOPIC = TOPICS.name(Topic.SCORECARDS);

    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final LogArchive archive = new LogArchive(consumer, TOPICS, new RecordReader(TOPICS));

    @Test
    void aBuildIsReadFromItsPlace() {
        Sample sample = Sample.of("acme/payments", "1");
        beginAt(0);
        append(7, Codec.BUILD_SCORED.encode(sample.scored()));

        assertThat(archive.at(new LogPosition(0, 7))).contains(sample.scored());
    }

    @Test
    void whatTheLogHasForgottenOrCannotSayIsAbsent() {
        beginAt(5);
        append(6, "garbage".getBytes(UTF_8));

        assertThat(archive.at(new LogPosition(0, 4))).isEmpty();
        assertThat(archive.at(new LogPosition(0, 6))).isEmpty();
        archive.close();
        assertThat(consumer.closed()).isTrue();
    }

    private void beginAt(long offset) {
        consumer.updateBeginningOffsets(Map.of(new TopicPartition(TOPIC, 0), offset));
    }

    private void append(long offset, byte[] value) {
        consumer.schedulePollTask(() -> consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "key", value)));
    }
}
