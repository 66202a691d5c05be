package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.analyzer.publish.ShippedPublication;
import dev.plumbline.analyzer.publish.StandardsPublisher;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
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
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;

/// Builds scored a second by how many repositories there are, one after the other: each with a broker, state and a
/// workload of its own. The clock starts when every repository has had a build.
public final class CurveBench {
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private final Plan plan;
    private final Consumer<String> progress;

    public CurveBench(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /// @param repositories of each point
    /// @param records that are measured at each point; what goes before comes on top
    /// @param warmUp builds that go before the clock starts, and no fewer than one of each repository
    /// @param folder for everything that the run writes; empty
    public record Plan(
            List<Integer> repositories, int records, int warmUp, long seed, double turning, int threads, Path folder) {
        public Plan {
            repositories = List.copyOf(repositories);
            boolean none = repositories.isEmpty() || repositories.stream().anyMatch(number -> number < 1);
            if (none || records < 1 || warmUp < 1 || threads < 1) {
                throw new IllegalArgumentException("a benchmark needs at least one of everything");
            }
            if (Set.copyOf(repositories).size() < repositories.size()) {
                throw new IllegalArgumentException("each point of the curve has a number of repositories of its own");
            }
            if (!(turning >= 0 && turning <= 1)) {
                throw new IllegalArgumentException("a share lies between 0 and 1, not at " + turning);
            }
        }
    }

    /// @param stateBytesPerRepository of RocksDB's table files after a clean stop
    /// @param changelogBytesPerBuild of the changelogs' segments, by the builds scored, the first ones
    ///     included
    public record Point(
            int repositories, double scoredPerSecond, double stateBytesPerRepository, double changelogBytesPerBuild) {}

    /// @param spread how far the slowest point is below the fastest, as a share of the fastest
    public record Figures(List<Point> points, double spread) {
        public Figures {
            points = List.copyOf(points);
        }

        static Figures of(List<Point> points) {
            double fastest =
                    points.stream().mapToDouble(Point::scoredPerSecond).max().orElseThrow();
            double slowest =
                    points.stream().mapToDouble(Point::scoredPerSecond).min().orElseThrow();
            return new Figures(points, (fastest - slowest) / fastest);
        }
    }

    public Figures run() throws IOException, InterruptedException {
        // nobody looks at this one: the virtual machine is cold, and the first point would say only that
        point("warm.", plan.repositories().getFirst());
        var points = new ArrayList<Point>();
        for (int repositories : plan.repositories()) {
            points.add(point("curve" + repositories + ".", repositories));
        }
        return Figures.of(points);
    }

    /// On a broker of its own, which has nothing to compact of the points before.
    private Point point(String prefix, int repositories) throws IOException, InterruptedException {
        try (var data = DataFolder.open(plan.folder().resolve("broker-" + prefix));
                var broker = EmbeddedBroker.start(data, progress)) {
            return point(broker.bootstrapServers(), prefix, repositories);
        }
    }

    private Point point(String bootstrap, String prefix, int repositories) throws IOException, InterruptedException {
        var kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        var topics = new TopicManifest(prefix, TopicManifest.embedded().partitions(), 1);
        try (var manifest = Topics.connect(kafka, topics)) {
            manifest.apply();
        }
        // before the evidence: what was published later does not judge what came earlier
        ShippedPublication.publish(StandardsPublisher.of(kafka, topics, Clock.systemUTC()));
        int before = Math.max(repositories, plan.warmUp());
        int total = before + plan.records();
        progress.accept("writing " + total + " records of " + repositories + " repositories");
        Filling.fill(
                bootstrap,
                topics.name(Topic.EVIDENCE),
                new Workload(
                        new Workload.Setting(plan.seed(), repositories, plan.turning()),
                        Benchmark.enabledRules(),
                        Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(total / 100)),
                total);
        progress.accept("scoring");
        var state = plan.folder().resolve("state-" + prefix);
        var config = AnalyzerConfig.embedded(kafka, topics, state, plan.threads());
        double perSecond;
        try (var _ = AnalyzerApp.start(config, new SimpleMeterRegistry())) {
            perSecond = Reading.until(bootstrap, topics.name(Topic.SCORECARDS), total, before, PATIENCE)
                    .perSecond();
        }
        var left = Footprint.of(state, kafka, config.applicationId());
        return new Point(
                repositories, perSecond, (double) left.state() / repositories, (double) left.changelog() / total);
    }
}
