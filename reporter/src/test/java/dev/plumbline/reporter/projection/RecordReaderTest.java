package dev.plumbline.reporter.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.ChangeGroup;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.VersionRange;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.Sample;
import java.time.Instant;
import java.util.Map;
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

    /// Its own record may be gone from the log already, or its mark not yet there.
    @Test
    void whatIsWithdrawnGoesByItsMarkAsByTheRecordWithoutAValue() {
        var published = Sample.published("Python", "Mend it.");
        var key = "standard:" + published.ref().id() + ":" + published.ref().version();
        var mark = new ConsumerRecord<>(
                TOPICS.name(Topic.STANDARDS),
                0,
                1,
                "withdrawn:" + key,
                Codec.PUBLICATION_WITHDRAWN.encode(
                        new PublicationWithdrawn(key, published.digest(), Instant.EPOCH, "ann")));
        mark.headers().add(Envelope.TYPE, EventType.PUBLICATION_WITHDRAWN.type().getBytes(UTF_8));
        var none = new ConsumerRecord<String, byte[]>(TOPICS.name(Topic.STANDARDS), 0, 0, key, null);
        var reader = new RecordReader(TOPICS);

        assertThat(reader.read(mark)).contains(new Recorded.Withdrawn(key));
        assertThat(reader.read(none)).contains(new Recorded.Withdrawn(key));
        var projection = new Projection();
        projection.apply(new Recorded.Published(published));
        projection.apply(new Recorded.Withdrawn("standard:other:1.0.0"));
        assertThat(projection.picture().standards().standards()).hasSize(1);
        projection.apply(new Recorded.Withdrawn(key));
        assertThat(projection.picture().standards().standards()).isEmpty();
    }

    @Test
    void aBindingThatIsWithdrawnNoLongerHoldsUnlessItHasANewerRevision() {
        var projection = new Projection();
        projection.apply(new Recorded.Bound(bound(1)));
        projection.apply(new Recorded.Bound(bound(2)));
        projection.apply(new Recorded.Withdrawn("binding:default:1"));
        assertThat(projection.picture().standards().bindings()).hasSize(1);

        projection.apply(new Recorded.Withdrawn("binding:default:2"));

        assertThat(projection.picture().standards().bindings()).isEmpty();
    }

    private static BindingPublished bound(int revision) {
        var binding = new Binding(
                "default",
                revision,
                Sample.STANDARD.id(),
                new VersionRange("1.x"),
                new Binding.Selection.Rest(),
                new Binding.Enforcement(Step.WARN, Instant.EPOCH, Level.NONE),
                Map.of());
        return new BindingPublished(binding, Digest.ofText("bound"), Instant.EPOCH, "ann");
    }
}
