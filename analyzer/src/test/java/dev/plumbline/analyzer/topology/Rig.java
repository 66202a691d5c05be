package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/// The whole topology without a broker: records in, records out, time by hand.
final class Rig implements AutoCloseable {
    static final TopicManifest TOPICS = TopicManifest.embedded();
    static final Duration WINDOW = Duration.ofMinutes(15);

    final AnalyzerMeters meters = AnalyzerMeters.in(new SimpleMeterRegistry());
    private final TopologyTestDriver driver;
    private final Map<Topic, TestInputTopic<@Nullable String, byte @Nullable []>> inputs = new TreeMap<>();
    private final TestOutputTopic<String, byte[]> scorecards;
    private final TestOutputTopic<String, byte[]> changes;
    private final TestOutputTopic<String, byte[]> deadLetters;

    Rig(Path stateDir) {
        var settings = new Properties();
        settings.putAll(StreamsSettings.of("plumbline.analyzer", TOPICS, stateDir, Duration.ofSeconds(6), 1));
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        driver = new TopologyTestDriver(
                AnalyzerTopology.build(TOPICS, new ScoringSettings(WINDOW, meters)), settings, Given.TEN);
        for (var topic : List.of(Topic.EVIDENCE, Topic.STANDARDS, Topic.DECISIONS, Topic.CATALOG)) {
            inputs.put(
                    topic,
                    driver.createInputTopic(TOPICS.name(topic), new StringSerializer(), new ByteArraySerializer()));
        }
        scorecards = output(Topic.SCORECARDS);
        changes = output(Topic.CHANGES);
        deadLetters = output(Topic.DEADLETTERS);
    }

    /// With the standard published and bound.
    static Rig judging(Path stateDir) {
        var rig = new Rig(stateDir);
        rig.publish(0);
        return rig;
    }

    void publish(int minor) {
        var standard = PublishedStandards.standard(minor);
        send(
                Topic.STANDARDS,
                "standard:py:" + standard.standard().version(),
                Codec.STANDARD_PUBLISHED.encode(standard));
        send(Topic.STANDARDS, "binding:default:1", Codec.BINDING_PUBLISHED.encode(PublishedStandards.binding()));
    }

    void upload(Given.Said said) {
        inputs(Topic.EVIDENCE).pipeInput(Given.REPOSITORY.value(), said.record(), said.receivedAt());
    }

    void send(Topic topic, @Nullable String key, byte @Nullable [] value) {
        inputs(topic).pipeInput(key, value, Given.TEN);
    }

    private TestInputTopic<@Nullable String, byte @Nullable []> inputs(Topic topic) {
        var input = inputs.get(topic);
        if (input == null) {
            throw new IllegalStateException(topic + " is no input");
        }
        return input;
    }

    void pass(Duration time) {
        driver.advanceWallClockTime(time);
    }

    List<BuildScored> scored() {
        return scorecards.readValuesToList().stream()
                .map(Codec.BUILD_SCORED::decode)
                .toList();
    }

    List<TestRecord<String, byte[]>> scorecardRecords() {
        return scorecards.readRecordsToList();
    }

    List<Change> changes() {
        return changes.readRecordsToList().stream()
                .filter(record -> !header(record, Envelope.TYPE).equals(EventType.RESCORING_FINISHED.type()))
                .map(record -> Codec.CHANGE.decode(record.value()))
                .toList();
    }

    List<TestRecord<String, byte[]>> deadLetters() {
        return deadLetters.readRecordsToList();
    }

    long rows(Rows.Of kind) {
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(StateStores.REPOSITORIES);
        return count(new Rows(store, kind).from(null));
    }

    long timers() {
        KeyValueStore<String, byte[]> store = driver.getKeyValueStore(StateStores.TIMERS);
        return count(store.all());
    }

    private static long count(KeyValueIterator<String, byte[]> all) {
        long rows = 0;
        try (all) {
            while (all.hasNext()) {
                all.next();
                rows++;
            }
        }
        return rows;
    }

    static Map<RuleId, Outcome.Word> words(BuildScored scored) {
        var words = new TreeMap<RuleId, Outcome.Word>();
        scored.scorecards()
                .forEach(card -> card.results()
                        .forEach(result ->
                                words.put(result.rule(), result.outcome().word())));
        return words;
    }

    static String header(TestRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private TestOutputTopic<String, byte[]> output(Topic topic) {
        return driver.createOutputTopic(TOPICS.name(topic), new StringDeserializer(), new ByteArrayDeserializer());
    }

    static Instant after(Duration time) {
        return Given.TEN.plus(time);
    }

    @Override
    public void close() {
        driver.close();
    }
}
