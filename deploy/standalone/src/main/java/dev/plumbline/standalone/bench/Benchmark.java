package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.analyzer.publish.ShippedPublication;
import dev.plumbline.analyzer.publish.StandardsPublisher;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.bench.Reading.Pace;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
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

/// One run: the analyzer and a bare pass-through over the same records on the same broker, one after the
/// other; then, in a process of its own, start-up and the way of single uploads.
///
/// The clock of a throughput starts when the warm-up's records have been read back, and stops when the last
/// one has. The pass-through runs second, on a broker and a virtual machine that are warm: what that
/// changes is in its favour.
public final class Benchmark {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final String COPY = "passthrough.v1";
    private static final int SAMPLED_SCORECARDS = 20_000;

    private final Plan plan;
    private final Consumer<String> progress;

    public Benchmark(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /// @param records that are measured; the warm-up's come on top
    /// @param turning of the evidence that changes, the share that is drawn anew instead of keeping to its
    ///     habit
    /// @param folder for everything that the run writes; empty
    public record Plan(
            int records,
            int warmUp,
            int repositories,
            int uploads,
            long seed,
            double turning,
            int threads,
            Path folder) {
        public Plan {
            if (records < 1 || warmUp < 1 || repositories < 1 || uploads < 1 || threads < 1) {
                throw new IllegalArgumentException("a benchmark needs at least one of everything");
            }
            if (!(turning >= 0 && turning <= 1)) {
                throw new IllegalArgumentException("a share lies between 0 and 1, not at " + turning);
            }
        }

        int total() {
            return records + warmUp;
        }
    }

    public Figures run() throws IOException, InterruptedException {
        var throughput = throughput();
        progress.accept("starting processes of their own for start-up, latency and uploads");
        return throughput.with(OneProcess.measure(plan.folder(), plan.uploads()));
    }

    private Throughput throughput() throws IOException, InterruptedException {
        var topics = new TopicManifest("bench.", TopicManifest.embedded().partitions(), 1);
        long before = System.nanoTime();
        try (var data = DataFolder.open(plan.folder().resolve("throughput"));
                var broker = EmbeddedBroker.start(data, progress)) {
            double brokerSeconds = (System.nanoTime() - before) / 1e9;
            var kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
            createTopics(kafka, topics);
            // before the evidence: what was published later does not judge what came earlier
            ShippedPublication.publish(StandardsPublisher.of(kafka, topics, Clock.systemUTC()));
            progress.accept("writing " + plan.total() + " records of " + plan.repositories() + " repositories");
            double recordBytes = Filling.fill(
                    broker.bootstrapServers(),
                    topics.name(Topic.EVIDENCE),
                    new Workload(
                            new Workload.Setting(plan.seed(), plan.repositories(), plan.turning()),
                            enabledRules(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(plan.total() / 100)),
                    plan.total());
            Pace scored = score(broker.bootstrapServers(), kafka, topics);
            var outcomes = RuleShares.of(broker.bootstrapServers(), topics.name(Topic.SCORECARDS), SAMPLED_SCORECARDS);
            Pace copied = copy(broker.bootstrapServers(), topics);
            return new Throughput(scored, copied, brokerSeconds, recordBytes, outcomes, plan.repositories());
        }
    }

    private Pace score(String bootstrap, Map<String, String> kafka, TopicManifest topics) {
        progress.accept("scoring");
        var config = AnalyzerConfig.embedded(kafka, topics, plan.folder().resolve("analyzer-state"), plan.threads());
        try (var _ = AnalyzerApp.start(config, new SimpleMeterRegistry())) {
            return Reading.until(bootstrap, topics.name(Topic.SCORECARDS), plan.total(), plan.warmUp(), PATIENCE);
        }
    }

    private Pace copy(String bootstrap, TopicManifest topics) {
        progress.accept("passing the same bytes through");
        var setting =
                new Copying.Setting(plan.folder().resolve("copying-state"), Duration.ofSeconds(6), plan.threads());
        String to = topics.prefix() + COPY;
        try (var _ = Copying.start(bootstrap, topics, topics.name(Topic.EVIDENCE), to, setting)) {
            return Reading.until(bootstrap, to, plan.total(), plan.warmUp(), PATIENCE);
        }
    }

    private static void createTopics(Map<String, String> kafka, TopicManifest topics) throws InterruptedException {
        try (var manifest = Topics.connect(kafka, topics)) {
            manifest.apply();
        }
        try (var admin = Admin.create(Map.<String, Object>copyOf(kafka))) {
            var copy = new NewTopic(topics.prefix() + COPY, topics.partitions(), (short) topics.replication())
                    .configs(Topic.SCORECARDS.settings());
            admin.createTopics(List.of(copy)).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the benchmark's topic could not be made: " + e.getMessage(), e);
        }
    }

    /// The rules of ruff that the shipped standards ask for: with these enabled every rule reaches its
    /// assertions.
    static List<String> enabledRules() {
        var rules = new ArrayList<String>();
        for (var standard : ShippedStandards.standards()) {
            standard.standard().rules().stream()
                    .map(Rule::requires)
                    .flatMap(List::stream)
                    .filter(requirement -> requirement.kind().equals(Kind.findings("ruff")))
                    .map(Requirement::rules)
                    .forEach(rules::addAll);
        }
        return rules.stream().distinct().sorted().toList();
    }
}
