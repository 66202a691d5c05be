package dev.plumbline.reporter.projection;

import dev.plumbline.http.Health;
import dev.plumbline.model.wire.TopicManifest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the log from its beginning with one consumer and one thread, and keeps the newest picture. States,
/// in this order: catching up → current → stopped or failed.
public final class ProjectionFeed implements Health, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);
    /// Each picture copies the map of repositories: they take a tenth of the time at most.
    private static final int REST = 9;

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final RecordReader reader;
    private final Follower follower;
    private final Projection projection = new Projection();
    private final Pace pace = new Pace(REST, LONGEST_REST, System::nanoTime);
    /// What followers will hear of once the picture shows it.
    private final List<Recorded> untold = new ArrayList<>();
    private final AtomicReference<ReadModel> picture = new AtomicReference<>(ReadModel.EMPTY);
    private final Thread thread;
    private volatile boolean current;
    private volatile boolean stopping;
    private volatile @Nullable String failure;

    private ProjectionFeed(
            Consumer<String, byte[]> consumer, TopicManifest topics, RecordReader reader, Follower follower) {
        this.consumer = consumer;
        this.reader = reader;
        this.follower = follower;
        this.partitions = RecordReader.TOPICS.stream()
                .flatMap(topic -> LogClient.partitions(topics.name(topic), topics.partitions()).stream())
                .toList();
        this.thread = Thread.ofPlatform().name("reporter-projection").unstarted(this::run);
    }

    /// @param consumer owned by the feed from now on
    public static ProjectionFeed start(
            Consumer<String, byte[]> consumer, TopicManifest topics, RecordReader reader, Follower follower) {
        var feed = new ProjectionFeed(consumer, topics, reader, follower);
        feed.thread.start();
        return feed;
    }

    public ReadModel picture() {
        return picture.get();
    }

    /// Whether everything that lay on the log at the start has been read.
    public boolean current() {
        return current;
    }

    @Override
    public List<String> problems() {
        String failed = failure;
        if (failed != null) {
            return List.of("the read model stopped: " + failed);
        }
        return current ? List.of() : List.of("the read model is still reading the log");
    }

    @Override
    public void close() {
        stopping = true;
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (!stopping) {
                fold();
                if (!current && caughtUp(ends)) {
                    show();
                    current = true;
                    LOG.info(
                            "The read model is current: {} repositories.",
                            picture().repositories().size());
                }
            }
        } catch (WakeupException e) {
            if (!stopping) {
                fail(e);
            }
        } catch (KafkaException | IllegalStateException e) {
            fail(e);
        }
    }

    private void fold() {
        boolean behind = projection.version() > picture().version();
        for (ConsumerRecord<String, byte[]> kafka : consumer.poll(behind ? shorter(POLL, pace.untilDue()) : POLL)) {
            reader.read(kafka).ifPresent(recorded -> {
                projection.apply(recorded);
                if (current) {
                    untold.add(recorded);
                }
            });
        }
        if (projection.version() > picture().version() && pace.due()) {
            show();
            untold.forEach(this::tell);
            untold.clear();
        }
    }

    private void show() {
        pace.run(() -> picture.set(projection.picture()));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private void tell(Recorded recorded) {
        switch (recorded) {
            case Recorded.Scored(var scored, var _)
            when scored.state().closed() -> follower.finalOf(new Judged(scored, BuildOrder.of(scored)));
            case Recorded.Changed(var change) -> follower.changed(change);
            case Recorded.Scored _,
                    Recorded.Rescored _,
                    Recorded.Catalogued _,
                    Recorded.Aliased _,
                    Recorded.Published _,
                    Recorded.Bound _,
                    Recorded.Withdrawn _,
                    Recorded.Decided _ -> {}
        }
    }

    private boolean caughtUp(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void fail(RuntimeException cause) {
        failure = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        LOG.error("The read model stopped; restart the reporter once the cause is gone.", cause);
    }
}
