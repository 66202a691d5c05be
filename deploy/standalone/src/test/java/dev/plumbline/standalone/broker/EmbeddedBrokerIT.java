package dev.plumbline.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final TopicPartition KEPT = new TopicPartition("kept", 0);

    @TempDir
    Path folder;

    @Test
    void whatWasWrittenIsReadAfterARestartAtTheSameAddress() throws Exception {
        String firstAddress;
        try (var data = DataFolder.open(folder);
                var broker = EmbeddedBroker.start(data, EmbeddedBrokerIT::unexpected)) {
            firstAddress = broker.bootstrapServers();
            create(broker);
            write(broker, "before");
        }

        try (var data = DataFolder.open(folder);
                var broker = EmbeddedBroker.start(data, EmbeddedBrokerIT::unexpected)) {
            write(broker, "after");

            assertThat(read(broker, 2)).containsExactly("before", "after");
            assertThat(broker.bootstrapServers()).isEqualTo(firstAddress).startsWith("127.0.0.1:");
        }
    }

    @Test
    void aCleanStopIsKnownFromASuddenEndAndBothAreFollowedByAStart() throws Exception {
        Path log = folder.resolve("kafka");
        try (var data = DataFolder.open(folder)) {
            try (var broker = EmbeddedBroker.start(data, EmbeddedBrokerIT::unexpected)) {
                create(broker);
                write(broker, "kept");
                assertThat(SuddenEnd.happened(log)).isTrue();
            }
            assertThat(SuddenEnd.happened(log)).isFalse();

            Files.delete(log.resolve(".kafka_cleanshutdown"));
            try (var broker = EmbeddedBroker.start(data, EmbeddedBrokerIT::unexpected)) {
                assertThat(read(broker, 1)).containsExactly("kept");
            }
        }
    }

    @Test
    void aFirstStartThatWasCutOffAfterFormattingIsNoHindrance() throws Exception {
        try (var data = DataFolder.open(folder)) {
            EmbeddedBroker.format(data.folder("kafka"));

            try (var broker = EmbeddedBroker.start(data, EmbeddedBrokerIT::unexpected)) {
                create(broker);
                write(broker, "first");
                assertThat(read(broker, 1)).containsExactly("first");
            }
        }
    }

    @Test
    void aSecondStartIsRefusedAndTheFirstStaysHealthy() throws Exception {
        try (var data = DataFolder.open(folder);
                var broker = EmbeddedBroker.start(data, EmbeddedBrokerIT::unexpected)) {
            create(broker);

            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());

            write(broker, "still here");
            assertThat(read(broker, 1)).containsExactly("still here");
        }
    }

    private static void unexpected(String reason) {
        throw new AssertionError("the broker gave up: " + reason);
    }

    private static void create(EmbeddedBroker broker) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(KEPT.topic(), 1, (short) 1)))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static void write(EmbeddedBroker broker, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(KEPT.topic(), value)).get(30, TimeUnit.SECONDS);
        }
    }

    private static List<String> read(EmbeddedBroker broker, int count) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(KEPT));
            consumer.seekToBeginning(List.of(KEPT));
            var values = new java.util.ArrayList<String>();
            org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
