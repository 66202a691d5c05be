package dev.plumbline.reporter.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.Sample;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

final class RecordReaderTest {
    private static final TopicManifest TOPICS = TopicManifest.embedded();

    @Test
    void theEndOfAReScoringIsKnownByItsTypeAndLeavesRepositoriesAsTheyAre() {
        var ref = Sample.STANDARD;
        var finished = new RescoringFinished(
                ChangeGroup.of(ref.id(), ref.version()), ref.id(), ref.version(), Instant.EPOCH, 3, Counts.NONE);
        var kafka = new ConsumerRecord<>(
                TOPICS.name(Topic.CHANGES), 0, 0, "rescoring:x", Codec.RESCORING_FINISHED.encode(finished));
        kafka.headers().add(Envelope.TYPE, EventType.RESCORING_FINISHED.type().getBytes(UTF_8));

        var reader = new RecordReader(TOPICS);
        var recorded = reader.read(kafka);
        var projection = new Projection();
        recorded.ifPresent(projection::apply);

        assertThat(recorded).contains(new Recorded.Rescored(finished));
        assertThat(reader.undecodable()).isZero();
        assertThat(projection.version()).isEqualTo(1);
        assertThat(projection.picture().repositories()).isEmpty();
    }
}
