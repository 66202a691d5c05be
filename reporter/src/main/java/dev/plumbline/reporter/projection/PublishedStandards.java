package dev.plumbline.reporter.projection;

import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Version;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Standards in all their versions and bindings in their newest revision. Bounded by what people publish:
/// the log keeps all of it too.
public record PublishedStandards(SortedMap<Name, StandardPublished> standards, Map<String, BindingPublished> bindings) {
    public static final PublishedStandards NONE = new PublishedStandards(new TreeMap<>(), Map.of());

    /// A standard in one version.
    public record Name(StandardId id, Version version) implements Comparable<Name> {
        @Override
        public int compareTo(Name other) {
            int byId = id.compareTo(other.id);
            return byId == 0 ? version.compareTo(other.version) : byId;
        }
    }

    public PublishedStandards {
        standards = Collections.unmodifiableSortedMap(new TreeMap<>(standards));
        bindings = Map.copyOf(bindings);
    }

    public Optional<StandardPublished> standard(StandardRef ref) {
        return Optional.ofNullable(standards.get(new Name(ref.id(), ref.version())));
    }

    public Optional<Rule> rule(StandardRef ref, RuleId rule) {
        return standard(ref)
                .flatMap(published -> published.standard().rules().stream()
                        .filter(candidate -> candidate.id().equals(rule))
                        .findFirst());
    }

    public List<BindingPublished> bindingsOf(StandardId standard) {
        return bindings.values().stream()
                .filter(published -> published.binding().standard().equals(standard))
                .sorted((one, other) ->
                        one.binding().id().compareTo(other.binding().id()))
                .toList();
    }

    /// {@return these without what was published under a key}
    PublishedStandards without(String key) {
        var fewer = new TreeMap<>(standards);
        fewer.keySet().removeIf(name -> key.equals("standard:" + name.id() + ":" + name.version()));
        var bound = new HashMap<>(bindings);
        bound.values()
                .removeIf(published -> key.equals("binding:"
                        + published.binding().id() + ":" + published.binding().revision()));
        return new PublishedStandards(fewer, bound);
    }

    PublishedStandards with(StandardPublished published) {
        var next = new TreeMap<>(standards);
        next.put(new Name(published.standard().id(), published.standard().version()), published);
        return new PublishedStandards(next, bindings);
    }

    PublishedStandards with(BindingPublished published) {
        BindingPublished known = bindings.get(published.binding().id());
        if (known != null && known.binding().revision() > published.binding().revision()) {
            return this;
        }
        var next = new HashMap<>(bindings);
        next.put(published.binding().id(), published);
        return new PublishedStandards(standards, next);
    }
}
