package dev.plumbline.reporter.projection;

import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/// How many components have each outcome of each rule, on their newest final scorecards.
public record OutcomeCounts(Map<ComponentState.RuleKey, Map<Outcome.Word, Integer>> counts) {
    public OutcomeCounts {
        counts = Map.copyOf(counts);
    }

    public static OutcomeCounts of(ReadModel model) {
        var counts = new HashMap<ComponentState.RuleKey, Map<Outcome.Word, Integer>>();
        cards(model)
                .forEach(card -> card.verdicts()
                        .forEach(verdict -> counts.computeIfAbsent(
                                        new ComponentState.RuleKey(
                                                card.standard().id(), verdict.rule()),
                                        _ -> new EnumMap<>(Outcome.Word.class))
                                .merge(verdict.word(), 1, Integer::sum)));
        return new OutcomeCounts(counts);
    }

    public Map<Outcome.Word, Integer> of(StandardId standard, RuleId rule) {
        return counts.getOrDefault(new ComponentState.RuleKey(standard, rule), Map.of());
    }

    private static Stream<Kept.Card> cards(ReadModel model) {
        return model.repositories().values().stream()
                .flatMap(repository -> repository.components().values().stream())
                .flatMap(component -> component.cards().stream());
    }
}
