package dev.plumbline.model.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Samples;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicManifestTest {

    @Test
    void thereAreEightTopicsOfEqualPartitionCount() {
        var entries = TopicManifest.embedded().entries();

        assertThat(entries).hasSize(8);
        assertThat(entries).extracting(TopicManifest.Entry::partitions).containsOnly(8);
        assertThat(entries)
                .extracting(TopicManifest.Entry::name)
                .contains("plumbline.evidence.v1", "plumbline.standards.v1", "plumbline.deadletters.v1");
    }

    @Test
    void evidenceIsKeptFourHundredDaysAndStandardsForEver() {
        assertThat(Topic.EVIDENCE.settings())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "34560000000");
        assertThat(Topic.STANDARDS.settings())
                .containsEntry("cleanup.policy", "compact")
                .doesNotContainKey("retention.ms");
    }

    @Test
    void anotherPrefixNamesOtherTopics() {
        assertThat(TopicManifest.cluster("acme.").name(Topic.CHANGES)).isEqualTo("acme.changes.v1");
        assertThatThrownBy(() -> TopicManifest.cluster("Ä ")).hasMessageContaining("topic prefix");
    }

    @Test
    void anEnvelopeBecomesHeadersInAFixedOrder() {
        var envelope = new Envelope(
                "id-1",
                EventType.BUILD_SCORED,
                "/plumbline/analyzer",
                "build-1",
                Samples.NOON,
                Samples.NOON,
                Map.of("revision", "2", "phase", "final"));

        assertThat(envelope.headers().keySet())
                .containsExactly(
                        "ce_specversion",
                        "ce_id",
                        "ce_type",
                        "ce_source",
                        "ce_subject",
                        "ce_time",
                        "ce_recordedtime",
                        "content-type",
                        "ce_phase",
                        "ce_revision");
        assertThat(envelope.headers()).containsEntry("ce_type", "dev.plumbline.build.scored.v1");
    }
}
