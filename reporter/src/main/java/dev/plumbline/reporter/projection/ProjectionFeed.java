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
    /// While catching up, a picture is taken only so often: each copies the map of repositories.
    private static final int RECORDS_BETWEEN_PICTURES = 5_000;

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final RecordReader reader;
    private final Follower follower;
    private final Projection projection = new Projection();
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
                    current = true;
                    picture.set(projection.picture());
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
        var told = new ArrayList<Recorded>();
        for (ConsumerRecord<String, byte[]> kafka : consumer.poll(POLL)) {
            reader.read(kafka).ifPresent(recorded -> {
                projection.apply(recorded);
                told.add(recorded);
            });
        }
        long behind = projection.version() - picture().version();
        if (behind > (current ? 0 : RECORDS_BETWEEN_PICTURES)) {
            picture.set(projection.picture());
        }
        if (current) {
            told.forEach(this::tell);
        }
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
