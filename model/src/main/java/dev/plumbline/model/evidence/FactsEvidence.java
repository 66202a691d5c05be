package dev.plumbline.model.evidence;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// What a reading of the working tree itself says. Counts go by the ids of {@link Fact}; a later collector
/// may count more, so that ids nobody here knows are kept as they are.
///
/// @param counts all facts that were looked for, those of which there are none included
/// @param samples at most {@link #SAMPLE_LIMIT} places by id of the fact
public record FactsEvidence(
        Kind kind,
        Source source,
        SortedMap<String, Integer> counts,
        SortedMap<String, List<Position>> samples,
        Project project)
        implements Evidence {
    public static final int SAMPLE_LIMIT = 20;

    /// What the project says of itself.
    ///
    /// @param files language → number of source files, tests included
    /// @param headings of the README, in their order, at most {@link #HEADINGS_LIMIT}
    /// @param settings of tools, by file and dotted name: `ruff.line-length`
    /// @param dependencies names of declared packages, lower case, at most {@link #DEPENDENCIES_LIMIT}
    public record Project(
            SortedMap<String, Integer> files,
            List<String> headings,
            SortedMap<String, String> settings,
            List<String> dependencies) {
        public static final int HEADINGS_LIMIT = 60;
        public static final int DEPENDENCIES_LIMIT = 500;

        public Project {
            files = SortedEntries.copyOf(files);
            headings = InOrder.first(headings, HEADINGS_LIMIT);
            settings = SortedEntries.copyOf(settings);
            dependencies = InOrder.first(InOrder.of(dependencies), DEPENDENCIES_LIMIT);
        }
    }

    public FactsEvidence {
        counts.forEach((id, count) -> {
            if (count < 0) {
                throw new IllegalArgumentException("a count must not be negative: " + id + " is " + count);
            }
        });
        counts = SortedEntries.copyOf(counts);
        var kept = new SortedEntries.Builder<String, List<Position>>(samples.size());
        SortedEntries.copyOf(samples).forEach((id, places) -> kept.add(id, InOrder.first(places, SAMPLE_LIMIT)));
        samples = kept.built();
    }

    /// {@return how many there are; fails where the collector did not look for them}
    public int count(Fact fact) {
        Integer count = counts.get(fact.id());
        if (count == null) {
            throw new IllegalStateException(
                    "the collector did not look for " + fact.id() + "; collect again with this version of plumbline");
        }
        return count;
    }

    /// {@return places of a fact, as far as they are kept}
    public List<Position> places(String id) {
        return samples.getOrDefault(id, List.of());
    }

    /// {@return the languages that make up the project: each with a tenth of the source files or more}
    public List<String> languages() {
        int all = project.files().values().stream().mapToInt(Integer::intValue).sum();
        return project.files().entrySet().stream()
                .filter(language -> language.getValue() > 0 && language.getValue() * 10L >= all)
                .map(Map.Entry::getKey)
                .toList();
    }
}
