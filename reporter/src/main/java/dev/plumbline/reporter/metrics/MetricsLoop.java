package dev.plumbline.reporter.metrics;

import dev.plumbline.reporter.projection.Pace;
import dev.plumbline.reporter.projection.ProjectionFeed;
import dev.plumbline.reporter.projection.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shows new pictures every other second, or less often where there are so many series that it takes long,
/// and an unchanged one every minute, since darkness comes with time alone.
public final class MetricsLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MetricsLoop.class);
    private static final Duration ANYWAY = Duration.ofMinutes(1);
    private static final long PERIOD_SECONDS = 2;
    /// Making the series takes a twentieth of the time at most, but they are never older than two scrapes.
    private static final int REST = 19;

    private static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reporter-metrics").daemon().factory());
    private final ProjectionFeed feed;
    private final ReporterMetrics metrics;
    private final InstantSource clock;
    private final Pace pace = new Pace(REST, LONGEST_REST, System::nanoTime);
    private long shown = -1;
    private Instant shownAt = Instant.MIN;

    private MetricsLoop(ProjectionFeed feed, ReporterMetrics metrics, InstantSource clock) {
        this.feed = feed;
        this.metrics = metrics;
        this.clock = clock;
    }

    public static MetricsLoop start(ProjectionFeed feed, ReporterMetrics metrics, InstantSource clock) {
        var loop = new MetricsLoop(feed, metrics, clock);
        var _ = loop.timer.scheduleWithFixedDelay(loop::round, 0, PERIOD_SECONDS, TimeUnit.SECONDS);
        return loop;
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private void round() {
        try {
            ReadModel model = feed.picture();
            Instant now = clock.instant();
            boolean changed = model.version() != shown || shownAt.isBefore(now.minus(ANYWAY));
            if (feed.current() && changed && pace.due()) {
                pace.run(() -> metrics.show(model, now));
                shown = model.version();
                shownAt = now;
            }
        } catch (RuntimeException e) { // boundary: a timer that throws never runs again
            LOG.error("The metrics could not be made from the read model.", e);
        }
    }
}
