package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.FactsEvidence;
import dev.plumbline.model.evidence.FactsEvidence.Project;
import dev.plumbline.model.evidence.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Facts of several parts of a tree: they add up. A fact for which one collector did not look is not known of the
/// whole.
final class FactsMerge {
    private FactsMerge() {}

    static FactsEvidence merge(List<FactsEvidence> all, List<String> notes) {
        var first = all.getFirst();
        var counts = new TreeMap<String, Integer>();
        var samples = new TreeMap<String, List<Position>>();
        for (var one : all) {
            add(counts, one.counts());
            one.samples()
                    .forEach((id, places) ->
                            samples.computeIfAbsent(id, _ -> new ArrayList<>()).addAll(places));
        }
        int before = counts.size();
        all.forEach(one -> counts.keySet().retainAll(one.counts().keySet()));
        if (counts.size() < before) {
            int partial = before - counts.size();
            notes.add(first.kind() + ": " + partial + (partial == 1 ? " fact was" : " facts were")
                    + " looked for in some of " + all.size() + " parts only, counted as not stated");
        }
        samples.keySet().retainAll(counts.keySet());
        return new FactsEvidence(first.kind(), SourceMerge.merge(all), counts, samples, project(all, notes));
    }

    private static Project project(List<FactsEvidence> all, List<String> notes) {
        var files = new TreeMap<String, Integer>();
        var settings = new TreeMap<String, String>();
        var disputed = new TreeSet<String>();
        for (var one : all) {
            add(files, one.project().files());
            one.project().settings().forEach((name, value) -> {
                var known = settings.putIfAbsent(name, value);
                if (known != null && !known.equals(value)) {
                    disputed.add(name);
                }
            });
        }
        disputed.forEach(
                name -> notes.add("facts: the parts differ in the setting «" + name + "»; it counts as not stated"));
        settings.keySet().removeAll(disputed);
        return new Project(
                files,
                all.stream()
                        .flatMap(one -> one.project().headings().stream())
                        .distinct()
                        .toList(),
                settings,
                all.stream()
                        .flatMap(one -> one.project().dependencies().stream())
                        .toList());
    }

    private static void add(SortedMap<String, Integer> sums, SortedMap<String, Integer> counts) {
        counts.forEach((name, count) -> sums.merge(name, count, Integer::sum));
    }
}
