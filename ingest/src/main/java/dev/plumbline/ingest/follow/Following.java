package dev.plumbline.ingest.follow;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Follows all partitions of one topic, in no group: every process sees every record. A failure of the log
/// does not end it; it goes on where it was.
public final class Following implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Following.class);
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final Consumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions;
    private final Follower follower;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    /// Who is told; by one thread, the only one that may use the consumer.
    public interface Follower {
        /// Where to read from. Called until it succeeds once.
        void place(List<TopicPartition> partitions);

        void saw(ConsumerRecord<String, byte[]> record);

        /// Everything that has come so far was seen.
        default void caughtUp() {}

        /// {@return for the log of a failure: what does not work meanwhile}
        String withoutIt();
    }

    /// Starts to read, on a thread of that name.
    ///
    /// @param consumer owned by this from now on
    public static Following start(
            String name, Consumer<String, byte[]> consumer, String topic, int partitions, Follower follower) {
        var following = new Following(name, consumer, topic, partitions, follower);
        following.thread.start();
        return following;
    }

    private Following(String name, Consumer<String, byte[]> consumer, String topic, int partitions, Follower follower) {
        this.consumer = consumer;
        this.partitions = IntStream.range(0, partitions)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
        this.follower = follower;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    @Override
    public void close() {
        closing.countDown();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        boolean placed = false;
        try (consumer) {
            consumer.assign(partitions);
            while (closing.getCount() > 0) {
                try {
                    if (!placed) {
                        follower.place(partitions);
                        placed = true;
                    }
                    consumer.poll(POLL).forEach(follower::saw);
                    follower.caughtUp();
                } catch (WakeupException e) {
                    // only close() wakes it up
                    return;
                } catch (KafkaException e) {
                    LOG.warn("{}", follower.withoutIt(), e);
                    if (closedWithin(AFTER_FAILURE)) {
                        return;
                    }
                }
            }
        }
    }

    private boolean closedWithin(Duration pause) {
        try {
            return closing.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
