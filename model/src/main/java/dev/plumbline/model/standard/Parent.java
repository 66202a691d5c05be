package dev.plumbline.model.standard;

import java.util.List;
import java.util.Map;

/// A persona that the prose of a standard follows, and what became of it when the standard was published.
public sealed interface Parent {
    /// As the prose names it: `user.md`.
    String ref();

    /// Its rules are in the standard.
    ///
    /// @param standard pinned: a later version of the parent changes nothing here
    /// @param rules those that were taken over
    /// @param merged rule of the parent → the standard's own rule that asks for the same, at least as strictly
    record Resolved(String ref, StandardRef standard, List<RuleId> rules, Map<RuleId, RuleId> merged)
            implements Parent {
        public Resolved {
            rules = List.copyOf(rules);
            merged = Map.copyOf(merged);
        }
    }

    /// It was not there. What it says is neither passed nor failed.
    record Unresolved(String ref, StandardId standard, VersionRange version) implements Parent {}
}
