package dev.plumbline.ingest;

import dev.plumbline.http.Health;
import dev.plumbline.http.Opened;
import dev.plumbline.http.Route;
import dev.plumbline.ingest.await.ScorecardWatch;
import dev.plumbline.ingest.http.IngestRoutes;
import dev.plumbline.ingest.publish.BrokerHealth;
import dev.plumbline.ingest.publish.EvidencePublisher;
import dev.plumbline.ingest.publish.IdentityLog;
import dev.plumbline.ingest.report.ReadingDesk;
import dev.plumbline.ingest.report.format.Formats;
import dev.plumbline.ingest.report.syntax.Limits;
import dev.plumbline.ingest.store.ReportStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The ingest service. Topics must exist before it starts.
public final class IngestApp implements AutoCloseable {
    /// For one report file. An honest file of the largest size that is accepted takes about a second.
    private static final Duration READING_DEADLINE = Duration.ofSeconds(10);

    private final ReadingDesk desk;
    private final EvidencePublisher publisher;
    private final IdentityLog identities;
    private final ScorecardWatch watch;
    private final BrokerHealth broker;
    private final DiskRoom disk;
    private final List<Route> routes;

    /// @param opened takes what is closed when the rest fails
    private IngestApp(IngestConfig config, ReportStore store, Path spill, MeterRegistry meters, Opened opened) {
        int readers = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
        this.desk = opened.add(new ReadingDesk(Formats.readers(), readers, READING_DEADLINE, Limits.KEPT_BYTES));
        this.publisher = opened.add(EvidencePublisher.connect(config.kafka(), config.topics()));
        this.identities = opened.add(IdentityLog.connect(config.kafka(), config.topics(), InstantSource.system()));
        this.watch = opened.add(ScorecardWatch.connect(config.kafka(), config.topics()));
        this.broker = opened.add(BrokerHealth.connect(config.kafka()));
        this.disk = new DiskRoom(store, config.data(), config.freeBytesFloor());
        this.routes = IngestRoutes.of(
                new IngestRoutes.Parts(desk, store, identities, publisher, watch),
                new IngestRoutes.Room(config.limits(), spill, disk),
                InstantSource.system(),
                meters);
    }

    /// @throws IOException when the data folder cannot be used
    public static IngestApp start(IngestConfig config, MeterRegistry meters) throws IOException {
        var store = ReportStore.open(config.data().resolve("reports"));
        var spill = emptied(config.data().resolve("incoming"));
        try (var opened = new Opened()) {
            var app = new IngestApp(config, store, spill, meters, opened);
            opened.keep();
            return app;
        }
    }

    public List<Route> routes() {
        return routes;
    }

    public Health health() {
        return () -> Stream.of(broker, disk, identities)
                .flatMap(part -> part.problems().stream())
                .toList();
    }

    /// Call it when no request is being answered any more.
    @Override
    public void close() {
        desk.close();
        publisher.close();
        identities.close();
        watch.close();
        broker.close();
    }

    /// Parts of uploads that a stop cut off are of no use to anybody.
    private static Path emptied(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        return folder;
    }
}
