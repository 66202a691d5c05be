package dev.plumbline.analyzer.scoring;

import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.analyzer.standard.CompiledRule;
import dev.plumbline.analyzer.standard.SubjectView;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import java.util.ArrayList;

/// Judges one build by one standard.
public final class Scoring {
    private Scoring() {}

    /// {@return every rule's outcome, in the standard's order, and what they come to}
    public static Scorecard score(Applied applied, Case judged) {
        var standard = applied.standard();
        var concerning = standard.concerning(judged.subject());
        var results = new ArrayList<RuleResult>(standard.rules().size());
        for (int i = 0; i < standard.rules().size(); i++) {
            var rule = standard.rules().get(i);
            results.add(new RuleResult(
                    rule.rule().id(),
                    rule.digest(),
                    rule.rule().rating(),
                    Judgement.of(rule, concerning.get(i), judged),
                    false));
        }
        var levels = standard.standard().levels();
        var marks = Tally.marks(results, levels);
        return new Scorecard(
                standard.ref(),
                applied.bindings(),
                applied.step(),
                marks,
                Gating.of(applied.step(), applied.requiredLevel(), marks, results, levels),
                results);
    }

    /// {@return what one rule says of a build, by itself}
    public static Outcome outcome(CompiledRule rule, Case judged) {
        return Judgement.of(rule, rule.when().ask(SubjectView.of(judged.subject())), judged);
    }
}
