package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.BuildKey;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.evidence.EvidenceReceived;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.BuildState.ClosedBy;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/// The processor alone, with stores that outlive it: what a restart after a restored changelog is.
final class Node {
    private final Map<String, StateStore> stores = new HashMap<>();
    private final List<BuildScored> scored = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<String> eventIds = new ArrayList<>();
    private final List<RescoringFinished> finished = new ArrayList<>();
    private final CompiledStandards compiled;
    private final Tolerance tolerance;
    private final Pace pace = new Pace();
    private MockProcessorContext<byte[], byte[]> context = new MockProcessorContext<>();
    private ScoreBuildsProcessor processor;
    private int letters;
    private Instant clock = Given.TEN;

    Node(CompiledStandards compiled) {
        this(compiled, Tolerance.DEFAULT);
    }

    Node(CompiledStandards compiled, Tolerance tolerance) {
        this(compiled, tolerance, PublishedStandards.standard(0));
    }

    /// @param standard that is bound to everybody from the beginning
    Node(CompiledStandards compiled, Tolerance tolerance, StandardPublished standard) {
        this.compiled = compiled;
        this.tolerance = tolerance;
        for (var name :
                List.of(StateStores.REPOSITORIES, StateStores.STANDARDS, StateStores.CATALOG, StateStores.TIMERS)) {
            stores.put(
                    name,
                    Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                            .withLoggingDisabled()
                            .build());
        }
        stores.values().forEach(store -> store.init(context.getStateStoreContext(), store));
        processor = started();
        publish(standard);
        publish(PublishedStandards.binding());
    }

    /// @param minor the version of the standard
    void publish(int minor) {
        publish(PublishedStandards.standard(minor));
        publish(PublishedStandards.binding());
    }

    void publish(StandardPublished standard) {
        var at = standard.publishedAt();
        take(
                Topic.STANDARDS,
                "standard:" + standard.standard().id() + ":"
                        + standard.standard().version(),
                Codec.STANDARD_PUBLISHED.encode(standard),
                at.isBefore(Given.TEN) ? Given.TEN : at);
    }

    void publish(BindingPublished published) {
        var binding = published.binding();
        var at = published.publishedAt();
        take(
                Topic.STANDARDS,
                "binding:" + binding.id() + ":" + binding.revision(),
                Codec.BINDING_PUBLISHED.encode(published),
                at.isBefore(Given.TEN) ? Given.TEN : at);
    }

    /// @param key of what is withdrawn
    void withdraw(String key, Instant at) {
        take(Topic.STANDARDS, key, null, at);
    }

    void catalogue(CatalogEntry entry, Instant at) {
        take(Topic.CATALOG, entry.repository().value(), Codec.CATALOG_ENTRY.encode(entry), at);
    }

    /// Its entry of the catalog goes.
    void forget(RepositoryId repository, Instant at) {
        take(Topic.CATALOG, repository.value(), null, at);
    }

    /// The same of another repository.
    void upload(RepositoryId repository, RepositoryName name, Given.Said said) {
        upload(repository, name, Component.ROOT, said);
    }

    void upload(RepositoryId repository, RepositoryName name, Component component, Given.Said said) {
        var received = said.received();
        var build = received.build();
        var key = new BuildKey(
                repository,
                component,
                build.key().commit(),
                build.key().run(),
                build.key().attempt());
        var moved = new EvidenceReceived(
                received.id(),
                new Build(
                        key, name, build.lineage(), build.times(), build.expects(), build.complete(), build.subject()),
                received.evidence(),
                received.receipt());
        take(Topic.EVIDENCE, repository.value(), Codec.EVIDENCE_RECEIVED.encode(moved), said.receivedAt());
    }

    private ScoreBuildsProcessor started() {
        context.setCurrentSystemTimeMs(clock.toEpochMilli());
        stores.values().forEach(context::addStateStore);
        var fresh = new ScoreBuildsProcessor(
                Rig.TOPICS,
                compiled,
                pace,
                new ScoringSettings(Rig.WINDOW, tolerance, AnalyzerMeters.in(new SimpleMeterRegistry())));
        fresh.init(context);
        return fresh;
    }

    /// The clock goes on, and nothing happens: what comes from now on is read late.
    void away(Instant moment) {
        clock = moment;
    }

    /// What is due by now fires, and what is no longer needed goes.
    void tick() {
        clock = clock.plusSeconds(1);
        punctuate(Duration.ofSeconds(1), clock);
        punctuate(Duration.ofSeconds(10), clock);
    }

    /// Another processor takes over, with nothing but the stores.
    void restart() {
        processor.close();
        context = new MockProcessorContext<>();
        processor = started();
    }

    void upload(Given.Said said) {
        take(Topic.EVIDENCE, Given.REPOSITORY.value(), said.record(), said.receivedAt());
    }

    void decide(Decision decision) {
        take(Topic.DECISIONS, decision.key(), Codec.DECISION.encode(decision), decision.receivedAt());
    }

    private void take(Topic topic, String key, byte @Nullable [] value, Instant at) {
        context.setRecordMetadata(Rig.TOPICS.name(topic), 0, 0);
        clock = at.isAfter(clock) ? at : clock;
        context.setCurrentSystemTimeMs(clock.toEpochMilli());
        processor.process(record(key, value, at));
        collect();
    }

    @SuppressWarnings("NullAway") // a record may have no value, but its type does not say so
    private static Record<byte[], byte[]> record(String key, byte @Nullable [] value, Instant at) {
        return new Record<>(key.getBytes(StandardCharsets.UTF_8), value, at.toEpochMilli());
    }

    /// What was due by then fires, and what is to be judged again for it is, one slice after the other.
    void until(Instant moment) {
        clock = moment;
        punctuate(Duration.ofSeconds(1), moment);
        for (int slices = 0; slices < 5; slices++) {
            slice();
        }
    }

    /// One slice of what is to be judged again.
    void slice() {
        punctuate(Duration.ofMillis(200), clock);
    }

    private void punctuate(Duration interval, Instant moment) {
        context.scheduledPunctuators().stream()
                .filter(punctuator -> punctuator.getInterval().equals(interval))
                .forEach(punctuator -> punctuator.getPunctuator().punctuate(moment.toEpochMilli()));
        collect();
    }

    private void changed(Record<? extends byte[], ? extends byte[]> record) {
        var type = new String(record.headers().lastHeader(Envelope.TYPE).value(), StandardCharsets.UTF_8);
        if (type.equals(EventType.RESCORING_FINISHED.type())) {
            finished.add(Codec.RESCORING_FINISHED.decode(record.value()));
        } else {
            changes.add(Codec.CHANGE.decode(record.value()));
            eventIds.add(new String(record.headers().lastHeader(Envelope.ID).value(), StandardCharsets.UTF_8));
        }
    }

    private void collect() {
        for (var forward : context.forwarded()) {
            switch (forward.childName().orElseThrow()) {
                case Outgoing.SCORECARDS ->
                    scored.add(Codec.BUILD_SCORED.decode(forward.record().value()));
                case Outgoing.CHANGES -> changed(forward.record());
                default -> letters++;
            }
        }
        context.resetForwards();
    }

    List<BuildScored> scored() {
        return List.copyOf(scored);
    }

    List<RescoringFinished> finished() {
        return List.copyOf(finished);
    }

    /// {@return what the envelopes of the changes are called, in their order}
    List<String> eventIds() {
        return List.copyOf(eventIds);
    }

    List<Change> changes() {
        return List.copyOf(changes);
    }

    /// Makes what is known of some builds unreadable.
    ///
    /// @param of what the keys of their rows hold
    /// @return makes it readable again
    Runnable spoil(String of) {
        var store = repositories();
        var whole = new TreeMap<String, byte[]>();
        try (var all = store.all()) {
            all.forEachRemaining(row -> whole.put(row.key, row.value));
        }
        whole.keySet().removeIf(key -> !key.startsWith("b") || !key.contains(of));
        whole.keySet().forEach(key -> store.put(key, new byte[] {99}));
        return () -> whole.forEach(store::put);
    }

    @SuppressWarnings("unchecked") // as it was built
    private KeyValueStore<String, byte[]> repositories() {
        return (KeyValueStore<String, byte[]>) Objects.requireNonNull(stores.get(StateStores.REPOSITORIES));
    }

    /// {@return how many rows of what is known of repositories have keys that begin so}
    int rows(String prefix) {
        int count = 0;
        try (var all = repositories().all()) {
            while (all.hasNext()) {
                count += all.next().key.startsWith(prefix) ? 1 : 0;
            }
        }
        return count;
    }

    /// {@return how many bytes such rows take}
    int bytes(String prefix) {
        int bytes = 0;
        try (var all = repositories().all()) {
            while (all.hasNext()) {
                var row = all.next();
                bytes += row.key.startsWith(prefix) ? row.value.length : 0;
            }
        }
        return bytes;
    }

    /// {@return how long a slice of judging again may take by now}
    Duration pace() {
        var other = pace.join(Thread.currentThread());
        other.leave();
        return other.slice(clock.toEpochMilli());
    }

    int deadLetters() {
        return letters;
    }

    /// The content bytes of the last revision of each build.
    Map<String, String> content() {
        var last = new TreeMap<String, String>();
        scored.forEach(one -> last.put(one.build().id().value(), content(one)));
        return last;
    }

    /// All but the revision, what closed the build, and when it was written.
    private static String content(BuildScored one) {
        var state = one.state().closed() ? new BuildState.Final(ClosedBy.MANIFEST) : one.state();
        return new String(
                Codec.BUILD_SCORED.encode(new BuildScored(
                        one.build(),
                        0,
                        state,
                        Instant.EPOCH,
                        one.scorecards(),
                        one.gate(),
                        one.provenance(),
                        one.notes(),
                        one.moves(),
                        one.backfilled())),
                StandardCharsets.UTF_8);
    }

    /// The changes that stand in the end, by id.
    Map<Change.Id, Change.Direction> standing() {
        var standing = new TreeMap<Change.Id, Change.Direction>();
        for (var change : changes) {
            if (change.supersedes()) {
                standing.remove(change.id());
            } else {
                standing.put(change.id(), change.direction());
            }
        }
        return standing;
    }
}
