package dev.plumbline.reporter;

import dev.plumbline.http.Health;
import dev.plumbline.http.Opened;
import dev.plumbline.http.Problem;
import dev.plumbline.http.Route;
import dev.plumbline.reporter.decide.CatalogPublisher;
import dev.plumbline.reporter.decide.CatalogRoutes;
import dev.plumbline.reporter.decide.DecisionPublisher;
import dev.plumbline.reporter.decide.DecisionRoutes;
import dev.plumbline.reporter.metrics.MetricsLoop;
import dev.plumbline.reporter.metrics.ReporterMetrics;
import dev.plumbline.reporter.notify.NotifierFeed;
import dev.plumbline.reporter.projection.LogArchive;
import dev.plumbline.reporter.projection.LogClient;
import dev.plumbline.reporter.projection.Pictures;
import dev.plumbline.reporter.projection.ProjectionFeed;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.projection.RecordReader;
import dev.plumbline.reporter.rest.BadgeRoutes;
import dev.plumbline.reporter.rest.EventStream;
import dev.plumbline.reporter.rest.RestRoutes;
import dev.plumbline.reporter.web.WebRoutes;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// The reporter as a running part of a process. The topics must be there before it starts.
public final class ReporterApp implements AutoCloseable {
    private final ProjectionFeed projection;
    private final @Nullable NotifierFeed notifier;
    private final Producer<String, byte[]> producer;
    private final LogArchive archive;
    private final EventStream events;
    private final MetricsLoop metrics;
    private final List<Route> routes;

    /// @param opened takes what is closed when the rest fails
    private ReporterApp(ReporterConfig config, MeterRegistry meters, Opened opened) {
        var reader = new RecordReader(config.topics());
        FunctionCounter.builder("plumbline.reporter.undecodable", reader, RecordReader::undecodable)
                .description("Records of the log that the reporter could not read and left out")
                .register(meters);
        this.events = new EventStream();
        this.producer = opened.add(producer(config.kafka()));
        this.archive = opened.add(new LogArchive(
                LogClient.consumer(config.kafka(), "plumbline-reporter-archive"), config.topics(), reader));
        this.projection = opened.add(ProjectionFeed.start(
                LogClient.consumer(config.kafka(), "plumbline-reporter-projection"), config.topics(), reader, events));
        this.notifier = notifier(config, meters);
        if (notifier != null) {
            opened.add(notifier);
        }
        this.metrics = opened.add(MetricsLoop.start(
                projection,
                new ReporterMetrics(meters, config.maxSeries(), config.darkAfter()),
                InstantSource.system()));
        this.routes = routes(
                new Pictures(
                        this::picture,
                        archive,
                        InstantSource.system(),
                        config.topics().partitions(),
                        config.darkAfter()),
                events,
                new CatalogPublisher(producer, config.topics()),
                new DecisionPublisher(producer, () -> transactional(config), config.topics()));
    }

    public static ReporterApp start(ReporterConfig config, MeterRegistry meters) {
        try (var opened = new Opened()) {
            var app = new ReporterApp(config, meters, opened);
            opened.keep();
            return app;
        }
    }

    public List<Route> routes() {
        return routes;
    }

    /// Healthy once the read model has caught up with the log as it was at the start.
    public Health health() {
        return () -> Stream.concat(
                        projection.problems().stream(),
                        notifier == null ? Stream.empty() : notifier.problems().stream())
                .toList();
    }

    /// Ends open event streams first, so that a server which is to stop after this has nothing to wait for.
    @Override
    public void close() {
        events.close();
        metrics.close();
        if (notifier != null) {
            notifier.close();
        }
        projection.close();
        archive.close();
        producer.close(Duration.ofSeconds(5));
    }

    /// All routes of the reporter.
    static List<Route> routes(
            Pictures pictures, EventStream events, CatalogPublisher publisher, DecisionPublisher decisions) {
        return Stream.of(
                        new RestRoutes(pictures, events).routes(),
                        new BadgeRoutes(pictures).routes(),
                        new CatalogRoutes(pictures, publisher).routes(),
                        new DecisionRoutes(pictures, decisions).routes(),
                        new WebRoutes(pictures).routes())
                .flatMap(List::stream)
                .toList();
    }

    private ReadModel picture() {
        if (!projection.current()) {
            throw Problem.unavailable("The read model is still being read from the log.");
        }
        return projection.picture();
    }

    private @Nullable NotifierFeed notifier(ReporterConfig config, MeterRegistry meters) {
        if (config.webhook() == null) {
            return null;
        }
        var log = new NotifierFeed.Log(
                LogClient.consumer(config.kafka(), "plumbline-reporter-notifier"), producer, config.topics());
        return NotifierFeed.start(log, config.webhook(), projection, meters);
    }

    private static Producer<String, byte[]> producer(Map<String, String> kafka) {
        return new KafkaProducer<>(settings(kafka), new StringSerializer(), new ByteArraySerializer());
    }

    private static Producer<String, byte[]> transactional(ReporterConfig config) {
        var settings = settings(config.kafka());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "plumbline-reporter-decisions");
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, config.topics().prefix() + "decisions-publisher");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 10_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static Map<String, Object> settings(Map<String, String> kafka) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, "plumbline-reporter");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 10_000);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
        return settings;
    }
}
