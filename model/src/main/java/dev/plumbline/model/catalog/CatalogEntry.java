package dev.plumbline.model.catalog;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import java.util.List;

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

    /// {@return the part for a component, else the one for the whole repository, else one that knows nothing}
    public Part part(Component component) {
        return parts.stream()
                .filter(part -> part.component().equals(component))
                .findFirst()
                .or(() ->
                        parts.stream().filter(part -> part.component().isRoot()).findFirst())
                .orElse(new Part(component, "", "", Subject.UNKNOWN));
    }
}
