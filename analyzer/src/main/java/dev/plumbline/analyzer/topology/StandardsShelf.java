package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standards and bindings of one partition: in the store as published, in memory compiled. Each has a number in the
/// order in which it came, so that a build can be judged by what was published up to a point: its *view*.
final class StandardsShelf {
    static final String STANDARD = "standard:";
    static final String BINDING = "binding:";
    private static final Logger LOG = LoggerFactory.getLogger(StandardsShelf.class);

    private final KeyValueStore<String, byte[]> store;
    private final Rows order;
    private final CompiledStandards compiled;
    private final SortedMap<String, Numbered<CompiledStandard>> standards = new TreeMap<>();
    private final SortedMap<String, Numbered<BindingPublished>> bindings = new TreeMap<>();
    private final Map<StandardRef, Map<RuleId, Rule>> rules = new HashMap<>();
    private final StandardsViews views = new StandardsViews(this::published);
    private long newest;

    private record Numbered<T>(T published, long number) {}

    /// What a record of the topic says that was not known before.
    sealed interface News {
        record Nothing() implements News {}

        record OfStandard(StandardId standard, Version version, Instant publishedAt) implements News {}

        record OfBinding(Binding binding, Instant publishedAt) implements News {}
    }

    StandardsShelf(KeyValueStore<String, byte[]> store, Rows order, CompiledStandards compiled) {
        this.store = store;
        this.order = order;
        this.compiled = compiled;
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> restore(row.key, row.value));
        }
    }

    /// Takes a record of the topic of standards.
    ///
    /// @param value null withdraws what the key names; builds that it judged keep their verdicts until the next one
    /// @throws StandardRefused when a standard does not compile
    News accept(String key, byte @Nullable [] value) throws StandardRefused {
        if (value == null) {
            standards.remove(key);
            bindings.remove(key);
            store.delete(key);
            order.delete(key);
            views.forget();
            return new News.Nothing();
        }
        var before = digest(key);
        read(key, value, newest + 1);
        boolean known = Objects.equals(before, digest(key));
        long number = known ? number(key) : newest + 1;
        if (known) {
            read(key, value, number);
        } else {
            newest = number;
            order.put(key, ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }
        store.put(key, value);
        if (before != null && !known) {
            views.forget();
        }
        return known ? new News.Nothing() : news(key);
    }

    private News news(String key) {
        var standard = standards.get(key);
        if (standard != null) {
            var published = Codec.STANDARD_PUBLISHED.decode(Objects.requireNonNull(store.get(key)));
            var ref = standard.published().ref();
            return new News.OfStandard(ref.id(), ref.version(), published.publishedAt());
        }
        var binding = Objects.requireNonNull(bindings.get(key)).published();
        return new News.OfBinding(binding.binding(), binding.publishedAt());
    }

    /// {@return the view of all that has come}
    long newest() {
        return newest;
    }

    /// {@return the standards that hold for a repository as of a moment, by what a view shows}
    List<Applied> applied(RepositoryFacts facts, Instant asOf, long view) {
        return views.applied(facts, asOf, view);
    }

    List<String> whyNone(RepositoryFacts facts, Instant asOf, long view) {
        return views.whyNone(facts, asOf, view);
    }

    /// {@return the newest published version that a binding accepts; null where there is none}
    @Nullable
    Version resolved(Binding binding) {
        return standards.values().stream()
                .map(standard -> standard.published().ref())
                .filter(ref ->
                        ref.id().equals(binding.standard()) && binding.version().contains(ref.version()))
                .map(StandardRef::version)
                .max(Version::compareTo)
                .orElse(null);
    }

    /// Whether some binding accepts a version.
    boolean bound(StandardId standard, Version version) {
        return bindings.values().stream()
                .map(binding -> binding.published().binding())
                .anyMatch(binding ->
                        binding.standard().equals(standard) && binding.version().contains(version));
    }

    /// {@return the binding of a key; null where it was withdrawn}
    @Nullable
    Binding binding(String key) {
        var known = bindings.get(key);
        return known == null ? null : known.published().binding();
    }

    List<Requirement> requirements(StandardRef standard, RuleId rule) {
        var known = rule(standard, rule);
        return known == null ? List.of() : known.requires();
    }

    /// {@return how old carried evidence may be for a rule; null where it may not be carried}
    @Nullable
    Duration maxAge(StandardRef standard, RuleId rule) {
        var known = rule(standard, rule);
        return known == null ? null : known.maxAge();
    }

    private @Nullable Rule rule(StandardRef standard, RuleId rule) {
        return rules.getOrDefault(standard, Map.of()).get(rule);
    }

    private StandardsViews.Published published(long view) {
        return new StandardsViews.Published(upTo(bindings, view), upTo(standards, view));
    }

    private static <T> List<T> upTo(SortedMap<String, Numbered<T>> all, long view) {
        return all.values().stream()
                .filter(one -> one.number() <= view)
                .map(Numbered::published)
                .toList();
    }

    private @Nullable Digest digest(String key) {
        var standard = standards.get(key);
        var binding = bindings.get(key);
        if (standard != null) {
            return standard.published().ref().digest();
        }
        return binding == null ? null : binding.published().digest();
    }

    private void read(String key, byte[] value, long number) throws StandardRefused {
        if (key.startsWith(STANDARD)) {
            var standard = compiled.compile(Codec.STANDARD_PUBLISHED.decode(value));
            standards.put(key, new Numbered<>(standard, number));
            var byRule = new HashMap<RuleId, Rule>();
            standard.standard().rules().forEach(rule -> byRule.put(rule.id(), rule));
            rules.put(standard.ref(), byRule);
        } else if (key.startsWith(BINDING)) {
            bindings.put(key, new Numbered<>(Codec.BINDING_PUBLISHED.decode(value), number));
        } else {
            throw new IllegalArgumentException("the key «" + key + "» names neither a standard nor a binding");
        }
    }

    /// Rows of versions that kept no order come before all others.
    private long number(String key) {
        byte[] row = order.get(key);
        return row == null ? 0 : ByteBuffer.wrap(row).getLong();
    }

    /// What was accepted once is known to compile; an engine that refuses it now must not stop the others.
    private void restore(String key, byte[] value) {
        try {
            long number = number(key);
            newest = Math.max(newest, number);
            read(key, value, number);
        } catch (StandardRefused e) {
            LOG.error("The stored {} no longer compiles with this version and is left out: {}", key, e.getMessage());
        }
    }
}
