package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.topology.StreamsSettings;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/// The bare pass-through that everything is measured against: bytes from one topic to another, with the analyzer's own
/// guarantee, threads and client settings.
final class Copying implements AutoCloseable {
    private final KafkaStreams streams;

    private Copying(KafkaStreams streams) {
        this.streams = streams;
    }

    static Copying start(String bootstrap, TopicManifest topics, String from, String to, Setting setting) {
        var builder = new StreamsBuilder();
        builder.stream(
                        from,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"))
                .to(to, Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("copy"));
        var settings = StreamsSettings.of(
                topics.prefix() + "copying", topics, setting.stateDir(), setting.session(), setting.threads());
        var streams = new KafkaStreams(
                builder.build(),
                StreamsSettings.with(settings, Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap)));
        streams.start();
        return new Copying(streams);
    }

    record Setting(Path stateDir, Duration session, int threads) {}

    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(Duration.ofSeconds(20)));
    }
}
