package dev.plumbline.reporter.projection;

import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.model.wire.UndecodableException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Bytes of the log to what they say. A record that says nothing readable is counted, and logged once for
/// each topic and reason; it never stops the reader, since its writer's dead letters are where it is dealt
/// with.
public final class RecordReader {
    /// The topics that the read model is made of.
    public static final Set<Topic> TOPICS =
            EnumSet.of(Topic.SCORECARDS, Topic.CHANGES, Topic.CATALOG, Topic.STANDARDS, Topic.DECISIONS);

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private final Map<String, Topic> topics = new ConcurrentHashMap<>();
    private final Set<Topic> complained = ConcurrentHashMap.newKeySet();
    private final AtomicLong undecodable = new AtomicLong();

    public RecordReader(TopicManifest manifest) {
        TOPICS.forEach(topic -> topics.put(manifest.name(topic), topic));
    }

    /// How many records could not be read.
    public long undecodable() {
        return undecodable.get();
    }

    /// {@return what the record says; empty for a tombstone of another topic than that of standards,
    /// another topic's record, or one that cannot be read}
    public Optional<Recorded> read(ConsumerRecord<String, byte[]> kafka) {
        Topic topic = topics.get(kafka.topic());
        if (topic == null) {
            return Optional.empty();
        }
        if (kafka.value() == null) {
            return topic == Topic.STANDARDS && kafka.key() != null
                    ? Optional.of(new Recorded.Withdrawn(kafka.key()))
                    : Optional.empty();
        }
        try {
            return Optional.of(decode(topic, kafka));
        } catch (UndecodableException e) {
            undecodable.incrementAndGet();
            if (complained.add(topic)) {
                LOG.warn(
                        "Left out record {}-{}@{}: {}. Further ones of this topic are only counted.",
                        kafka.topic(),
                        kafka.partition(),
                        kafka.offset(),
                        e.getMessage());
            }
            return Optional.empty();
        }
    }

    private static Recorded decode(Topic topic, ConsumerRecord<String, byte[]> kafka) {
        byte[] value = kafka.value();
        return switch (topic) {
            case SCORECARDS ->
                new Recorded.Scored(
                        Codec.BUILD_SCORED.decode(value), new LogPosition(kafka.partition(), kafka.offset()));
            case CHANGES -> changed(kafka);
            case CATALOG ->
                kafka.key() != null && AliasRegistered.isKey(kafka.key())
                        ? new Recorded.Aliased(Codec.ALIAS_REGISTERED.decode(value))
                        : new Recorded.Catalogued(Codec.CATALOG_ENTRY.decode(value));
            case STANDARDS -> standard(kafka);
            case DECISIONS -> new Recorded.Decided(Codec.DECISION.decode(value));
            case EVIDENCE, DELIVERIES, DEADLETTERS ->
                throw new IllegalStateException("The read model does not read " + topic + ".");
        };
    }

    /// {@return what a record of the topic of changes says}
    ///
    /// @throws UndecodableException when it says nothing readable
    public static Recorded changed(ConsumerRecord<String, byte[]> kafka) {
        return type(kafka).equals(EventType.RESCORING_FINISHED.type())
                ? new Recorded.Rescored(Codec.RESCORING_FINISHED.decode(kafka.value()))
                : new Recorded.Changed(Codec.CHANGE.decode(kafka.value()));
    }

    private static String type(ConsumerRecord<String, byte[]> kafka) {
        Header header = kafka.headers().lastHeader(Envelope.TYPE);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Recorded standard(ConsumerRecord<String, byte[]> kafka) {
        String type = type(kafka);
        if (type.equals(EventType.STANDARD_PUBLISHED.type())) {
            return new Recorded.Published(Codec.STANDARD_PUBLISHED.decode(kafka.value()));
        }
        if (type.equals(EventType.BINDING_PUBLISHED.type())) {
            return new Recorded.Bound(Codec.BINDING_PUBLISHED.decode(kafka.value()));
        }
        if (type.equals(EventType.PUBLICATION_WITHDRAWN.type())) {
            return new Recorded.Withdrawn(
                    Codec.PUBLICATION_WITHDRAWN.decode(kafka.value()).of());
        }
        throw new UndecodableException(
                "its type «" + type + "» is neither a standard's nor a binding's", new IOException("unknown type"));
    }
}
