package dev.plumbline.analyzer.standard;

import dev.plumbline.model.score.BindingRef;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Step;
import java.util.List;

/// A standard that a repository is held to.
///
/// @param standard with the parameters that the bindings tightened
/// @param bindings every binding that names the repository for this standard, by id
/// @param step the strictest of theirs
/// @param requiredLevel the highest that one of the bindings at that step asks for
public record Applied(CompiledStandard standard, List<BindingRef> bindings, Step step, Level requiredLevel) {
    public Applied {
        bindings = List.copyOf(bindings);
    }
}
