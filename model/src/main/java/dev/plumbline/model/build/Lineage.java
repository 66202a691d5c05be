package dev.plumbline.model.build;

import org.jspecify.annotations.Nullable;

/// The line of history on which a build stands. Baselines and carried evidence belong to a lineage.
public sealed interface Lineage {

    /// The name under which state of this lineage is kept.
    String id();

    /// The branch that releases come from; the only one that moves a baseline.
    record DefaultBranch(String branch) implements Lineage {
        @Override
        public String id() {
            return "default";
        }
    }

    /// Any other branch without a change request.
    record SideBranch(String branch) implements Lineage {
        @Override
        public String id() {
            return "branch:" + branch;
        }
    }

    /// A pull or merge request. `changedLines` is absent when the sender did not say.
    record ChangeRequest(
            String change,
            String branch,
            @Nullable CommitId mergeBase,
            @Nullable Integer changedLines) implements Lineage {
        @Override
        public String id() {
            return "change:" + change;
        }
    }

    String branch();

    default boolean isDefault() {
        return this instanceof DefaultBranch;
    }
}
