package dev.plumbline.model.score;

import dev.plumbline.model.standard.Step;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/// Whether a build may pass.
///
/// @param reasons a sentence for each thing that blocks, or that would block at the next step
public record Gate(Step step, Decision decision, List<String> reasons) {

    /// In ascending order of strictness.
    public enum Decision {
        NOT_GATED,
        ALLOW,
        BLOCK
    }

    public static final Gate NONE = new Gate(Step.DRAFT, Decision.NOT_GATED, List.of());

    public Gate {
        reasons = List.copyOf(reasons);
    }

    /// {@return the strictest of several gates; a build without scorecards is not gated}
    public static Gate worst(Collection<Gate> gates) {
        return gates.stream()
                .max(Comparator.comparing(Gate::decision).thenComparing(Gate::step))
                .orElse(NONE);
    }
}
