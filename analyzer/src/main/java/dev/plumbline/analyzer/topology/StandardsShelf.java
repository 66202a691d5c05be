package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.standard.Applicability;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The standards and bindings of one partition: in the store as published, in memory compiled.
final class StandardsShelf {
    static final String STANDARD = "standard:";
    static final String BINDING = "binding:";
    private static final Logger LOG = LoggerFactory.getLogger(StandardsShelf.class);
    private static final int ANSWERS_KEPT = 4_096;

    private final KeyValueStore<String, byte[]> store;
    private final CompiledStandards compiled;
    private final Map<String, CompiledStandard> standards = new TreeMap<>();
    private final SortedMap<String, BindingPublished> bindings = new TreeMap<>();
    private final Map<StandardRef, Map<RuleId, Rule>> rules = new HashMap<>();
    private @Nullable Shelved shelved;

    /// The answers of one state of the shelf. Which bindings are in force changes only at their effective times, so
    /// that
    /// between two of them an answer holds for every build of a repository with equal facts.
    private record Shelved(Applicability applicability, List<Instant> turns, Map<Question, List<Applied>> answers) {}

    private record Question(RepositoryFacts facts, long turn) {}

    StandardsShelf(KeyValueStore<String, byte[]> store, CompiledStandards compiled) {
        this.store = store;
        this.compiled = compiled;
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> restore(row.key, row.value));
        }
    }

    /// Takes a record of the topic of standards.
    ///
    /// @param value null withdraws what the key names
    /// @throws StandardRefused when a standard does not compile
    void accept(String key, byte @Nullable [] value) throws StandardRefused {
        if (value == null) {
            standards.remove(key);
            bindings.remove(key);
            store.delete(key);
        } else {
            read(key, value);
            store.put(key, value);
        }
        shelved = null;
    }

    List<Applied> applied(RepositoryFacts facts, Instant asOf) {
        var current = current();
        long turn = current.turns().stream().filter(time -> !time.isAfter(asOf)).count();
        return current.answers()
                .computeIfAbsent(
                        new Question(facts, turn),
                        question -> current.applicability().applied(question.facts(), asOf));
    }

    List<String> whyNone(RepositoryFacts facts, Instant asOf) {
        return current().applicability().whyNone(facts, asOf);
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

    private Shelved current() {
        var known = shelved;
        if (known == null) {
            known = new Shelved(
                    Applicability.of(List.copyOf(bindings.values()), List.copyOf(standards.values())),
                    bindings.values().stream()
                            .map(published -> published.binding().enforcement().effectiveFrom())
                            .distinct()
                            .toList(),
                    new LinkedHashMap<>(16, 0.75f, true) {
                        private static final long serialVersionUID = 1;

                        @Override
                        protected boolean removeEldestEntry(Map.Entry<Question, List<Applied>> eldest) {
                            return size() > ANSWERS_KEPT;
                        }
                    });
            shelved = known;
        }
        return known;
    }

    private void read(String key, byte[] value) throws StandardRefused {
        if (key.startsWith(STANDARD)) {
            var standard = compiled.compile(Codec.STANDARD_PUBLISHED.decode(value));
            standards.put(key, standard);
            var byRule = new HashMap<RuleId, Rule>();
            standard.standard().rules().forEach(rule -> byRule.put(rule.id(), rule));
            rules.put(standard.ref(), byRule);
        } else if (key.startsWith(BINDING)) {
            bindings.put(key, Codec.BINDING_PUBLISHED.decode(value));
        } else {
            throw new IllegalArgumentException("the key «" + key + "» names neither a standard nor a binding");
        }
    }

    /// What was accepted once is known to compile; an engine that refuses it now must not stop the others.
    private void restore(String key, byte[] value) {
        try {
            read(key, value);
        } catch (StandardRefused e) {
            LOG.error("The stored {} no longer compiles with this version and is left out: {}", key, e.getMessage());
        }
    }
}
