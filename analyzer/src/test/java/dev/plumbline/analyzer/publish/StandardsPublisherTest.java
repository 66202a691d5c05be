package dev.plumbline.analyzer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.analyzer.publish.StandardsPublisher.Gone;
import dev.plumbline.analyzer.publish.StandardsPublisher.Result;
import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Standard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Step;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.standard.VersionRange;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class StandardsPublisherTest {
    private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");

    private final FakeLog log = new FakeLog();
    private final StandardsPublisher publisher =
            new StandardsPublisher(log::producer, log::consumer, FakeLog.TOPICS, InstantSource.fixed(NOW));
    private final Standard standard = ShippedStandards.standards().getFirst().standard();

    @Test
    void aStandardGoesToEveryPartitionInOneTransaction() {
        assertThat(publisher.publish(standard, "ann")).isEqualTo(Result.PUBLISHED);

        assertThat(log.transactions()).isEqualTo(1);
        assertThat(log.committed())
                .extracting(ProducerRecord::partition)
                .containsExactlyElementsOf(
                        IntStream.range(0, FakeLog.TOPICS.partitions()).boxed().toList());
        var record = log.committed().getFirst();
        assertThat(new String(record.key(), StandardCharsets.UTF_8))
                .isEqualTo("standard:" + standard.id() + ":" + standard.version());
        var published = Codec.STANDARD_PUBLISHED.decode(record.value());
        assertThat(published.standard()).isEqualTo(standard);
        assertThat(published.publisher()).isEqualTo("ann");
        assertThat(published.publishedAt()).isEqualTo(NOW);
        assertThat(new String(record.headers().lastHeader(Envelope.TYPE).value(), StandardCharsets.UTF_8))
                .isEqualTo(EventType.STANDARD_PUBLISHED.type());
    }

    @Test
    void whatIsPublishedNeverChanges() {
        var other = titled("Another title");
        publisher.publish(standard, "ann");

        assertThat(publisher.publish(standard, "bob")).isEqualTo(Result.UNCHANGED);
        assertThat(publisher.publish(other, "bob")).isEqualTo(Result.REFUSED);
        assertThat(log.committed()).hasSize(FakeLog.TOPICS.partitions());
    }

    @Test
    void aBindingGetsTheNextRevisionWhenItSaysSomethingNew() throws StandardRefused {
        publisher.publish(standard, "ann");
        var binding = ShippedStandards.bindings().getFirst().binding();

        var first = publisher.publish(binding, "ann");
        var same = publisher.publish(binding, "ann");
        var second = publisher.publish(stricter(binding), "ann");

        assertThat(first.revision()).isEqualTo(1);
        assertThat(same.revision()).isEqualTo(1);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(log.transactions()).isEqualTo(3);
    }

    @Test
    void aBindingOfAnUnknownStandardIsRefused() {
        var binding = ShippedStandards.bindings().getFirst().binding();
        var unknown = new Binding(
                "x",
                1,
                new StandardId("nobody-wrote-it"),
                new VersionRange("1.x"),
                binding.selection(),
                binding.enforcement(),
                Map.of());

        assertThatThrownBy(() -> publisher.publish(unknown, "ann"))
                .isInstanceOf(StandardRefused.class)
                .hasMessageContaining("nobody-wrote-it");
    }

    @Test
    void whatIsShippedIsPublishedOnce() {
        ShippedPublication.publish(publisher);
        int written = log.committed().size();
        ShippedPublication.publish(publisher);

        assertThat(written)
                .isEqualTo((ShippedStandards.standards().size()
                                + ShippedStandards.bindings().size())
                        * FakeLog.TOPICS.partitions());
        assertThat(log.committed()).hasSize(written);
        assertThat(log.transactions()).isEqualTo(1);
    }

    @Test
    void aShippedStandardThatDiffersFromThePublishedOneStaysBehind() {
        publisher.publish(titled("Ours"), "ann");

        assertThat(publisher.publishAbsent(ShippedStandards.standards(), ShippedStandards.bindings()))
                .anyMatch(sentence -> sentence.contains("stays in force"));
    }

    @Test
    void whatIsWithdrawnGoesFromEveryPartitionInOneTransactionAndLeavesItsMark() {
        publisher.publish(standard, "ann");
        int before = log.committed().size();

        assertThat(publisher.withdraw(standard.id(), standard.version(), "bob")).isEqualTo(Gone.WITHDRAWN);
        assertThat(publisher.withdraw(standard.id(), standard.version(), "bob")).isEqualTo(Gone.ALREADY);
        assertThat(publisher.withdraw(standard.id(), new Version(9, 9, 9), "bob"))
                .isEqualTo(Gone.UNKNOWN);

        var written = log.committed().subList(before, log.committed().size());
        var key = "standard:" + standard.id() + ":" + standard.version();
        assertThat(log.transactions()).isEqualTo(2);
        assertThat(written)
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .containsOnly(key, "withdrawn:" + key)
                .hasSize(2 * FakeLog.TOPICS.partitions());
        assertThat(written)
                .allSatisfy(record -> assertThat(record.value() == null)
                        .isEqualTo(new String(record.key(), StandardCharsets.UTF_8).equals(key)))
                .allSatisfy(record -> assertThat(record.headers().lastHeader(Envelope.RECORDED_TIME))
                        .isNotNull());
        var mark = Codec.PUBLICATION_WITHDRAWN.decode(written.getLast().value());
        assertThat(mark.by()).isEqualTo("bob");
        assertThat(mark.withdrawnAt()).isEqualTo(NOW);
    }

    @Test
    void aNameStaysTakenAfterAWithdrawalAndTheSameCanComeBack() {
        publisher.publish(standard, "ann");
        publisher.withdraw(standard.id(), standard.version(), "bob");

        assertThat(publisher.publish(titled("Another title"), "ann")).isEqualTo(Result.REFUSED);
        assertThat(publisher.publish(standard, "ann")).isEqualTo(Result.PUBLISHED);
        assertThat(publisher.publish(standard, "ann")).isEqualTo(Result.UNCHANGED);
        assertThat(publisher.withdraw(standard.id(), standard.version(), "bob")).isEqualTo(Gone.WITHDRAWN);
    }

    @Test
    void whatIsShippedDoesNotComeBackWithTheNextStartOnceItIsWithdrawn() {
        ShippedPublication.publish(publisher);
        publisher.withdraw("default", "bob");
        publisher.withdraw(standard.id(), standard.version(), "bob");
        int written = log.committed().size();

        var sentences = publisher.publishAbsent(ShippedStandards.standards(), ShippedStandards.bindings());

        assertThat(log.committed()).hasSize(written);
        assertThat(sentences)
                .contains(
                        "The shipped binding:default:" + shipped("default").revision()
                                + " was withdrawn, and stays so.",
                        "The shipped standard:" + standard.id() + ":" + standard.version()
                                + " was withdrawn, and stays so.");
        var next = published(shipped("default").revised(99));
        assertThat(publisher.publishAbsent(List.of(), List.of(next)))
                .containsExactly("The shipped binding:default:99 was withdrawn, and stays so.");
        assertThat(log.committed()).hasSize(written);
    }

    @Test
    void aBindingGoesInAllItsRevisionsTheOldestFirstAndComesBackUnderANewOne() throws StandardRefused {
        publisher.publish(standard, "ann");
        var binding = ShippedStandards.bindings().getFirst().binding();
        publisher.publish(binding, "ann");
        publisher.publish(stricter(binding), "ann");
        int before = log.committed().size();

        assertThat(publisher.withdraw(binding.id(), "bob")).isEqualTo(Gone.WITHDRAWN);
        assertThat(publisher.withdraw(binding.id(), "bob")).isEqualTo(Gone.ALREADY);
        assertThat(publisher.withdraw("nobody", "bob")).isEqualTo(Gone.UNKNOWN);

        assertThat(log.committed().subList(before, log.committed().size()))
                .filteredOn(record -> record.partition() == 0 && record.value() == null)
                .extracting(record -> new String(record.key(), StandardCharsets.UTF_8))
                .containsExactly("binding:" + binding.id() + ":1", "binding:" + binding.id() + ":2");
        assertThat(publisher.publish(binding, "ann").revision()).isEqualTo(3);
    }

    @Test
    void anUnreadableRecordOfTheTopicDoesNotKeepOthersFromPublishing() {
        log.stray(new ProducerRecord<>(
                FakeLog.TOPICS.name(Topic.STANDARDS),
                0,
                "standard:x:1.0.0".getBytes(StandardCharsets.UTF_8),
                "nonsense".getBytes(StandardCharsets.UTF_8)));

        assertThat(publisher.publish(standard, "ann")).isEqualTo(Result.PUBLISHED);
    }

    private static Binding shipped(String id) {
        return ShippedStandards.bindings().stream()
                .map(BindingPublished::binding)
                .filter(binding -> binding.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static BindingPublished published(Binding binding) {
        return new BindingPublished(binding, Codec.BINDING.digest(binding), NOW, "plumbline");
    }

    private Standard titled(String title) {
        return new Standard(
                standard.id(),
                standard.version(),
                title,
                standard.owners(),
                standard.persona(),
                standard.when(),
                standard.levels(),
                standard.rules(),
                standard.dispositions(),
                standard.parents());
    }

    private static Binding stricter(Binding binding) {
        return new Binding(
                binding.id(),
                binding.revision(),
                binding.standard(),
                binding.version(),
                binding.selection(),
                new Binding.Enforcement(Step.GATE, NOW, Level.SILVER),
                binding.params());
    }
}
