package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.FindingGroup;
import dev.plumbline.model.evidence.FindingGroup.Area;
import dev.plumbline.model.evidence.FindingsEvidence;
import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.Position;
import dev.plumbline.model.evidence.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Findings of several reports of one tool. Reports about different code are added, group by group. Where one report
/// holds all findings of another, each group counts as in the larger. Where they overlap in part, the groups cannot say
/// which findings are the same: they are added, and a note says so.
final class FindingsMerge {
    private static final Comparator<Position> BY_PLACE = Comparator.comparing(Position::path)
            .thenComparingInt(Position::line)
            .thenComparing(Position::message);

    private FindingsMerge() {}

    static FindingsEvidence merge(List<FindingsEvidence> all, List<String> notes) {
        var first = all.getFirst();
        var prints =
                HashUnion.of(all.stream().map(FindingsEvidence::fingerprints).toList(), Fingerprints.FINDINGS_LIMIT);
        int largest =
                all.stream().mapToInt(one -> one.fingerprints().count()).max().orElse(0);
        boolean contained =
                prints.known() && prints.repeated() > 0 && prints.union().count() == largest;
        if (!prints.known()) {
            notes.add(first.kind() + ": one of " + all.size()
                    + " reports has too many findings to tell which are the same; all are added");
        } else if (prints.repeated() > 0 && !contained) {
            notes.add(first.kind() + ": " + prints.repeated()
                    + (prints.repeated() == 1 ? " finding is in" : " findings are in") + " several of " + all.size()
                    + " reports, counted in each");
        }
        return new FindingsEvidence(
                first.kind(),
                SourceMerge.merge(all),
                groups(all, contained),
                prints.union(),
                all.stream().flatMap(one -> one.enabledRules().stream()).toList());
    }

    private record Place(String rule, Area area, Severity severity) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::rule).thenComparing(Place::area).thenComparing(Place::severity);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    private static List<FindingGroup> groups(List<FindingsEvidence> all, boolean contained) {
        var byPlace = new TreeMap<Place, List<FindingGroup>>();
        all.stream()
                .flatMap(one -> one.groups().stream())
                .forEach(group -> byPlace.computeIfAbsent(
                                new Place(group.rule(), group.area(), group.severity()), _ -> new ArrayList<>())
                        .add(group));
        return byPlace.entrySet().stream()
                .map(entry -> group(entry.getKey(), entry.getValue(), contained))
                .toList();
    }

    private static FindingGroup group(Place place, List<FindingGroup> same, boolean contained) {
        var open = same.stream().mapToInt(FindingGroup::open);
        var suppressed = same.stream().mapToInt(FindingGroup::suppressed);
        Stream<Position> samples = same.stream().flatMap(group -> group.samples().stream());
        return new FindingGroup(
                place.rule(),
                place.area(),
                place.severity(),
                contained ? open.max().orElse(0) : open.sum(),
                contained ? suppressed.max().orElse(0) : suppressed.sum(),
                samples.distinct().sorted(BY_PLACE).toList());
    }
}
