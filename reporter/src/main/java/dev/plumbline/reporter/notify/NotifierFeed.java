package dev.plumbline.reporter.notify;

import dev.plumbline.http.Health;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.model.wire.UndecodableException;
import dev.plumbline.reporter.projection.LogClient;
import dev.plumbline.reporter.projection.ProjectionFeed;
import dev.plumbline.reporter.projection.RecordReader;
import dev.plumbline.reporter.projection.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads deliveries from their beginning and changes of the last day, and lets the notifier work once all
/// earlier deliveries and the read model are known. One consumer, one thread: while a slow destination is
/// waited for, changes wait on the log.
public final class NotifierFeed implements Health, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(NotifierFeed.class);
    private static final Duration POLL = Duration.ofMillis(250);

    private final Consumer<String, byte[]> consumer;
    private final Webhook webhook;
    private final Notifier notifier;
    private final ProjectionFeed projection;
    private final InstantSource clock;
    private final List<TopicPartition> deliveries;
    private final List<TopicPartition> changes;
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable String failure;

    private NotifierFeed(
            Consumer<String, byte[]> consumer,
            TopicManifest topics,
            Webhook webhook,
            Notifier notifier,
            ProjectionFeed projection) {
        this.consumer = consumer;
        this.webhook = webhook;
        this.notifier = notifier;
        this.projection = projection;
        this.clock = InstantSource.system();
        this.deliveries = LogClient.partitions(topics.name(Topic.DELIVERIES), topics.partitions());
        this.changes = LogClient.partitions(topics.name(Topic.CHANGES), topics.partitions());
        this.thread = Thread.ofPlatform().name("reporter-notifier").unstarted(this::run);
    }

    /// What a notifier needs of the log.
    ///
    /// @param consumer owned by the feed from now on
    public record Log(Consumer<String, byte[]> consumer, Producer<String, byte[]> producer, TopicManifest topics) {}

    public static NotifierFeed start(Log log, URI destination, ProjectionFeed projection, MeterRegistry meters) {
        var webhook = new Webhook(destination);
        var notifier = new Notifier(webhook, new LogOutbox(log.producer(), log.topics()), meters);
        var feed = new NotifierFeed(log.consumer(), log.topics(), webhook, notifier, projection);
        feed.thread.start();
        return feed;
    }

    @Override
    public List<String> problems() {
        String failed = failure;
        return failed == null ? List.of() : List.of("the notifier stopped: " + failed);
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
        try (consumer;
                webhook) {
            var all = new ArrayList<>(deliveries);
            all.addAll(changes);
            consumer.assign(all);
            consumer.seekToBeginning(deliveries);
            seekToNews();
            var ends = consumer.endOffsets(deliveries);
            boolean knows = false;
            while (!stopping) {
                for (ConsumerRecord<String, byte[]> kafka : consumer.poll(POLL)) {
                    read(kafka);
                }
                knows = knows || (projection.current() && caughtUp(ends));
                if (knows) {
                    notifier.round(projection.picture(), clock.instant());
                }
            }
        } catch (WakeupException e) {
            if (!stopping) {
                fail(e);
            }
        } catch (KafkaException | IllegalStateException | Outbox.OutboxException e) {
            fail(e);
        }
    }

    private void seekToNews() {
        long since = clock.instant().minus(Relevance.NEWS).toEpochMilli();
        var times = new HashMap<TopicPartition, Long>();
        changes.forEach(partition -> times.put(partition, since));
        // the ends first: what arrives in between must not be skipped
        var ends = consumer.endOffsets(changes);
        consumer.offsetsForTimes(times)
                .forEach((partition, found) ->
                        consumer.seek(partition, found == null ? ends.getOrDefault(partition, 0L) : found.offset()));
    }

    private void read(ConsumerRecord<String, byte[]> kafka) {
        if (kafka.value() == null) {
            return;
        }
        Instant now = clock.instant();
        try {
            if (deliveries.contains(new TopicPartition(kafka.topic(), kafka.partition()))) {
                notifier.recorded(Delivery.CODEC.decode(kafka.value()), kafka.partition(), now);
            } else {
                offer(kafka, now);
            }
        } catch (UndecodableException e) {
            LOG.warn("Left out record {}-{}@{}: {}", kafka.topic(), kafka.partition(), kafka.offset(), e.getMessage());
        }
    }

    private void offer(ConsumerRecord<String, byte[]> kafka, Instant now) {
        switch (RecordReader.changed(kafka)) {
            case Recorded.Changed(var change) -> notifier.offer(change, kafka.partition(), now);
            case Recorded.Rescored(var finished) -> notifier.offer(finished, kafka.partition(), changes.size(), now);
            case Recorded.Scored _,
                    Recorded.Catalogued _,
                    Recorded.Aliased _,
                    Recorded.Published _,
                    Recorded.Bound _,
                    Recorded.Withdrawn _,
                    Recorded.Decided _ -> throw new IllegalStateException("The topic of changes holds nothing else.");
        }
    }

    private boolean caughtUp(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void fail(RuntimeException cause) {
        failure = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        LOG.error("The notifier stopped; restart the reporter once the cause is gone.", cause);
    }
}
