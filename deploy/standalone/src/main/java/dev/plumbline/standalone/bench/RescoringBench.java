package dev.plumbline.standalone.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.analyzer.AnalyzerApp;
import dev.plumbline.analyzer.AnalyzerConfig;
import dev.plumbline.analyzer.publish.ShippedPublication;
import dev.plumbline.analyzer.publish.StandardsPublisher;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.broker.EmbeddedBroker;
import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.Ports;
import dev.plumbline.standalone.token.OwnTokens;
import dev.plumbline.standalone.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.CommonClientConfigs;

/// How much longer uploads take while all repositories are judged again: an installation is filled with one
/// build of each repository, then started as a process of its own; single uploads are timed in quiet, then
/// a binding to the standard of all of them is published at a stricter step, and it is timed how long that
/// takes while nothing else goes on; then it is published at the former step, and further uploads are timed
/// while that is worked off.
public final class RescoringBench {
    private static final Duration PATIENCE = Duration.ofMinutes(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final String RESCORINGS = "/api/v1/standards?limit=500";

    private final Plan plan;
    private final Consumer<String> progress;

    public RescoringBench(Plan plan, Consumer<String> progress) {
        this.plan = plan;
        this.progress = progress;
    }

    /// @param uploads that are timed in quiet, and at most as many meanwhile
    /// @param folder for everything that the run writes; empty
    public record Plan(int repositories, int uploads, long seed, int threads, Path folder) {
        public Plan {
            if (repositories < 1 || uploads < 1 || threads < 1) {
                throw new IllegalArgumentException("a benchmark needs at least one of everything");
            }
        }
    }

    /// What a run measured.
    ///
    /// @param ratioP50 of the two medians: while judging again by in quiet
    /// @param ratioP99 of the two 99th percentiles
    /// @param aloneSeconds how long judging all of them again took while nothing was uploaded
    /// @param uploadsMeanwhile how many were timed before the re-scoring was done
    /// @param rescored components that the re-scoring had judged, of partitions that were done, when the
    ///     last was timed
    /// @param done whether the re-scoring ended before all uploads were timed
    public record Figures(
            int repositories,
            Quantiles quiet,
            Quantiles rescoring,
            double ratioP50,
            double ratioP99,
            double aloneSeconds,
            int uploadsMeanwhile,
            int rescored,
            boolean done) {}

    /// In seconds, nearest rank.
    public record Quantiles(double latencyP50Seconds, double latencyP99Seconds) {
        static Quantiles of(Latency latency) {
            return new Quantiles(latency.p50Seconds(), latency.p99Seconds());
        }
    }

    public Figures run() throws IOException, InterruptedException {
        Path folder = plan.folder().resolve("up");
        fill(folder);
        progress.accept("starting the installation");
        try (Child child = Child.start(folder, Ports.free())) {
            child.awaitReady();
            progress.accept("timing uploads in quiet");
            var quiet = Latency.measure(child, plan.uploads());
            String token = OwnTokens.read(folder.resolve(OwnTokens.ADMIN + ".token"));
            progress.accept("publishing a stricter binding, and waiting until it is worked off");
            double alone = alone(child, token);
            progress.accept("publishing the former binding, and timing uploads while it is worked off");
            var published = publish(child, token, Step.WARN);
            var timed = Latency.whileTrue(child, plan.uploads(), () -> !published.isDone(child));
            var rescoring = published.rescoring(child);
            return new Figures(
                    plan.repositories(),
                    Quantiles.of(quiet),
                    Quantiles.of(timed.latency()),
                    timed.latency().p50Seconds() / quiet.p50Seconds(),
                    timed.latency().p99Seconds() / quiet.p99Seconds(),
                    alone,
                    timed.uploads(),
                    counted(rescoring.path("counts")),
                    Published.done(rescoring));
        }
    }

    private static double alone(Child child, String token) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var published = publish(child, token, Step.GATE);
        while (!published.isDone(child)) {
            Thread.sleep(BETWEEN_LOOKS);
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private void fill(Path folder) throws IOException, InterruptedException {
        var topics = TopicManifest.embedded();
        try (var data = DataFolder.open(folder);
                var broker = EmbeddedBroker.start(data, progress)) {
            var kafka = Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers());
            try (var manifest = Topics.connect(kafka, topics)) {
                manifest.apply();
            }
            ShippedPublication.publish(StandardsPublisher.of(kafka, topics, Clock.systemUTC()));
            progress.accept("writing one build of each of " + plan.repositories() + " repositories");
            Filling.fill(
                    broker.bootstrapServers(),
                    topics.name(Topic.EVIDENCE),
                    new Workload(
                            new Workload.Setting(plan.seed(), plan.repositories(), 0),
                            Benchmark.enabledRules(),
                            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(plan.repositories() / 100 + 1)),
                    plan.repositories());
            progress.accept("scoring them");
            var config = AnalyzerConfig.embedded(kafka, topics, data.folder("analyzer"), plan.threads());
            try (var _ = AnalyzerApp.start(config, new SimpleMeterRegistry())) {
                Reading.until(
                        broker.bootstrapServers(), topics.name(Topic.SCORECARDS), plan.repositories(), 1, PATIENCE);
            }
        }
    }

    /// Another step is news for every repository that the binding names.
    private static Published publish(Child child, String token, Step step) throws IOException, InterruptedException {
        var shipped = ShippedStandards.bindings().stream()
                .map(published -> published.binding())
                .filter(binding -> binding.id().equals("default"))
                .findFirst()
                .orElseThrow();
        var enforcement = shipped.enforcement();
        var other = new Binding(
                shipped.id(),
                shipped.revision(),
                shipped.standard(),
                shipped.version(),
                shipped.selection(),
                new Binding.Enforcement(step, Instant.EPOCH, enforcement.requiredLevel()),
                shipped.params());
        // a whole second earlier than any way of writing the moment of the publication
        var before = Instant.now().minusSeconds(1);
        var answer = child.send(HttpRequest.newBuilder(child.server().resolve("/api/v1/bindings/" + shipped.id()))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(Codec.BINDING.encode(other)))
                .build());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(
                    "the binding was answered with " + answer.statusCode() + " " + answer.body());
        }
        return new Published(shipped.standard().value(), before);
    }

    /// A binding that makes everything be judged again.
    ///
    /// @param before a moment between its publication and all others
    private record Published(String standard, Instant before) {
        private static final JsonMapper JSON = JsonMapper.builder().build();

        boolean isDone(Child child) throws IOException, InterruptedException {
            return done(rescoring(child));
        }

        static boolean done(JsonNode rescoring) {
            return "DONE".equals(rescoring.path("state").asText());
        }

        /// {@return what the installation says of its re-scoring; an empty object before the first
        /// partition is done}
        JsonNode rescoring(Child child) throws IOException, InterruptedException {
            var answer = child.send(
                    HttpRequest.newBuilder(child.server().resolve(RESCORINGS)).build());
            for (var known : JSON.readTree(answer.body()).path("items")) {
                for (var rescoring : known.path("rescorings")) {
                    if (rescoring.path("standard").asText().equals(standard)
                            && Instant.parse(rescoring.path("at").asText()).isAfter(before)) {
                        return rescoring;
                    }
                }
            }
            return JSON.createObjectNode();
        }
    }

    private static int counted(JsonNode counts) {
        int all = 0;
        for (var count : counts) {
            all += count.asInt();
        }
        return all;
    }
}
