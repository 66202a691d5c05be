package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/// Reads one record of the scorecards topic at a time. One consumer, one reader at a time: looking at an old build is
/// rare.
public final class LogArchive implements BuildArchive, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<String, byte[]> consumer;
    private final String topic;
    private final RecordReader reader;
    private final ReentrantLock lock = new ReentrantLock();

    /// @param consumer owned by the archive from now on
    public LogArchive(Consumer<String, byte[]> consumer, TopicManifest topics, RecordReader reader) {
        this.consumer = consumer;
        this.topic = topics.name(Topic.SCORECARDS);
        this.reader = reader;
    }

    @Override
    public Optional<BuildScored> at(LogPosition position) {
        lock.lock();
        try {
            var partition = new TopicPartition(topic, position.partition());
            consumer.assign(List.of(partition));
            if (consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L) > position.offset()) {
                return Optional.empty();
            }
            consumer.seek(partition, position.offset());
            return poll(position);
        } catch (OffsetOutOfRangeException e) {
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            consumer.close();
        } finally {
            lock.unlock();
        }
    }

    private Optional<BuildScored> poll(LogPosition position) {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += POLL.toMillis()) {
            for (var kafka : consumer.poll(POLL)) {
                return kafka.offset() == position.offset()
                                && reader.read(kafka).orElse(null) instanceof Recorded.Scored found
                        ? Optional.of(found.scored())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
