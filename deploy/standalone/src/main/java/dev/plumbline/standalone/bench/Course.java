package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.analyzer.publish.ShippedPublication;
import dev.plumbline.analyzer.publish.StandardsPublisher;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.bench.Reading.Pace;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/// A broker with a workload on its evidence topic, over which the analyzer and other topologies run one
/// after the other.
final class Course {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration SESSION = Duration.ofSeconds(6);

    private final Benchmark.Plan plan;
    private final Consumer<String> progress;
    private final TopicManifest topics =
            new TopicManifest("bench.", TopicManifest.embedded().partitions(), 1);
    private final EmbeddedBroker broker;
    private double recordBytes;

    private Course(Benchmark.Plan plan, EmbeddedBroker broker, Consumer<String> progress) {
        this.plan = plan;
        this.broker = broker;
        this.progress = progress;
    }

    /// @param broker nothing is on it
    /// @param steps that will run besides the analyzer
    static Course prepare(Benchmark.Plan plan, EmbeddedBroker broker, List<Step> steps, Consumer<String> progress)
            throws InterruptedException {
        var course = new Course(plan, broker, progress);
        course.fill(steps);
        return course;
    }

    private void fill(List<Step> steps) throws InterruptedException {
        createTopics(steps);
        // before the evidence: what was published later does not judge what came earlier
        ShippedPublication.publish(StandardsPublisher.of(kafka(), topics, Clock.systemUTC()));
        progress.accept("writing " + plan.total() + " records of " + plan.repositories() + " repositories");
        recordBytes = Filling.fill(
                broker.bootstrapServers(),
                topics.name(Topic.EVIDENCE),
                new Workload(
                        new Workload.Setting(plan.seed(), plan.repositories(), plan.turning()),
                        Benchmark.enabledRules(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(plan.total() / 100)),
                plan.total());
    }

    /// {@return mean size of a record}
    double recordBytes() {
        return recordBytes;
    }

    Pace score() {
        progress.accept("scoring");
        var config = AnalyzerConfig.embedded(kafka(), topics, plan.folder().resolve("analyzer-state"), plan.threads());
        try (var _ = AnalyzerApp.start(config, new SimpleMeterRegistry())) {
            return read(topics.name(Topic.SCORECARDS));
        }
    }

    RuleShares ruleShares(int sampled) {
        return RuleShares.of(broker.bootstrapServers(), topics.name(Topic.SCORECARDS), sampled);
    }

    /// {@return the first scorecards that were written}
    List<byte[]> scorecards(int limit) {
        var first = new ArrayList<byte[]>();
        Reading.first(broker.bootstrapServers(), topics.name(Topic.SCORECARDS), limit, first::add);
        return first;
    }

    Pace pass(Stepping work) {
        progress.accept(
                work.step() == Step.COPYING
                        ? "passing the same bytes through"
                        : work.step().title());
        var setting = new Copying.Setting(plan.folder().resolve("copying-state"), SESSION, plan.threads());
        var way = new Copying.Way(topics.name(Topic.EVIDENCE), work, topic(work.step()));
        try (var _ = Copying.start(broker.bootstrapServers(), topics, way, setting)) {
            return read(way.to());
        }
    }

    private Pace read(String topic) {
        return Reading.until(broker.bootstrapServers(), topic, plan.total(), plan.warmUp(), PATIENCE);
    }

    private Map<String, String> kafka() {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
    }

    private String topic(Step step) {
        return topics.prefix() + step.title();
    }

    private void createTopics(List<Step> steps) throws InterruptedException {
        try (var manifest = Topics.connect(kafka(), topics)) {
            manifest.apply();
        }
        var more = steps.stream()
                .map(step -> new NewTopic(topic(step), topics.partitions(), (short) topics.replication())
                        .configs(Topic.SCORECARDS.settings()))
                .toList();
        try (var admin = Admin.create(Map.<String, Object>copyOf(kafka()))) {
            admin.createTopics(more).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the benchmark's topics could not be made: " + e.getMessage(), e);
        }
    }
}
