package dev.plumbline.reporter.rest;

import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.reporter.projection.Excuses;
import dev.plumbline.reporter.projection.PublishedStandards;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One build under one standard. Its score and confidence are those that the analyzer wrote.
///
/// @param level without what is excepted
/// @param unexcusedLevel the level as it would be without exceptions; null where it is the same
public record ScorecardView(
        StandardView standard,
        String step,
        ScoreView score,
        ScoreView adjusted,
        ScoreView confidence,
        String level,
        @Nullable String unexcusedLevel,
        GateView gate,
        List<RuleView> rules) {
    private static final String NOT_MEASURED = "no rule that applies has passed or failed on evidence";

    public record StandardView(String id, String version, String digest) {
        static StandardView of(StandardRef ref) {
            return new StandardView(
                    ref.id().value(), ref.version().toString(), ref.digest().value());
        }
    }

    public record GateView(String step, String decision, List<String> reasons) {
        static GateView of(Gate gate) {
            return new GateView(gate.step().name(), gate.decision().name(), gate.reasons());
        }
    }

    static ScorecardView of(Scorecard card, PublishedStandards standards, Excuses excuses) {
        var unexcused = card.marks().unexcused();
        return new ScorecardView(
                StandardView.of(card.standard()),
                card.step().name(),
                ScoreView.of(card.marks().score(), NOT_MEASURED),
                ScoreView.of(card.marks().adjusted(), NOT_MEASURED),
                ScoreView.of(new Score.Known(card.marks().confidence()), ""),
                card.marks().level().name(),
                unexcused == null ? null : unexcused.name(),
                GateView.of(card.gate()),
                card.results().stream()
                        .map(result -> RuleView.of(
                                result,
                                standards.rule(card.standard(), result.rule()).orElse(null),
                                excuses.covering(card.standard().id(), result)))
                        .toList());
    }
}
