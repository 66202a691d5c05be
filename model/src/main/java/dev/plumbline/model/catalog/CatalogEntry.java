package dev.plumbline.model.catalog;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the catalog says of one repository.
///
/// @param aliases names and ids under which uploads may still come
/// @param parts ownership and facts of each component
public record CatalogEntry(RepositoryId repository, RepositoryName name, List<String> aliases, List<Part> parts) {
    public CatalogEntry {
        aliases = aliases.stream().distinct().sorted().toList();
        parts = List.copyOf(parts);
    }

    /// @param team who owns it
    /// @param system what it is a part of; empty where nobody said
    public record Part(Component component, String team, String system, Subject subject) {}

    /// {@return the ids under which uploads of it may come beside its own: of its name, and of each alias}
    public List<RepositoryId> claims() {
        return Stream.concat(Stream.of(name.value()), aliases.stream())
                .flatMap(alias -> idOf(alias).stream())
                .filter(id -> !id.equals(repository))
                .distinct()
                .toList();
    }

    private static Optional<RepositoryId> idOf(String alias) {
        try {
            return Optional.of(
                    alias.contains(":") ? new RepositoryId(alias) : RepositoryId.ofName(new RepositoryName(alias)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// {@return the part for a component, else the one for the whole repository, else one that knows
    /// nothing}
    public Part part(Component component) {
        return parts.stream()
                .filter(part -> part.component().equals(component))
                .findFirst()
                .or(() ->
                        parts.stream().filter(part -> part.component().isRoot()).findFirst())
                .orElse(new Part(component, "", "", Subject.UNKNOWN));
    }
}
