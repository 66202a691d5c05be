package dev.plumbline.reporter.decide;

import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The body of `PUT /api/v1/catalog/{id}`. Only the name and one part are asked for.
record CatalogRequest(RepositoryName name, @Nullable List<String> aliases, List<Part> parts) {
    static final int ALIASES = 50;
    static final int PARTS = 200;
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N} ._:/&@+-]{0,100}");
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9._:/-]{1,400}");

    record Part(
            @Nullable Component component,
            @Nullable String team,
            @Nullable String system,
            @Nullable Subject subject) {
        CatalogEntry.Part entry() {
            return new CatalogEntry.Part(
                    component == null ? Component.ROOT : component,
                    team == null ? "" : team,
                    system == null ? "" : system,
                    subject == null ? Subject.UNKNOWN : subject);
        }
    }

    /// @throws IllegalArgumentException with a sentence for the caller
    CatalogEntry entry(RepositoryId id) {
        List<String> others = aliases == null ? List.of() : aliases;
        check(others.size() <= ALIASES, "a repository may have " + ALIASES + " aliases, not " + others.size());
        check(
                !parts.isEmpty() && parts.size() <= PARTS,
                "a repository has 1 to " + PARTS + " parts, not " + parts.size());
        others.forEach(alias -> check(ALIAS.matcher(alias).matches(), "«" + alias + "» is neither a name nor an id"));
        List<CatalogEntry.Part> entries = parts.stream().map(Part::entry).toList();
        var components = new HashSet<Component>();
        for (CatalogEntry.Part part : entries) {
            check(components.add(part.component()), "component «" + part.component() + "» is there twice");
            check(
                    WORDS.matcher(part.team()).matches(),
                    "team «" + part.team() + "» must be at most 100 letters, digits or . _ : / & @ + -");
            check(
                    WORDS.matcher(part.system()).matches(),
                    "system «" + part.system() + "» must be at most 100 letters, digits or . _ : / & @ + -");
        }
        return new CatalogEntry(id, name, others, entries);
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
