package dev.plumbline.analyzer;

import dev.plumbline.analyzer.failure.ThreadBudget;
import dev.plumbline.analyzer.publish.PublishRoutes;
import dev.plumbline.analyzer.publish.ShippedPublication;
import dev.plumbline.analyzer.publish.StandardsPublisher;
import dev.plumbline.analyzer.topology.AnalyzerMeters;
import dev.plumbline.analyzer.topology.AnalyzerTopology;
import dev.plumbline.analyzer.topology.CompiledStandards;
import dev.plumbline.analyzer.topology.ScoringSettings;
import dev.plumbline.analyzer.topology.StreamsSettings;
import dev.plumbline.http.Health;
import dev.plumbline.http.Opened;
import dev.plumbline.http.Route;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The analyzer of one process: publishes what is shipped, then runs the topology until it is closed.
public final class AnalyzerApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AnalyzerApp.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(20);
    private static final int THREAD_REPLACEMENTS = 5;
    private static final Duration THREAD_BUDGET = Duration.ofMinutes(10);
    /// So many records cannot all be at fault.
    private static final int SUSPICIOUS_FAILURES = 1_000;

    private final KafkaStreams streams;
    private final StandardsPublisher publisher;
    private final ThreadBudget budget;
    private final AnalyzerMeters meters;

    private AnalyzerApp(
            KafkaStreams streams, StandardsPublisher publisher, ThreadBudget budget, AnalyzerMeters meters) {
        this.streams = streams;
        this.publisher = publisher;
        this.budget = budget;
        this.meters = meters;
    }

    public static AnalyzerApp start(AnalyzerConfig config, MeterRegistry registry) {
        return start(config, registry, Preparation.begin());
    }

    /// @param preparation begun earlier, beside other work
    public static AnalyzerApp start(AnalyzerConfig config, MeterRegistry registry, Preparation preparation) {
        InstantSource clock = Clock.systemUTC();
        // an answer for people alone: the start does not wait for it
        Thread.ofVirtual()
                .name("transaction-probe")
                .start(() -> LOG.info(TransactionProbe.ask(config.kafka()).sentence()));
        var publisher = StandardsPublisher.of(config.kafka(), config.topics(), clock);
        ShippedPublication.publish(publisher, preparation.shipped());
        var meters = AnalyzerMeters.in(registry);
        var budget = new ThreadBudget(clock, THREAD_REPLACEMENTS, THREAD_BUDGET);
        try (var opened = new Opened()) {
            var streams = opened.add(streams(config, meters, preparation.compiled()));
            streams.setUncaughtExceptionHandler(budget);
            register(streams, registry);
            streams.start();
            opened.keep();
            return new AnalyzerApp(streams, publisher, budget, meters);
        }
    }

    private static KafkaStreams streams(AnalyzerConfig config, AnalyzerMeters meters, CompiledStandards compiled) {
        var settings = StreamsSettings.of(
                config.applicationId(),
                config.topics(),
                config.stateDir(),
                config.workers().session(),
                config.workers().threads());
        return new KafkaStreams(
                AnalyzerTopology.build(
                        config.topics(),
                        new ScoringSettings(config.buildWindow(), config.tolerance(), meters),
                        compiled),
                StreamsSettings.with(settings, config.kafka()));
    }

    /// Of the hundreds of figures that Kafka Streams keeps, the ones that an operator acts on.
    private static void register(KafkaStreams streams, MeterRegistry registry) {
        Gauge.builder(
                        "plumbline_analyzer_running",
                        streams,
                        running -> running.state().isRunningOrRebalancing() ? 1 : 0)
                .description("Whether the analyzer's topology runs")
                .register(registry);
        Gauge.builder("plumbline_analyzer_lag_records", streams, AnalyzerApp::lag)
                .description("How many records of the log the analyzer is behind, on its slowest partition")
                .register(registry);
    }

    private static double lag(KafkaStreams streams) {
        return streams.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("records-lag-max"))
                .map(metric -> metric.getValue().metricValue())
                .filter(Double.class::isInstance)
                .mapToDouble(Double.class::cast)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    public List<Route> routes() {
        return PublishRoutes.of(publisher);
    }

    public Health health() {
        return this::problems;
    }

    private List<String> problems() {
        var problems = new ArrayList<>(budget.problems());
        var state = streams.state();
        if (state != KafkaStreams.State.RUNNING && problems.isEmpty()) {
            problems.add("The analyzer is not running yet or no more: it is " + state + ".");
        }
        int failed = meters.failedInARow().get();
        if (failed >= SUSPICIOUS_FAILURES) {
            problems.add(
                    "The last " + failed + " records all went to the dead letters; their reasons are on that topic.");
        }
        return problems;
    }

    /// Leaves the group, so that the next start need not wait for this session to run out.
    @Override
    public void close() {
        boolean closed =
                streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                        .withTimeout(CLOSE_PATIENCE));
        if (!closed) {
            LOG.warn(
                    "The analyzer did not stop within {}; what it had not committed is processed again.",
                    CLOSE_PATIENCE);
        }
    }
}
