package dev.plumbline.model.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/// One vulnerability has many names: a CVE number, an advisory of GitHub, an entry of the ecosystem's own
/// database. Entries of one version of a package that share a name are one vulnerability, and so are those
/// that a third entry joins.
///
/// The name that stands first is chosen by its scheme, in this order, and among names of one scheme by the
/// alphabet:
///
/// | order | scheme |
/// |---|---|
/// | 1 | `CVE-`, which all tools know |
/// | 2 | `GHSA-`, GitHub |
/// | 3 | databases of the ecosystems: `PYSEC-`, `RUSTSEC-`, `GO-`, `MAL-`, `OSV-`, `HSEC-`, `RSEC-`, `EEF-`, `PSF-` |
/// | 4 | every other name: of distributions, of vendors, plain numbers |
public final class Aliases {
    private static final List<String> ECOSYSTEMS =
            List.of("PYSEC-", "RUSTSEC-", "GO-", "MAL-", "OSV-", "HSEC-", "RSEC-", "EEF-", "PSF-");
    private static final Comparator<String> PREFERRED =
            Comparator.comparingInt(Aliases::order).thenComparing(Comparator.naturalOrder());
    private static final Comparator<Vulnerability> WORST_FIRST = Comparator.comparing(
                    (Vulnerability one) -> one.severity() == Severity.UNSTATED ? Severity.HIGH : one.severity())
            .thenComparing(Vulnerability::packageName)
            .thenComparing(Vulnerability::version)
            .thenComparing(Vulnerability::id);

    /// So that what comes out does not depend on the order in which the entries came.
    private static final Comparator<Vulnerability> ANY_ORDER = Comparator.comparing(Vulnerability::id)
            .thenComparing(one -> String.join("\n", one.aliases()))
            .thenComparing(one -> String.join("\n", one.fixVersions()));

    private Aliases() {}

    /// {@return each vulnerability once, under its preferred name, as bad as the worst of its entries,
    /// worst first; one of unknown severity stands where a high one would}
    public static List<Vulnerability> united(Collection<Vulnerability> entries) {
        var places = new LinkedHashMap<Place, List<Vulnerability>>();
        var here = new Place("", "");
        List<Vulnerability> entriesHere = List.of();
        for (Vulnerability entry : entries) {
            // those of one package mostly come one after another
            if (entriesHere.isEmpty() || !here.has(entry)) {
                here = new Place(entry.packageName(), entry.version());
                entriesHere = places.computeIfAbsent(here, _ -> new ArrayList<>());
            }
            entriesHere.add(entry);
        }
        var united = new ArrayList<Vulnerability>(entries.size());
        places.values().forEach(entriesOfOne -> unite(distinct(entriesOfOne), united));
        united.sort(WORST_FIRST);
        return List.copyOf(united);
    }

    /// {@return the name by which a vulnerability is known best}
    public static String preferred(Collection<String> names) {
        return names.stream().min(PREFERRED).orElse("");
    }

    private record Place(String packageName, String version) {
        boolean has(Vulnerability entry) {
            return packageName.equals(entry.packageName()) && version.equals(entry.version());
        }
    }

    /// Tools list an entry once for each way to its package. Entries without a name stay, for nothing says
    /// that they are of one vulnerability.
    private static List<Vulnerability> distinct(List<Vulnerability> entries) {
        if (entries.size() == 1) {
            return entries;
        }
        // entries of one name are mostly equal: hashing their names alone is faster
        var named = new HashMap<String, Vulnerability>();
        var others = new HashSet<Vulnerability>();
        var distinct = new ArrayList<Vulnerability>();
        for (Vulnerability entry : entries) {
            Vulnerability first = named.putIfAbsent(entry.id(), entry);
            if (first == null || !first.equals(entry) && others.add(entry) || nameless(entry)) {
                distinct.add(entry);
            }
        }
        return distinct;
    }

    private static boolean nameless(Vulnerability entry) {
        return entry.id().isEmpty() && entry.aliases().stream().allMatch(String::isEmpty);
    }

    private static void unite(List<Vulnerability> entries, List<Vulnerability> united) {
        int[] above = new int[entries.size()];
        var holders = new HashMap<String, Integer>();
        for (int i = 0; i < above.length; i++) {
            above[i] = i;
            Vulnerability entry = entries.get(i);
            join(above, holders, entry.id(), i);
            for (String alias : entry.aliases()) {
                join(above, holders, alias, i);
            }
        }
        Map<Integer, List<Vulnerability>> groups = new LinkedHashMap<>();
        for (int i = 0; i < above.length; i++) {
            groups.computeIfAbsent(root(above, i), _ -> new ArrayList<>()).add(entries.get(i));
        }
        groups.values().forEach(group -> united.add(one(group)));
    }

    private static void join(int[] above, Map<String, Integer> holders, String name, int entry) {
        if (!name.isEmpty()) {
            Integer holder = holders.putIfAbsent(name.toUpperCase(Locale.ROOT), entry);
            if (holder != null) {
                above[root(above, entry)] = root(above, holder);
            }
        }
    }

    private static int root(int[] above, int entry) {
        int at = entry;
        while (above[at] != at) {
            above[at] = above[above[at]];
            at = above[at];
        }
        return at;
    }

    private static Vulnerability one(List<Vulnerability> group) {
        var names = new TreeSet<>(PREFERRED);
        var fixes = new LinkedHashSet<String>();
        Severity worst = Severity.UNSTATED;
        for (Vulnerability entry :
                group.size() == 1 ? group : group.stream().sorted(ANY_ORDER).toList()) {
            names.add(entry.id());
            names.addAll(entry.aliases());
            fixes.addAll(entry.fixVersions());
            worst = entry.severity().compareTo(worst) < 0 ? entry.severity() : worst;
        }
        names.remove("");
        Vulnerability first = group.getFirst();
        String id = names.isEmpty() ? "" : names.removeFirst();
        return new Vulnerability(
                id, List.copyOf(names), first.packageName(), first.version(), worst, List.copyOf(fixes));
    }

    private static int order(String name) {
        if (name.startsWith("CVE-")) {
            return 1;
        }
        if (name.startsWith("GHSA-")) {
            return 2;
        }
        for (String ecosystem : ECOSYSTEMS) {
            if (name.startsWith(ecosystem)) {
                return 3;
            }
        }
        return 4;
    }
}
