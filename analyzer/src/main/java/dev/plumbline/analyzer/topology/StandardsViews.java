package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.standard.Applicability;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.RepositoryFacts;
import dev.plumbline.model.standard.BindingPublished;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/// Which standards hold for a repository, by what was published up to a point. The lately used points and answers are
/// kept: nearly all builds ask at the newest.
final class StandardsViews {
    private static final int VIEWS_KEPT = 8;
    private static final int ANSWERS_KEPT = 4_096;

    private final LongFunction<Published> source;
    private final Map<Long, Shelved> shelved = new Lately<>(VIEWS_KEPT);

    record Published(List<BindingPublished> bindings, List<CompiledStandard> standards) {}

    /// The answers of one view. Which bindings are in force changes only at their effective times, so that between two
    /// of
    /// them an answer holds for every build of a repository with equal facts.
    private record Shelved(Applicability applicability, List<Instant> turns, Map<Question, List<Applied>> answers) {}

    private record Question(RepositoryFacts facts, long turn) {}

    StandardsViews(LongFunction<Published> source) {
        this.source = source;
    }

    List<Applied> applied(RepositoryFacts facts, Instant asOf, long view) {
        var current = current(view);
        long turn = current.turns().stream().filter(time -> !time.isAfter(asOf)).count();
        return current.answers()
                .computeIfAbsent(
                        new Question(facts, turn),
                        question -> current.applicability().applied(question.facts(), asOf));
    }

    List<String> whyNone(RepositoryFacts facts, Instant asOf, long view) {
        return current(view).applicability().whyNone(facts, asOf);
    }

    /// What was published under an earlier number is no longer what it was.
    void forget() {
        shelved.clear();
    }

    private Shelved current(long view) {
        return shelved.computeIfAbsent(view, this::shelve);
    }

    private Shelved shelve(long view) {
        var published = source.apply(view);
        return new Shelved(
                Applicability.of(published.bindings(), published.standards()),
                published.bindings().stream()
                        .map(binding -> binding.binding().enforcement().effectiveFrom())
                        .distinct()
                        .toList(),
                new Lately<>(ANSWERS_KEPT));
    }

    /// The least recently used go.
    private static final class Lately<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;
        private final int kept;

        Lately(int kept) {
            super(16, 0.75f, true);
            this.kept = kept;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > kept;
        }
    }
}
