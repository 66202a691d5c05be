package dev.plumbline.analyzer.build;

import dev.plumbline.model.evidence.Fingerprints;
import dev.plumbline.model.evidence.InventoryEvidence;
import java.util.List;
import java.util.TreeMap;

/// Inventories of several parts: a component that several name counts once. Licences are counted in each, because an
/// inventory does not say which component has which: the counts are upper bounds.
final class InventoryMerge {
    private InventoryMerge() {}

    static InventoryEvidence merge(List<InventoryEvidence> all, List<String> notes) {
        var first = all.getFirst();
        var purls = HashUnion.of(all.stream().map(InventoryEvidence::purls).toList(), Fingerprints.INVENTORY_LIMIT);
        if (!purls.known()) {
            notes.add(first.kind() + ": one of " + all.size()
                    + " inventories is too large to keep the identities of its components; "
                    + "a component that several name counts in each");
        }
        var specifications = all.stream()
                .map(InventoryEvidence::specification)
                .distinct()
                .sorted()
                .toList();
        if (specifications.size() > 1) {
            notes.add(first.kind() + ": the inventories are of " + specifications.size()
                    + " specifications; the first in order counts");
        }
        var licences = new TreeMap<String, Integer>();
        all.forEach(one ->
                one.licences().forEach((licence, components) -> licences.merge(licence, components, Integer::sum)));
        return new InventoryEvidence(
                first.kind(),
                SourceMerge.merge(all),
                specifications.getFirst(),
                all.stream().mapToInt(InventoryEvidence::components).sum() - purls.repeated(),
                licences,
                purls.union());
    }
}
