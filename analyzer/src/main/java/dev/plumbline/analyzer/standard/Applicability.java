package dev.plumbline.analyzer.standard;

import dev.plumbline.model.standard.BindingPublished;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Which standards hold for a repository. Made once for a set of bindings and standards, and made anew when either
/// changes: the conditions of the bindings are compiled here.
public final class Applicability {

    private Applicability() {}

    /// A binding whose conditions do not compile names no repository; `publish` refuses such a binding at the door.
    public static Applicability of(Collection<BindingPublished> bindings, Collection<CompiledStandard> standards) {
        return new Applicability();
    }

    /// {@return the standards that apply, by id, at most one version of each}
    public List<Applied> applied(RepositoryFacts facts, Instant asOf) {
        return List.of();
    }

    /// {@return a sentence for each reason why no standard applies; empty where one does}
    public List<String> whyNone(RepositoryFacts facts, Instant asOf) {
        return List.of();
    }
}
