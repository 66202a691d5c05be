package dev.plumbline.analyzer.publish;

import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.PublicationWithdrawn;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What lies on the topic of standards already, by key.
///
/// @param withdrawn what is no longer there, by the key that it had
record Published(
        SortedMap<String, StandardPublished> standards,
        SortedMap<String, BindingPublished> bindings,
        SortedMap<String, PublicationWithdrawn> withdrawn) {
    Published {
        standards = Collections.unmodifiableSortedMap(new TreeMap<>(standards));
        bindings = Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
        withdrawn = Collections.unmodifiableSortedMap(new TreeMap<>(withdrawn));
    }

    /// What to do about a publication.
    enum Verdict {
        /// It is not there: it may be written.
        NEW,
        /// It was there and was withdrawn: it may be written once more, by whoever wants it back.
        WITHDRAWN,
        /// The same is there: nothing to do.
        EQUAL,
        /// Something else is or was there under its name: what is published never changes.
        DIFFERENT
    }

    Verdict verdict(Publication publication) {
        var known = digest(publication.key());
        if (known != null) {
            return known.equals(publication.digest()) ? Verdict.EQUAL : Verdict.DIFFERENT;
        }
        var gone = withdrawn.get(publication.key());
        if (gone == null) {
            return Verdict.NEW;
        }
        return gone.digest().equals(publication.digest()) ? Verdict.WITHDRAWN : Verdict.DIFFERENT;
    }

    /// Whether somebody took it back: the very same, or a binding in whatever revision.
    boolean tookBack(Publication publication) {
        return switch (publication) {
            case Publication.OfStandard standard -> verdict(standard) == Verdict.WITHDRAWN;
            case Publication.OfBinding of -> {
                var id = of.published().binding().id();
                yield revisions(id).isEmpty() && revision(id) > 0;
            }
        };
    }

    /// {@return what a key stands for; null where nothing is there}
    @Nullable
    Digest digest(String key) {
        var standard = standards.get(key);
        var binding = bindings.get(key);
        if (standard != null) {
            return standard.digest();
        }
        return binding == null ? null : binding.digest();
    }

    /// {@return all versions of a standard, ready to check a binding against}
    List<CompiledStandard> compiled(StandardId standard) throws StandardRefused {
        var compiled = new ArrayList<CompiledStandard>();
        for (var published : standards.values()) {
            if (published.standard().id().equals(standard)) {
                compiled.add(CompiledStandard.compile(published));
            }
        }
        return compiled;
    }

    /// {@return the highest revision that a binding ever had; 0 where there is none}
    int revision(String binding) {
        return Stream.concat(bindings.keySet().stream(), withdrawn.keySet().stream())
                .mapToInt(key -> Publication.OfBinding.revision(key, binding))
                .max()
                .orElse(0);
    }

    /// {@return the keys of a binding's revisions that are there, the oldest first}
    List<String> revisions(String binding) {
        return bindings.values().stream()
                .map(BindingPublished::binding)
                .filter(known -> known.id().equals(binding))
                .sorted((one, other) -> Integer.compare(one.revision(), other.revision()))
                .map(known -> Publication.OfBinding.key(known.id(), known.revision()))
                .toList();
    }
}
