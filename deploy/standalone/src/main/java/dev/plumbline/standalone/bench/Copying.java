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
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/// Bytes from one topic to another, with the analyzer's own guarantee, threads and client settings: by
/// themselves the bare pass-through that everything is measured against, or with some of the work that an
/// analyzer cannot do without.
final class Copying implements AutoCloseable {
    private final KafkaStreams streams;

    private Copying(KafkaStreams streams) {
        this.streams = streams;
    }

    static Copying start(String bootstrap, TopicManifest topics, Way way, Setting setting) {
        var settings = StreamsSettings.of(way.to(), topics, setting.stateDir(), setting.session(), setting.threads());
        var streams = new KafkaStreams(
                topology(way),
                StreamsSettings.with(settings, Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap)));
        streams.start();
        return new Copying(streams);
    }

    private static Topology topology(Way way) {
        var builder = new StreamsBuilder();
        var records = builder.stream(
                way.from(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("read"));
        var worked = way.work().step() == Step.COPYING ? records : records.process(way.work(), Named.as("work"));
        worked.to(
                way.to(), Produced.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("write"));
        return builder.build();
    }

    /// @param to a topic, whose name is that of the application too
    record Way(String from, Stepping work, String to) {}

    record Setting(Path stateDir, Duration session, int threads) {}

    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(Duration.ofSeconds(20)));
    }
}
