package dev.plumbline.model.evidence;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a build consists of: a software bill of materials.
///
/// @param components entries, nested ones included, the thing itself that the inventory is about not
/// @param licences licence as the inventory names it → number of components, the {@link #LICENCES_LIMIT}
///     most frequent; a component without one counts under {@link #NO_LICENCE}
/// @param purls hashes of the package URLs, of `name@version` where a component has none
public record InventoryEvidence(
        Kind kind,
        Source source,
        Specification specification,
        int components,
        SortedMap<String, Integer> licences,
        Fingerprints purls)
        implements Evidence {
    public static final int LICENCES_LIMIT = 200;
    public static final String NO_LICENCE = "NOASSERTION";

    /// The document's own format, e.g. CycloneDX 1.6.
    public record Specification(String name, String version) implements Comparable<Specification> {
        private static final Comparator<Specification> ORDER =
                Comparator.comparing(Specification::name).thenComparing(Specification::version);

        @Override
        public int compareTo(Specification other) {
            return ORDER.compare(this, other);
        }
    }

    public InventoryEvidence {
        if (components < 0 || components < purls.count()) {
            throw new IllegalArgumentException(
                    "an inventory of " + components + " components cannot name " + purls.count() + " different ones");
        }
        licences = SortedEntries.copyOf(licences.size() > LICENCES_LIMIT ? mostFrequent(licences) : licences);
    }

    private static SortedMap<String, Integer> mostFrequent(Map<String, Integer> licences) {
        var mostFrequent = new TreeMap<String, Integer>();
        licences.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(LICENCES_LIMIT)
                .forEach(licence -> mostFrequent.put(licence.getKey(), licence.getValue()));
        return mostFrequent;
    }
}
