package dev.plumbline.reporter.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.Sample;
import dev.plumbline.reporter.projection.LogClient;
import dev.plumbline.reporter.projection.ProjectionFeed;
import dev.plumbline.reporter.projection.RecordReader;
import dev.plumbline.reporter.rest.EventStream;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class NotifierFeedTest {
    private static final TopicManifest TOPICS = new TopicManifest("t.", 1, 1);

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
    private final List<String> posted = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private ProjectionFeed projection;

    /// A consumer of empty topics, whose newest news is at offset 0.
    private static final class Consumer extends MockConsumer<String, byte[]> {
        Consumer(Set<Topic> topics, Map<Topic, Long> ends) {
            super("earliest");
            var beginnings = new HashMap<TopicPartition, Long>();
            var last = new HashMap<TopicPartition, Long>();
            for (Topic topic : topics) {
                beginnings.put(partition(topic), 0L);
                last.put(partition(topic), ends.getOrDefault(topic, 0L));
            }
            updateBeginningOffsets(beginnings);
            updateEndOffsets(last);
        }

        @Override
        public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(Map<TopicPartition, Long> times) {
            var found = new HashMap<TopicPartition, OffsetAndTimestamp>();
            times.keySet().forEach(partition -> found.put(partition, new OffsetAndTimestamp(0, 0)));
            return found;
        }

        void append(Topic topic, long offset, byte[] value) {
            schedulePollTask(() -> addRecord(new ConsumerRecord<>(TOPICS.name(topic), 0, offset, "key", value)));
        }
    }

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            posted.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        projection = ProjectionFeed.start(
                new Consumer(RecordReader.TOPICS, Map.of()), TOPICS, new RecordReader(TOPICS), new EventStream());
    }

    @AfterEach
    void close() {
        projection.close();
        server.stop(0);
    }

    @Test
    void aRegressionOnTheLogIsPostedAndItsDeliveryIsRecordedOnThePartitionOfTheChange() {
        var consumer = new Consumer(Set.of(Topic.DELIVERIES, Topic.CHANGES), Map.of());
        Change change = regression("2");
        consumer.append(Topic.CHANGES, 0, "no change".getBytes(UTF_8));
        consumer.append(Topic.CHANGES, 1, Codec.CHANGE.encode(change));

        try (var feed = start(consumer)) {
            await().until(() -> !producer.history().isEmpty());

            var kafka = producer.history().getFirst();
            assertThat(kafka.topic()).isEqualTo("t.deliveries.v1");
            assertThat(kafka.partition()).isZero();
            assertThat(kafka.key()).isEqualTo(id(change)).isEqualTo(posted.getFirst());
            assertThat(Delivery.CODEC.decode(kafka.value()).end()).isEqualTo(Delivery.End.DELIVERED);
            assertThat(feed.problems()).isEmpty();
        }
    }

    @Test
    void whatAnEarlierProcessDeliveredIsNotSentAgain() {
        var consumer = new Consumer(Set.of(Topic.DELIVERIES, Topic.CHANGES), Map.of(Topic.DELIVERIES, 1L));
        Change told = regression("2");
        Change fresh = regression("3");
        var delivery =
                new Delivery(id(told), told.id(), Sample.STANDARD.digest(), Delivery.End.DELIVERED, 1, Instant.now());
        consumer.append(Topic.CHANGES, 0, Codec.CHANGE.encode(told));
        consumer.append(Topic.CHANGES, 1, Codec.CHANGE.encode(fresh));
        consumer.append(Topic.DELIVERIES, 0, Delivery.CODEC.encode(delivery));

        try (var feed = start(consumer)) {
            await().until(() -> !producer.history().isEmpty());

            assertThat(posted).containsExactly(id(fresh));
            assertThat(feed.problems()).isEmpty();
        }
    }

    private NotifierFeed start(Consumer consumer) {
        return NotifierFeed.start(
                new NotifierFeed.Log(consumer, producer, TOPICS), destination(), projection, new SimpleMeterRegistry());
    }

    /// Of a build that the read model does not know, long enough ago to be told without its scorecard.
    private static Change regression(String run) {
        Duration age = Duration.between(Sample.NOON, Instant.now()).minusMinutes(10);
        return Sample.of("acme/payments", run).after(age).regression(Cause.CODE, "1");
    }

    private String id(Change change) {
        return Delivery.id(change.id(), destination());
    }

    private URI destination() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private static TopicPartition partition(Topic topic) {
        return LogClient.partitions(TOPICS.name(topic), 1).getFirst();
    }
}
