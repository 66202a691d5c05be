package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.standard.Requirement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Where several kinds of evidence meet a requirement: those that a comparison has to look at.
final class Alternatives {
    private Alternatives() {}

    /// {@return for each requirement the kind that was there before and the one that is there now; where they are the
    /// same, one, and where there is none at all, the preferred}
    static List<Requirement> judged(List<Requirement> requirements, Inputs before, Inputs after) {
        return requirements.stream()
                .flatMap(it -> judged(it, before, after).stream())
                .toList();
    }

    private static Set<Requirement> judged(Requirement requirement, Inputs before, Inputs after) {
        var any = requirement.any();
        var judged = new LinkedHashSet<Requirement>();
        for (var inputs : List.of(before, after)) {
            any.stream().filter(it -> inputs.of(it.kind()) != null).findFirst().ifPresent(judged::add);
        }
        return judged.isEmpty() ? Set.of(any.getFirst()) : judged;
    }
}
