package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.score.BuildScored;
import java.util.List;

/// A final build with the evidence that it rests on.
public record FinalBuild(BuildScored scored, BuildOrder order, Inputs inputs) {
    public FinalBuild noting(List<String> notes) {
        return new FinalBuild(scored.noting(notes), order, inputs);
    }
}
