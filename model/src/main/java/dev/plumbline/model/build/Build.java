package dev.plumbline.model.build;

import dev.plumbline.model.evidence.InOrder;
import dev.plumbline.model.evidence.Kind;
import java.util.List;

/// One upload's statement about its build. Several uploads of one key may each say a part of it.
///
/// @param expects the kinds of evidence that make the build complete; empty when the sender did not say
/// @param complete whether the sender says that nothing more will come
public record Build(
        BuildKey key,
        RepositoryName name,
        Lineage lineage,
        BuildTimes times,
        List<Kind> expects,
        boolean complete,
        Subject subject) {
    public Build {
        expects = InOrder.of(expects);
    }

    /// {@return the same build as one of a repository under its canonical id}
    public Build of(RepositoryId repository) {
        return repository.equals(key.repository())
                ? this
                : new Build(key.of(repository), name, lineage, times, expects, complete, subject);
    }

    public BuildId id() {
        return key.id();
    }
}
