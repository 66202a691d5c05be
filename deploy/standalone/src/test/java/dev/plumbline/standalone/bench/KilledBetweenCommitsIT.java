package dev.plumbline.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.analyzer.publish.ShippedPublication;
import dev.plumbline.analyzer.publish.StandardsPublisher;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.run.Log;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.topics.Topics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.cumulative.CumulativeCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.CommonClientConfigs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A thread of the analyzer dies in the middle of a step, after some of its records were sent and some of
/// its rows were written, and before the commit: once while uploads are scored as they come, once while
/// newest builds are judged again.
class KilledBetweenCommitsIT {
    private static final TopicManifest TOPICS = new TopicManifest("killed.", 2, 1);
    private static final int REPOSITORIES = 40;
    private static final int BUILDS = 120;

    @TempDir
    Path folder;

    /// Dies after so many further scorecards as it was told, once.
    private static final class Deadly extends SimpleMeterRegistry {
        private final AtomicInteger left = new AtomicInteger();
        private final AtomicInteger deaths = new AtomicInteger();

        void dieAfter(int scorecards) {
            left.set(scorecards);
        }

        @Override
        protected Counter newCounter(Meter.Id id) {
            return id.getName().equals("plumbline_builds_scored_total") && "final".equals(id.getTag("phase"))
                    ? new CumulativeCounter(id) {
                        @Override
                        public void increment(double amount) {
                            super.increment(amount);
                            if (left.getAndUpdate(now -> Math.max(0, now - 1)) == 1) {
                                throw new InternalError("killed on purpose, the time " + deaths.incrementAndGet());
                            }
                        }
                    }
                    : super.newCounter(id);
        }
    }

    @Test
    void nothingIsScoredTwiceAndNothingIsLeftOut() throws Exception {
        try (var data = DataFolder.open(folder.resolve("broker"));
                var broker = EmbeddedBroker.start(data, reason -> {
                    throw new AssertionError("the broker gave up: " + reason);
                })) {
            Map<String, String> kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
            var publisher = written(kafka, broker.bootstrapServers());
            var registry = new Deadly();
            registry.dieAfter(BUILDS / 2);
            try (var _ =
                    AnalyzerApp.start(AnalyzerConfig.embedded(kafka, TOPICS, folder.resolve("state"), 1), registry)) {
                await().dontCatchUncaughtExceptions()
                        .pollInterval(Duration.ofSeconds(1))
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> scorecards(broker.bootstrapServers()).size() == BUILDS);
                assertThat(registry.deaths).hasValue(1);
                registry.dieAfter(REPOSITORIES / 2);
                publisher.publish(gated(), "grace");
                await().dontCatchUncaughtExceptions()
                        .pollInterval(Duration.ofSeconds(1))
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> finished(broker.bootstrapServers()).size() == TOPICS.partitions());
            }

            assertThat(registry.deaths).hasValue(2);
            var scored = scorecards(broker.bootstrapServers());
            assertThat(scored).hasSize(BUILDS + REPOSITORIES).doesNotHaveDuplicates();
            assertThat(scored.stream().filter(id -> id.endsWith(".2"))).hasSize(REPOSITORIES);
            assertThat(changes(broker.bootstrapServers())).isNotEmpty().doesNotHaveDuplicates();
            assertThat(finished(broker.bootstrapServers()).stream()
                            .mapToInt(one -> one.counts().rescored())
                            .sum())
                    .isEqualTo(REPOSITORIES);
        }
    }

    private static StandardsPublisher written(Map<String, String> kafka, String bootstrap) throws InterruptedException {
        try (var manifest = Topics.connect(kafka, TOPICS)) {
            manifest.apply();
        }
        var publisher = StandardsPublisher.of(kafka, TOPICS, Clock.systemUTC());
        ShippedPublication.publish(publisher);
        var start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        Filling.fill(
                bootstrap,
                TOPICS.name(Topic.EVIDENCE),
                new Workload(new Workload.Setting(7, REPOSITORIES, 1), Benchmark.enabledRules(), start),
                BUILDS);
        return publisher;
    }

    /// The shipped binding for Python, a step stricter.
    private static Binding gated() {
        var shipped = ShippedStandards.bindings().stream()
                .map(published -> published.binding())
                .filter(binding -> binding.id().equals("default"))
                .findFirst()
                .orElseThrow();
        return new Binding(
                shipped.id(),
                shipped.revision(),
                shipped.standard(),
                shipped.version(),
                shipped.selection(),
                new Binding.Enforcement(
                        Step.GATE, Instant.EPOCH, shipped.enforcement().requiredLevel()),
                shipped.params());
    }

    /// {@return build and revision of every committed scorecard}
    private static List<String> scorecards(String bootstrap) {
        return new Log(bootstrap, TOPICS)
                .read(Topic.SCORECARDS).stream()
                        .map(record -> Log.header(record, Envelope.ID))
                        .toList();
    }

    /// {@return id and type of every committed change}
    private static List<String> changes(String bootstrap) {
        return new Log(bootstrap, TOPICS)
                .read(Topic.CHANGES).stream()
                        .filter(record ->
                                !Log.header(record, Envelope.TYPE).equals(EventType.RESCORING_FINISHED.type()))
                        .map(record -> Log.header(record, Envelope.ID) + " " + Log.header(record, Envelope.TYPE))
                        .toList();
    }

    /// {@return the ends of the re-scoring that the test set off}
    private static List<RescoringFinished> finished(String bootstrap) {
        return new Log(bootstrap, TOPICS)
                .read(Topic.CHANGES).stream()
                        .filter(record -> Log.header(record, Envelope.TYPE).equals(EventType.RESCORING_FINISHED.type()))
                        .map(record -> Codec.RESCORING_FINISHED.decode(record.value()))
                        .filter(one -> one.counts().rescored() > 0)
                        .toList();
    }
}
