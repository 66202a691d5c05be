package dev.plumbline.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.topology.StreamsSettings;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class AnalyzerConfigTest {
    private static final Map<String, String> KAFKA = Map.of("bootstrap.servers", "127.0.0.1:9092");
    private static final Path STATE = Path.of("state");

    @Test
    void besideItsOwnBrokerAnInstanceIsMissedSooner() {
        assertThat(AnalyzerConfig.embedded(KAFKA, TopicManifest.embedded(), STATE, 2)
                        .workers()
                        .session())
                .isLessThan(AnalyzerConfig.cluster(KAFKA, TopicManifest.cluster("p."), STATE, 2)
                        .workers()
                        .session());
    }

    @Test
    void theGroupIsNamedAfterTheInstallation() {
        assertThat(AnalyzerConfig.cluster(KAFKA, TopicManifest.cluster("acme."), STATE, 1)
                        .applicationId())
                .isEqualTo("acme.analyzer");
    }

    @Test
    void settingsThatCannotWorkAreRefusedWithTheirValue() {
        assertThatThrownBy(() -> AnalyzerConfig.embedded(Map.of(), TopicManifest.embedded(), STATE, 2))
                .hasMessageContaining("bootstrap.servers");
        assertThatThrownBy(() -> AnalyzerConfig.embedded(KAFKA, TopicManifest.embedded(), STATE, 0))
                .hasMessageContaining("not 0");
    }

    @Test
    void streamsRunExactlyOnceInTheClassicGroupAndAnOperatorsSettingsWin() {
        var settings = StreamsSettings.of("app", TopicManifest.embedded(), STATE, Duration.ofSeconds(6), 2);
        var own = StreamsSettings.with(settings, Map.of("num.stream.threads", "7", "bootstrap.servers", "b:1"));
        var read = new StreamsConfig(own);

        assertThat(read.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG)).isEqualTo("exactly_once_v2");
        assertThat(read.getString(StreamsConfig.GROUP_PROTOCOL_CONFIG)).isEqualTo("classic");
        assertThat(read.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG)).isEqualTo(7);
        assertThat(read.getMainConsumerConfigs("app", "client", 0))
                .containsEntry("session.timeout.ms", 6_000)
                .containsEntry("heartbeat.interval.ms", 2_000)
                .containsEntry("isolation.level", "read_committed");
        assertThat(read.getProducerConfigs("client")).containsEntry("transaction.timeout.ms", 10_000);
    }

    @Test
    void exactlyOnceIsSaidOnlyWhereTheClusterCanKeepIt() {
        assertThat(TransactionProbe.of(2).sentence()).contains("exactly once");
        assertThat(TransactionProbe.of(1).sentence()).doesNotContain("exactly once");
        assertThat(TransactionProbe.UNKNOWN.sentence()).doesNotContain("exactly once");
    }
}
