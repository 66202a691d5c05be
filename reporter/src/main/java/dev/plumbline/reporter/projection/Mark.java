package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Step;

/// What one scorecard came to, without its rules: enough for a trend.
///
/// @param tally the sums behind the marks, so that trends over several scorecards roll up exactly
public record Mark(StandardRef standard, Step step, Marks marks, Tally tally, Gate.Decision gate) {

    /// @param standard equal to the scorecard's own, kept once for all of history
    static Mark of(Scorecard card, StandardRef standard) {
        return new Mark(
                standard,
                card.step(),
                card.marks(),
                Tally.of(card.results()),
                card.gate().decision());
    }
}
