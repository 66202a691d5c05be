package dev.plumbline.ingest.identity;

import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.catalog.AliasRegistered;
import dev.plumbline.model.catalog.CatalogEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the catalog's topic says of the ids and names of repositories. Every reader that has read the same
/// records gives the same answers, whatever the order among partitions.
///
/// An id that was used first stays canonical. Another id is resolved by what people say in the catalog,
/// else by what uploads said, of which the first record holds. Uploads add aliases and never move one.
/// Bounded by the repositories that ever sent something, with at most {@value #ALIASES} learned aliases
/// each.
public final class Identities {
    static final int ALIASES = 50;

    private final Map<RepositoryId, RepositoryId> learned = new HashMap<>();
    private final Map<RepositoryId, Integer> aliases = new HashMap<>();
    /// Of these an upload brought a number, or a name with its host: another one is another repository.
    private final TreeSet<RepositoryId> numbered = new TreeSet<>();

    private final Map<RepositoryId, CatalogEntry> entries = new HashMap<>();
    private final Map<RepositoryId, TreeSet<RepositoryId>> claimants = new HashMap<>();

    /// Takes a record of an alias; a further one of the same alias says nothing.
    public synchronized void learn(AliasRegistered record) {
        if (learned.putIfAbsent(record.alias(), record.repository()) == null && !record.own()) {
            aliases.merge(record.repository(), 1, Integer::sum);
            if (!isName(record.alias())) {
                numbered.add(record.repository());
            }
        }
    }

    /// Takes an entry of the catalog; null where it was removed.
    public synchronized void enter(RepositoryId repository, @Nullable CatalogEntry entry) {
        var before = entry == null ? entries.remove(repository) : entries.put(repository, entry);
        if (before != null) {
            before.claims()
                    .forEach(claim -> claimants.computeIfPresent(claim, (_, all) -> {
                        all.remove(repository);
                        return all.isEmpty() ? null : all;
                    }));
        }
        if (entry != null) {
            entry.claims()
                    .forEach(claim -> claimants
                            .computeIfAbsent(claim, _ -> new TreeSet<>())
                            .add(repository));
        }
    }

    /// {@return the id under which a repository is kept; the given one where nothing else is known}
    public synchronized RepositoryId canonical(RepositoryId id) {
        var seen = new LinkedHashSet<RepositoryId>();
        var at = id;
        while (seen.add(at)) {
            at = target(at);
        }
        // it stands for itself, or some stand for each other: of these every reader takes the same
        var first = at;
        return seen.stream()
                .dropWhile(one -> !one.equals(first))
                .min(Comparator.naturalOrder())
                .orElse(first);
    }

    /// {@return what is to be registered before evidence under an id and a name is sent}
    synchronized List<AliasRegistered> news(RepositoryId id, RepositoryName called) {
        var name = RepositoryId.ofName(called);
        if (id.equals(name)) {
            return known(id) ? List.of() : List.of(new AliasRegistered(id, id));
        }
        if (known(id)) {
            var canonical = canonical(id);
            return known(name) || full(canonical) ? List.of() : List.of(new AliasRegistered(name, canonical));
        }
        if (!known(name)) {
            return List.of(new AliasRegistered(id, id), new AliasRegistered(name, id));
        }
        var named = canonical(name);
        return List.of(new AliasRegistered(id, mayBeNumbered(named) ? named : id));
    }

    /// {@return who holds an alias by what uploads said; null where none said anything}
    synchronized @Nullable RepositoryId holder(RepositoryId alias) {
        return learned.get(alias);
    }

    Repositories.Settled settled(RepositoryId id, RepositoryName called) {
        var canonical = canonical(id);
        var notes = new ArrayList<String>();
        if (!canonical.equals(id)) {
            notes.add("Repository " + id + " is kept as " + canonical + ", the first id it was sent under.");
        }
        var named = canonical(RepositoryId.ofName(called));
        if (!named.equals(canonical) && !id.equals(RepositoryId.ofName(called))) {
            notes.add("The name " + called + " belongs to " + named + "; uploads that bring only the name go there.");
        }
        return new Repositories.Settled(canonical, notes);
    }

    private boolean known(RepositoryId id) {
        return learned.containsKey(id) || entries.containsKey(id) || claimants.containsKey(id);
    }

    private RepositoryId target(RepositoryId id) {
        var told = learned.get(id);
        if (id.equals(told)) {
            return id;
        }
        var said = claimants.get(id);
        if (said != null && !entries.containsKey(id)) {
            return said.stream()
                    .min(Comparator.comparing((RepositoryId who) -> !calledNow(who, id))
                            .thenComparing(Comparator.naturalOrder()))
                    .orElse(id);
        }
        return told == null ? id : told;
    }

    /// Whether the catalog has an id as a repository's name of now, not as an earlier one.
    private boolean calledNow(RepositoryId repository, RepositoryId id) {
        var entry = entries.get(repository);
        return entry != null && RepositoryId.ofName(entry.name()).equals(id);
    }

    /// A name that came without a number may get one, once.
    private boolean mayBeNumbered(RepositoryId named) {
        var entry = entries.get(named);
        return isName(named)
                && !numbered.contains(named)
                && !full(named)
                && (entry == null || entry.claims().stream().allMatch(Identities::isName));
    }

    private boolean full(RepositoryId canonical) {
        return aliases.getOrDefault(canonical, 0) >= ALIASES;
    }

    private static boolean isName(RepositoryId id) {
        return id.value().startsWith("name:local/");
    }
}
