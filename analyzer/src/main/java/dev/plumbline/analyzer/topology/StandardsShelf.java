package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.Binding;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Version;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standards and bindings of one partition: in the store as published, in memory compiled. Each has a
/// number in the order in which it came, and one for its withdrawal, so that a build can be judged by what
/// was published up to a point: its *view*. What was withdrawn is kept for the views before.
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

    /// @param turns at which it came and went
    private record Numbered<T>(T published, Turns turns) {}

    /// What a record of the topic says that was not known before.
    sealed interface News {
        record Nothing() implements News {}

        record OfStandard(StandardId standard, Version version, Instant publishedAt) implements News {}

        record OfBinding(Binding binding, Instant publishedAt) implements News {}

        /// A version of a standard that some binding accepts, or a binding to one, is withdrawn.
        record Withdrawn(StandardId standard, Version version) implements News {}
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
    /// @param value null withdraws what the key names
    /// @throws StandardRefused when a standard does not compile
    News accept(String key, byte @Nullable [] value) throws StandardRefused {
        if (PublicationWithdrawn.isKey(key)) {
            return new News.Nothing(); // for publishers; what it marks is withdrawn by a record of its own
        }
        if (value == null) {
            return withdrawn(key);
        }
        var before = digest(key);
        var turns = turns(key);
        read(key, value, turns);
        boolean known = Objects.equals(before, digest(key));
        if (known && turns.stands()) {
            store.put(key, value);
            return new News.Nothing();
        }
        put(key, known ? turns.and(newest + 1) : Turns.NONE.and(newest + 1));
        read(key, value, turns(key));
        store.put(key, value);
        if (before != null && !known) {
            views.forget();
        }
        return news(key);
    }

    private News withdrawn(String key) {
        var standard = standards.get(key);
        var binding = bindings.get(key);
        var turns = turns(key);
        if ((standard == null && binding == null) || !turns.stands()) {
            return new News.Nothing();
        }
        var news = standard == null
                ? without(binding(key))
                : without(standard.published().ref());
        put(key, turns.and(newest + 1));
        standards.computeIfPresent(key, (_, one) -> new Numbered<>(one.published(), turns(key)));
        bindings.computeIfPresent(key, (_, one) -> new Numbered<>(one.published(), turns(key)));
        return news;
    }

    private News without(StandardRef ref) {
        return bound(ref.id(), ref.version()) ? new News.Withdrawn(ref.id(), ref.version()) : new News.Nothing();
    }

    private News without(@Nullable Binding binding) {
        var version = binding == null ? null : resolved(binding);
        return binding == null || version == null
                ? new News.Nothing()
                : new News.Withdrawn(binding.standard(), version);
    }

    private void put(String key, Turns turns) {
        newest++;
        order.put(key, turns.encode());
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
        return standing(standards)
                .map(CompiledStandard::ref)
                .filter(ref ->
                        ref.id().equals(binding.standard()) && binding.version().contains(ref.version()))
                .map(StandardRef::version)
                .max(Version::compareTo)
                .orElse(null);
    }

    /// Whether some binding accepts a version.
    boolean bound(StandardId standard, Version version) {
        return standing(bindings)
                .map(BindingPublished::binding)
                .anyMatch(binding ->
                        binding.standard().equals(standard) && binding.version().contains(version));
    }

    /// {@return the binding of a key; null where it was withdrawn}
    @Nullable
    Binding binding(String key) {
        var known = bindings.get(key);
        return known == null || !known.turns().stands()
                ? null
                : known.published().binding();
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
                .filter(one -> one.turns().shownIn(view))
                .map(Numbered::published)
                .toList();
    }

    private static <T> Stream<T> standing(SortedMap<String, Numbered<T>> all) {
        return all.values().stream().filter(one -> one.turns().stands()).map(Numbered::published);
    }

    private @Nullable Digest digest(String key) {
        var standard = standards.get(key);
        var binding = bindings.get(key);
        if (standard != null) {
            return standard.published().ref().digest();
        }
        return binding == null ? null : binding.published().digest();
    }

    private void read(String key, byte[] value, Turns turns) throws StandardRefused {
        if (key.startsWith(STANDARD)) {
            var standard = compiled.compile(Codec.STANDARD_PUBLISHED.decode(value));
            standards.put(key, new Numbered<>(standard, turns));
            var byRule = new HashMap<RuleId, Rule>();
            standard.standard().rules().forEach(rule -> byRule.put(rule.id(), rule));
            rules.put(standard.ref(), byRule);
        } else if (key.startsWith(BINDING)) {
            bindings.put(key, new Numbered<>(Codec.BINDING_PUBLISHED.decode(value), turns));
        } else {
            throw new IllegalArgumentException("the key «" + key + "» names neither a standard nor a binding");
        }
    }

    /// What was stored by versions that kept no order came before all others.
    private Turns turns(String key) {
        byte[] row = order.get(key);
        if (row != null) {
            return Turns.decode(row);
        }
        return store.get(key) == null ? Turns.NONE : Turns.NONE.and(0);
    }

    /// What was accepted once is known to compile; an engine that refuses it now must not stop the others.
    private void restore(String key, byte[] value) {
        try {
            var turns = turns(key);
            newest = Math.max(newest, turns.last());
            read(key, value, turns);
        } catch (StandardRefused e) {
            LOG.error("The stored {} no longer compiles with this version and is left out: {}", key, e.getMessage());
        }
    }
}
