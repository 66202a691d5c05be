package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.Given;
import dev.plumbline.model.evidence.AuditEvidence;
import dev.plumbline.model.evidence.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The attempts of runs, by plain means.
final class PlainAttempts {
    private final Map<String, NavigableMap<Integer, RandomHistory.Build>> ofRun = new HashMap<>();
    /// By build, which attempts before it are known to it.
    private final Map<String, NavigableSet<Integer>> known = new HashMap<>();
    private final Predicate<RandomHistory.Build> kept;

    /// @param kept whether what a build brought is still there for one that begins
    PlainAttempts(Predicate<RandomHistory.Build> kept) {
        this.kept = kept;
    }

    /// A build comes: it finds the last attempt before it, and all that was known to that.
    void came(RandomHistory.Build build) {
        var before = new TreeSet<Integer>();
        for (var earlier :
                attempts(build).headMap(number(build), false).descendingMap().values()) {
            if (before.isEmpty() && kept.test(earlier)) {
                before.addAll(known(earlier));
                before.add(number(earlier));
            }
        }
        known.put(id(build), before);
        attempts(build).put(number(build), build);
    }

    /// More of a build comes.
    void late(RandomHistory.Build build) {
        attempts(build).put(number(build), build);
        after(build).forEach(later -> known(later).add(number(build)));
    }

    /// {@return a build with what it does not bring itself: of each kind but audits what the last attempt
    /// before it that has any brought}
    RandomHistory.Build whole(RandomHistory.Build build) {
        var uploads = new ArrayList<>(build.uploads());
        for (int attempt : known(build).descendingSet()) {
            var here = kinds(uploads);
            var before = attempts(build).get(attempt);
            for (var upload : before == null ? List.<Given.Said>of() : before.uploads()) {
                var taken = upload.evidence().stream()
                        .filter(evidence -> !(evidence instanceof AuditEvidence))
                        .filter(evidence -> !here.contains(evidence.kind().value()))
                        .toArray(Evidence[]::new);
                if (taken.length > 0) {
                    uploads.add(upload.with(taken));
                }
            }
        }
        return new RandomHistory.Build(build.done(), uploads);
    }

    List<RandomHistory.Build> after(RandomHistory.Build build) {
        return List.copyOf(attempts(build).tailMap(number(build), false).values());
    }

    private NavigableSet<Integer> known(RandomHistory.Build build) {
        return known.computeIfAbsent(id(build), _ -> new TreeSet<>());
    }

    private static List<String> kinds(List<Given.Said> uploads) {
        return uploads.stream()
                .flatMap(upload -> upload.evidence().stream())
                .map(evidence -> evidence.kind().value())
                .toList();
    }

    private NavigableMap<Integer, RandomHistory.Build> attempts(RandomHistory.Build build) {
        var first = build.uploads().getFirst();
        return ofRun.computeIfAbsent(first.commit() + " " + first.run(), _ -> new TreeMap<>());
    }

    static String id(RandomHistory.Build build) {
        return build.uploads().getFirst().key().id().value();
    }

    private static int number(RandomHistory.Build build) {
        return build.uploads().getFirst().attempt();
    }
}
