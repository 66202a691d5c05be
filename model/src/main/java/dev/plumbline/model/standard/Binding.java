package dev.plumbline.model.standard;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Who gets a standard, from when, how strictly, and with which tightened parameters.
///
/// @param revision counts up with every change of the binding
/// @param params rule → parameter name → tightened value
public record Binding(
        String id,
        int revision,
        StandardId standard,
        VersionRange version,
        Selection selection,
        Enforcement enforcement,
        Map<RuleId, Map<String, Parameter.Value>> params) {
    public Binding {
        params = Map.copyOf(params);
    }

    /// {@return the same binding as another revision}
    public Binding revised(int other) {
        return new Binding(id, other, standard, version, selection, enforcement, params);
    }

    /// Which repositories a binding is for.
    public sealed interface Selection {
        /// Every repository that no other binding names.
        record Rest() implements Selection {}

        /// Those for which all of these CEL conditions on `repository` and `subject` hold.
        record Where(List<String> when) implements Selection {
            public Where {
                when = List.copyOf(when);
            }
        }
    }

    /// @param requiredLevel at GATE: the level below which a build is blocked
    public record Enforcement(Step step, Instant effectiveFrom, Level requiredLevel) {}
}
