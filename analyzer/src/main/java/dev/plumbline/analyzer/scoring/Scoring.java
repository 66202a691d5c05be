package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Level;
import java.util.List;

/// Judges one build by one standard.
public final class Scoring {
    private Scoring() {}

    public static Scorecard score(Applied applied, Case judged) {
        return new Scorecard(
                applied.standard().ref(),
                applied.bindings(),
                applied.step(),
                new Marks(Score.UNKNOWN, Score.UNKNOWN, 0, Level.NONE),
                Gate.NONE,
                List.of());
    }
}
