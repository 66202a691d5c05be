package dev.plumbline.standalone.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsIT {
    @TempDir
    static Path folder;

    private static DataFolder data;
    private static EmbeddedBroker broker;

    @BeforeAll
    static void startBroker() {
        data = DataFolder.open(folder);
        broker = EmbeddedBroker.start(data, reason -> {
            throw new AssertionError("the broker gave up: " + reason);
        });
    }

    @AfterAll
    static void stopBroker() throws Exception {
        broker.close();
        data.close();
    }

    @Test
    void whatIsMissingIsMadeOnceAndThenAgrees() {
        try (var topics = connect(manifest("made."))) {
            assertThat(topics.differences())
                    .hasSize(Topic.values().length)
                    .allMatch(Difference.Absent.class::isInstance);

            assertThat(topics.apply()).hasSize(Topic.values().length).contains("made.evidence.v1");

            assertThat(topics.differences()).isEmpty();
            assertThat(topics.apply()).isEmpty();
        }
    }

    @Test
    void aTopicWithAnotherRetentionIsRefusedByNameSettingFoundAndExpected() throws Exception {
        try (var topics = connect(manifest("drift."))) {
            topics.apply();
            set("drift.evidence.v1", "retention.ms", "1000");

            assertThat(topics.differences())
                    .containsExactly(
                            new Difference.Drifted("drift.evidence.v1", "retention.ms", "1000", "34560000000"));
            assertThatThrownBy(topics::apply)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("topic drift.evidence.v1 has retention.ms 1000, expected 34560000000");
        }
    }

    @Test
    void aTopicWithOtherPartitionsIsRefused() {
        try (var topics = connect(manifest("parts."))) {
            topics.apply();
        }

        try (var wider = connect(new TopicManifest("parts.", 4, 1))) {
            assertThatThrownBy(wider::apply)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("partitions 2, expected 4")
                    .hasMessageContaining("7 more");
        }
    }

    @Test
    void aClusterThatDoesNotAnswerIsNamed() {
        var settings = Map.of(
                "bootstrap.servers", "127.0.0.1:1", "default.api.timeout.ms", "300", "request.timeout.ms", "200");

        try (var topics = Topics.connect(settings, manifest("x."))) {
            assertThatThrownBy(topics::differences)
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("127.0.0.1:1")
                    .hasMessageContaining("does not answer");
        }
    }

    private static TopicManifest manifest(String prefix) {
        return new TopicManifest(prefix, 2, 1);
    }

    private static Topics connect(TopicManifest manifest) {
        return Topics.connect(Map.of("bootstrap.servers", broker.bootstrapServers()), manifest);
    }

    private static void set(String topic, String setting, String value) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(new ConfigEntry(setting, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
