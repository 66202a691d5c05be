package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.standard.StandardRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A final build with the evidence that it rests on.
///
/// @param trials one for each scorecard, in their order
public record FinalBuild(BuildScored scored, BuildOrder order, Inputs inputs, List<Trial> trials) {
    public FinalBuild {
        trials = List.copyOf(trials);
    }

    public FinalBuild after(Compared compared) {
        return new FinalBuild(scored.compared(compared.notes(), compared.moves()), order, inputs, trials);
    }

    /// {@return how it was judged by a standard; null where it was not}
    public @Nullable Trial under(StandardRef standard) {
        for (var trial : trials) {
            if (trial.applied().standard().ref().equals(standard)) {
                return trial;
            }
        }
        return null;
    }
}
