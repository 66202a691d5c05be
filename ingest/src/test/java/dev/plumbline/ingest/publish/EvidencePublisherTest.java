package dev.plumbline.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ingest.publish.EvidencePublisher.Publication;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class EvidencePublisherTest {
    private static final EvidenceReceived UPLOAD = Uploaded.with(List.of());

    @Test
    void anUploadIsOneRecordUnderItsRepositorysKey() {
        MockProducer<String, byte[]> producer = producer(true);
        var publisher = new EvidencePublisher(producer, TopicManifest.embedded());

        assertThat(publisher.publish(UPLOAD)).isEqualTo(new Publication.Acknowledged());

        var record = producer.history().getFirst();
        assertThat(record.topic()).isEqualTo("plumbline.evidence.v1");
        assertThat(record.key()).isEqualTo("name:local/acme/payments");
        assertThat(Codec.EVIDENCE_RECEIVED.decode(record.value())).isEqualTo(UPLOAD);
        Map<String, String> headers = StreamSupport.stream(record.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(), header -> new String(header.value(), StandardCharsets.UTF_8)));
        assertThat(headers)
                .containsEntry("ce_id", UPLOAD.id().value())
                .containsEntry("ce_type", "dev.plumbline.evidence.received.v1")
                .containsEntry("ce_source", "/plumbline/ingest")
                .containsEntry("ce_subject", Uploaded.BUILD.id().value())
                .containsEntry("ce_time", "2026-11-01T10:06:00Z")
                .containsEntry("ce_recordedtime", "2026-11-01T10:06:00Z");
    }

    @Test
    void nothingIsAcknowledgedBeforeTheBrokerSaysSo() {
        MockProducer<String, byte[]> producer = producer(false);
        var publisher = new EvidencePublisher(producer, TopicManifest.embedded());

        var publication = CompletableFuture.supplyAsync(() -> publisher.publish(UPLOAD));
        Awaitility.await().until(() -> producer.history().size() == 1);
        assertThat(publication).isNotDone();

        producer.completeNext();
        assertThat(publication).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(new Publication.Acknowledged());
    }

    @Test
    void whatWasRefusedAtOnceNeverLeft() {
        MockProducer<String, byte[]> producer = producer(true);
        producer.sendException = new RecordTooLargeException("too large");

        assertThat(new EvidencePublisher(producer, TopicManifest.embedded()).publish(UPLOAD))
                .isEqualTo(new Publication.NotSent("too large"));
    }

    @Test
    void whatWasSentAndNotAcknowledgedMayBeOnTheLog() {
        MockProducer<String, byte[]> producer = producer(false);
        var publisher = new EvidencePublisher(producer, TopicManifest.embedded());

        var publication = CompletableFuture.supplyAsync(() -> publisher.publish(UPLOAD));
        Awaitility.await().until(() -> producer.errorNext(new TimeoutException("expired")));

        assertThat(publication).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(new Publication.Unknown("expired"));
    }

    @Test
    void aClosedProducerSendsNothing() {
        MockProducer<String, byte[]> producer = producer(true);
        var publisher = new EvidencePublisher(producer, TopicManifest.embedded());
        publisher.close();

        assertThat(publisher.publish(UPLOAD)).isInstanceOf(Publication.NotSent.class);
    }

    @Test
    void durabilityIsNoSetting() {
        Map<String, Object> settings = EvidencePublisher.settings(Map.of(
                "bootstrap.servers", "127.0.0.1:1", "acks", "0", "enable.idempotence", "false", "linger.ms", "20"));

        assertThat(settings)
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("linger.ms", "20")
                .containsEntry("compression.type", "zstd");
    }

    private static MockProducer<String, byte[]> producer(boolean answersAtOnce) {
        return new MockProducer<>(
                answersAtOnce, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    }
}
