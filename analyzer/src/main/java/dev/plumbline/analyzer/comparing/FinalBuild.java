package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.standard.StandardRef;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A final build with the evidence that it rests on.
///
/// @param trials one for each scorecard, in their order
/// @param excusedUntil the first moment at which a rule's own terms end an exception; null where none do
public record FinalBuild(
        BuildScored scored,
        BuildOrder order,
        Inputs inputs,
        List<Trial> trials,
        @Nullable Instant excusedUntil) {
    public FinalBuild(BuildScored scored, BuildOrder order, Inputs inputs, List<Trial> trials) {
        this(scored, order, inputs, trials, null);
    }

    public FinalBuild {
        trials = List.copyOf(trials);
    }

    public FinalBuild after(Compared compared) {
        return new FinalBuild(scored.compared(compared.notes(), compared.moves()), order, inputs, trials, excusedUntil);
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
