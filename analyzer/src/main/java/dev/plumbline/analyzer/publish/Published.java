package dev.plumbline.analyzer.publish;

import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.StandardRefused;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.standard.BindingPublished;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardPublished;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What lies on the topic of standards already, by key.
record Published(SortedMap<String, StandardPublished> standards, SortedMap<String, BindingPublished> bindings) {
    Published {
        standards = Collections.unmodifiableSortedMap(new TreeMap<>(standards));
        bindings = Collections.unmodifiableSortedMap(new TreeMap<>(bindings));
    }

    /// What to do about a publication.
    enum Verdict {
        /// It is not there: it may be written.
        NEW,
        /// The same is there: nothing to do.
        EQUAL,
        /// Something else is there under its name: what is published never changes.
        DIFFERENT
    }

    Verdict verdict(Publication publication) {
        Digest known = switch (publication) {
            case Publication.OfStandard of -> {
                var standard = standards.get(of.key());
                yield standard == null ? null : standard.digest();
            }
            case Publication.OfBinding of -> {
                var binding = bindings.get(of.key());
                yield binding == null ? null : binding.digest();
            }
        };
        if (known == null) {
            return Verdict.NEW;
        }
        return known.equals(publication.digest()) ? Verdict.EQUAL : Verdict.DIFFERENT;
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

    /// {@return the highest revision of a binding; 0 where there is none}
    int revision(String binding) {
        return bindings.values().stream()
                .map(BindingPublished::binding)
                .filter(known -> known.id().equals(binding))
                .mapToInt(known -> known.revision())
                .max()
                .orElse(0);
    }
}
