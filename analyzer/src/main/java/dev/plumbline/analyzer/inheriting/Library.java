package dev.plumbline.analyzer.inheriting;

import dev.plumbline.analyzer.standard.StandardSource;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.VersionRange;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The standards among which parents are looked for.
public record Library(List<StandardSource> standards) {
    public static final Library EMPTY = new Library(List.of());

    public Library {
        standards = List.copyOf(standards);
    }

    public static Library of(Collection<StandardSource> standards) {
        return new Library(List.copyOf(standards));
    }

    /// {@return the newest version in a range; of equal versions the one that was put in first}
    Optional<StandardSource> find(StandardId id, VersionRange range) {
        return standards.stream()
                .filter(it -> it.standard().id().equals(id))
                .filter(it -> range.contains(it.standard().version()))
                .sorted(Comparator.comparing(
                                (StandardSource it) -> it.standard().version())
                        .reversed())
                .findFirst();
    }
}
