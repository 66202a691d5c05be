package dev.plumbline.analyzer.topology;

import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.AutoOffsetReset;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/// Evidence, standards, decisions and catalog in; scorecards, changes and dead letters out. One
/// sub-topology: the four inputs have equal partition counts, so that one task holds all that concerns a
/// repository. Standards are data.
public final class AnalyzerTopology {
    private static final String SCORE_BUILDS = "score-builds";
    private static final Topic[] INPUTS = {Topic.EVIDENCE, Topic.STANDARDS, Topic.DECISIONS, Topic.CATALOG};
    private static final Deserializer<byte[]> READ = new ByteArrayDeserializer();
    private static final Serializer<byte[]> WRITE = new ByteArraySerializer();

    private AnalyzerTopology() {}

    public static Topology build(TopicManifest manifest, ScoringSettings settings) {
        return build(manifest, settings, new CompiledStandards());
    }

    /// @param compiled standards that need not be compiled again
    public static Topology build(TopicManifest manifest, ScoringSettings settings, CompiledStandards compiled) {
        var topology = new Topology();
        for (var input : INPUTS) {
            topology.addSource(AutoOffsetReset.earliest(), source(input), READ, READ, manifest.name(input));
        }
        topology.addProcessor(
                SCORE_BUILDS,
                new Supplier(manifest, compiled, new Pace(), settings),
                source(Topic.EVIDENCE),
                source(Topic.STANDARDS),
                source(Topic.DECISIONS),
                source(Topic.CATALOG));
        sink(topology, Outgoing.SCORECARDS, manifest.name(Topic.SCORECARDS));
        sink(topology, Outgoing.CHANGES, manifest.name(Topic.CHANGES));
        sink(topology, Outgoing.DEAD_LETTERS, manifest.name(Topic.DEADLETTERS));
        return topology;
    }

    /// Keys go out as they came in, and the topics have equal partition counts: the partition number stays.
    private static void sink(Topology topology, String name, String topic) {
        topology.addSink(name, topic, WRITE, WRITE, SCORE_BUILDS);
    }

    private static String source(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    private record Supplier(TopicManifest manifest, CompiledStandards compiled, Pace pace, ScoringSettings settings)
            implements ProcessorSupplier<byte[], byte[], byte[], byte[]> {
        @Override
        public Processor<byte[], byte[], byte[], byte[]> get() {
            return new ScoreBuildsProcessor(manifest, compiled, pace, settings);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return StateStores.all();
        }
    }
}
