package dev.plumbline.model.score;

import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Step;
import java.util.List;

/// All outcomes of one build under one standard.
public record Scorecard(
        StandardRef standard, List<BindingRef> bindings, Step step, Marks marks, Gate gate, List<RuleResult> results) {
    public Scorecard {
        bindings = List.copyOf(bindings);
        results = List.copyOf(results);
    }
}
