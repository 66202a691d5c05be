package dev.plumbline.model.build;

import dev.plumbline.model.evidence.InOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Facts about a repository that decide what applies to it. Null is «nobody said»: an unknown fact never
/// makes a standard or a rule inapplicable.
///
/// @param languages lower-case names, e.g. `python`
/// @param type `service`, `website`, `library`, …
/// @param dependencies normalised package names
/// @param lifecycle `experimental`, `production`, `deprecated`, …
public record Subject(
        @Nullable List<String> languages,
        @Nullable String type,
        @Nullable List<String> dependencies,
        @Nullable String lifecycle) {
    public static final Subject UNKNOWN = new Subject(null, null, null, null);

    public Subject {
        languages = languages == null ? null : InOrder.of(languages);
        dependencies = dependencies == null ? null : InOrder.of(dependencies);
    }

    /// This subject's facts, completed by those of `other` where this one knows nothing.
    public Subject or(Subject other) {
        return new Subject(
                languages == null ? other.languages : languages,
                type == null ? other.type : type,
                dependencies == null ? other.dependencies : dependencies,
                lifecycle == null ? other.lifecycle : lifecycle);
    }
}
