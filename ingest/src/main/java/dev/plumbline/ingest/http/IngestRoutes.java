package dev.plumbline.ingest.http;

import dev.plumbline.http.Route;
import dev.plumbline.ingest.await.Verdicts;
import dev.plumbline.ingest.identity.Repositories;
import dev.plumbline.ingest.publish.EvidencePublisher;
import dev.plumbline.ingest.report.ReadingDesk;
import dev.plumbline.ingest.store.ReportStore;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/// All routes of ingest.
public final class IngestRoutes {
    private IngestRoutes() {}

    /// What uploads pass through.
    public record Parts(
            ReadingDesk desk,
            ReportStore store,
            Repositories repositories,
            EvidencePublisher publisher,
            Verdicts verdicts) {}

    /// Where uploads may lie while they are read, and how much.
    ///
    /// @param spill a folder for parts that are too large for memory
    /// @param free whether the disk has room for more
    public record Room(UploadLimits limits, Path spill, BooleanSupplier free) {}

    public static List<Route> of(Parts parts, Room room, InstantSource clock, MeterRegistry meters) {
        var uploads = new Uploads(parts, clock);
        return Stream.concat(
                        new UploadRoutes(uploads, room, new UploadMeters(meters)).routes().stream(),
                        new ReportRoutes(parts.store()).routes().stream())
                .toList();
    }
}
