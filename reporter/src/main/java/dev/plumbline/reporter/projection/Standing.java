package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.Gate;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Level;
import dev.plumbline.model.standard.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where something stands: one component, or several taken together. Only scorecards of the steps warn and gate count;
/// draft and shadow are shown to the standard's owner alone.
///
/// @param level the lowest of its scorecards; null where there is none
/// @param gate the worst of its scorecards
public record Standing(Tally tally, @Nullable Level level, Gate.Decision gate) {
    public static final Standing UNKNOWN = new Standing(Tally.NOTHING, null, Gate.Decision.NOT_GATED);

    static Standing of(List<Scorecard> cards) {
        return cards.stream()
                .filter(card -> counts(card.step()))
                .map(card -> new Standing(
                        Tally.of(card.results()),
                        card.marks().level(),
                        card.gate().decision()))
                .reduce(UNKNOWN, Standing::with);
    }

    /// Whether scorecards of this step enter roll-ups, levels and alerts.
    public static boolean counts(Step step) {
        return switch (step) {
            case DRAFT, SHADOW -> false;
            case WARN, GATE -> true;
        };
    }

    public Score score() {
        return tally.score();
    }

    public Score confidence() {
        return tally.confidence();
    }

    /// Whether any scorecard counts at all.
    public boolean judged() {
        return level != null;
    }

    Standing with(Standing other) {
        return new Standing(
                tally.plus(other.tally),
                lower(level, other.level),
                gate.compareTo(other.gate) >= 0 ? gate : other.gate);
    }

    private static @Nullable Level lower(@Nullable Level one, @Nullable Level other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }
}
