package dev.plumbline.analyzer.publish;

import dev.plumbline.analyzer.standard.Applicability;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Writes standards and bindings to every partition of their topic, all in one transaction. There is one
/// publisher at a time: a second one that begins fences the first off, so that what was read before writing
/// is still true.
public final class StandardsPublisher {
    private static final int TRANSACTION_MILLIS = 10_000;
    private static final int FETCH_WAIT_MILLIS = 10;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final TopicManifest topics;
    private final InstantSource clock;

    StandardsPublisher(
            Supplier<Producer<byte[], byte[]>> producers,
            Supplier<Consumer<byte[], byte[]>> consumers,
            TopicManifest topics,
            InstantSource clock) {
        this.producers = producers;
        this.consumers = consumers;
        this.topics = topics;
        this.clock = clock;
    }

    public static StandardsPublisher of(Map<String, String> kafka, TopicManifest topics, InstantSource clock) {
        return new StandardsPublisher(() -> producer(kafka, topics), () -> consumer(kafka), topics, clock);
    }

    /// What became of a publication.
    public enum Result {
        PUBLISHED,
        /// The very same was published before.
        UNCHANGED,
        /// Another standard has the name and version; nothing was written.
        REFUSED
    }

    /// @throws KafkaException when the log does not answer
    public Result publish(Standard standard, String publisher) {
        var publication = new Publication.OfStandard(published(standard, publisher));
        try (var producer = producers.get()) {
            producer.initTransactions();
            var known = known();
            return switch (known.verdict(publication)) {
                case EQUAL -> Result.UNCHANGED;
                case DIFFERENT -> Result.REFUSED;
                case NEW, WITHDRAWN -> {
                    write(producer, known, List.of(publication));
                    yield Result.PUBLISHED;
                }
            };
        }
    }

    /// Publishes a binding under the next revision of its id.
    ///
    /// @return the binding as it holds now, with its revision
    /// @throws StandardRefused when it does not fit the published versions of its standard
    /// @throws KafkaException when the log does not answer
    public Binding publish(Binding binding, String publisher) throws StandardRefused {
        try (var producer = producers.get()) {
            producer.initTransactions();
            var known = known();
            Applicability.check(binding, known.compiled(binding.standard()));
            int revision = known.revision(binding.id());
            var current = new Publication.OfBinding(published(binding.revised(Math.max(1, revision)), publisher));
            if (revision > 0 && known.verdict(current) == Published.Verdict.EQUAL) {
                return current.published().binding();
            }
            var next = new Publication.OfBinding(published(binding.revised(revision + 1), publisher));
            write(producer, known, List.of(next));
            return next.published().binding();
        }
    }

    /// What became of a withdrawal.
    public enum Gone {
        WITHDRAWN,
        /// It was withdrawn before.
        ALREADY,
        /// It was never published.
        UNKNOWN
    }

    /// Withdraws one version of a standard; its name stays taken.
    ///
    /// @throws KafkaException when the log does not answer
    public Gone withdraw(StandardId standard, Version version, String by) {
        return withdraw(
                known -> List.of(Publication.OfStandard.key(standard, version)),
                Publication.OfStandard.key(standard, version)::equals,
                by);
    }

    /// Withdraws a binding in all its revisions, the oldest first, so that none comes back into force on
    /// the way.
    ///
    /// @throws KafkaException when the log does not answer
    public Gone withdraw(String binding, String by) {
        return withdraw(known -> known.revisions(binding), key -> Publication.OfBinding.revision(key, binding) > 0, by);
    }

    private Gone withdraw(Function<Published, List<String>> keys, Predicate<String> named, String by) {
        try (var producer = producers.get()) {
            producer.initTransactions();
            var known = known();
            var marks = new ArrayList<PublicationWithdrawn>();
            for (var key : keys.apply(known)) {
                var digest = known.digest(key);
                if (digest != null) {
                    marks.add(new PublicationWithdrawn(key, digest, now(), by));
                }
            }
            if (marks.isEmpty()) {
                return known.withdrawn().keySet().stream().anyMatch(named) ? Gone.ALREADY : Gone.UNKNOWN;
            }
            transact(
                    producer,
                    marks.stream()
                            .flatMap(mark -> Stream.concat(
                                    everywhere(mark.of(), null, envelope(mark)),
                                    everywhere(mark.key(), Codec.PUBLICATION_WITHDRAWN.encode(mark), envelope(mark))))
                            .toList());
            return Gone.WITHDRAWN;
        }
    }

    private static Envelope envelope(PublicationWithdrawn mark) {
        return new Envelope(
                mark.key(),
                EventType.PUBLICATION_WITHDRAWN,
                Publication.SOURCE,
                mark.of(),
                mark.withdrawnAt(),
                mark.withdrawnAt(),
                Map.of());
    }

    /// Publishes what is not there yet, and leaves what is as it is, and what was withdrawn.
    ///
    /// @return sentences for people: what was published, and what could not be because its name
    ///     stands for something else
    public List<String> publishAbsent(List<StandardPublished> standards, List<BindingPublished> bindings) {
        var all = new ArrayList<Publication>();
        standards.forEach(standard -> all.add(new Publication.OfStandard(standard)));
        bindings.forEach(binding -> all.add(new Publication.OfBinding(binding)));
        var before = known();
        if (absent(before, all).isEmpty()) {
            return differing(before, all);
        }
        try (var producer = producers.get()) {
            producer.initTransactions();
            var known = known();
            var absent = absent(known, all);
            write(producer, known, absent);
            var sentences = differing(known, all);
            absent.forEach(publication -> sentences.add("Published " + publication.key() + "."));
            return sentences;
        }
    }

    private static List<Publication> absent(Published known, List<Publication> all) {
        return all.stream()
                .filter(publication -> known.verdict(publication) == Published.Verdict.NEW)
                .filter(publication -> !known.tookBack(publication))
                .toList();
    }

    /// A shipped binding is a first proposal: that an operator published another under its name is no news.
    private static List<String> differing(Published known, List<Publication> all) {
        var sentences = new ArrayList<String>();
        all.stream()
                .filter(Publication.OfStandard.class::isInstance)
                .filter(publication -> known.verdict(publication) == Published.Verdict.DIFFERENT)
                .forEach(publication -> sentences.add("The shipped " + publication.key()
                        + " differs from the one published under that version, which stays in force."));
        all.stream()
                .filter(known::tookBack)
                .forEach(publication ->
                        sentences.add("The shipped " + publication.key() + " was withdrawn, and stays so."));
        return sentences;
    }

    private StandardPublished published(Standard standard, String publisher) {
        return new StandardPublished(standard, Codec.STANDARD.digest(standard), now(), publisher);
    }

    private BindingPublished published(Binding binding, String publisher) {
        return new BindingPublished(binding, Codec.BINDING.digest(binding), now(), publisher);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// What comes back loses its mark.
    private void write(Producer<byte[], byte[]> producer, Published known, List<Publication> publications) {
        var records = new ArrayList<ProducerRecord<byte[], byte[]>>();
        for (var publication : publications) {
            var mark = known.withdrawn().get(publication.key());
            if (mark != null) {
                everywhere(mark.key(), null, publication.envelope()).forEach(records::add);
            }
            everywhere(publication.key(), publication.value(), publication.envelope())
                    .forEach(records::add);
        }
        transact(producer, records);
    }

    private static void transact(Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        if (records.isEmpty()) {
            return;
        }
        // a record that fails makes the commit fail: nothing is said by the futures alone
        producer.beginTransaction();
        for (var record : records) {
            var _ = producer.send(record);
        }
        producer.commitTransaction();
    }

    /// {@return a record for every partition}
    ///
    /// @param value null where what lies under the key is to go
    private Stream<ProducerRecord<byte[], byte[]>> everywhere(String key, byte @Nullable [] value, Envelope envelope) {
        return IntStream.range(0, topics.partitions()).mapToObj(partition -> record(partition, key, value, envelope));
    }

    @SuppressWarnings("NullAway") // a record may have no value, but its type does not say so
    private ProducerRecord<byte[], byte[]> record(
            int partition, String key, byte @Nullable [] value, Envelope envelope) {
        var record = new ProducerRecord<>(
                topics.name(Topic.STANDARDS), partition, key.getBytes(StandardCharsets.UTF_8), value);
        envelope.headers().forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private Published known() {
        try (var consumer = consumers.get()) {
            return PublishedReader.read(consumer, topics.name(Topic.STANDARDS), clock);
        }
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, String> kafka) {
        var settings = new Properties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        // it reads up to an end that is known; at the default, closing waits half a second for a fetch beyond that end
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_WAIT_MILLIS);
        settings.putAll(kafka);
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Producer<byte[], byte[]> producer(Map<String, String> kafka, TopicManifest topics) {
        var settings = new Properties();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MILLIS);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topics.prefix() + "standards-publisher");
        settings.putAll(kafka);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
