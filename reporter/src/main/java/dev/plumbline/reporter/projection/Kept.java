package dev.plumbline.reporter.projection;

import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.RepositoryName;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Marks;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Step;
import java.util.List;

/// A newest build as the read model keeps it: what is counted and compared over all repositories lies open,
/// the texts lie packed until a page shows them. A build with one scorecard of 56 rules takes some 5 kB in
/// place of 50.
///
/// @param name the repository's, as the build stated it
/// @param decisions the exceptions and attestations that were used
public record Kept(
        BuildOrder order, RepositoryName name, List<Card> cards, List<DecisionId> decisions, PackedBuild packed) {

    /// A scorecard without its texts.
    public record Card(StandardRef standard, Step step, Marks marks, List<Verdict> verdicts) {
        public Card {
            verdicts = List.copyOf(verdicts);
        }
    }

    /// A rule's outcome in a word. There are few that differ, however many scorecards.
    public record Verdict(RuleId rule, Outcome.Word word, boolean waived) {
        static Verdict of(RuleResult result) {
            return new Verdict(result.rule(), result.outcome().word(), result.waived());
        }

        /// Whether the rule is neither passed, inapplicable nor waived.
        boolean bad() {
            return !waived && word != Outcome.Word.PASS && word != Outcome.Word.NOT_APPLICABLE;
        }
    }

    public Kept {
        cards = List.copyOf(cards);
        decisions = List.copyOf(decisions);
    }

    public BuildId build() {
        return order.build();
    }

    /// The whole build, made anew with every call.
    public BuildScored whole() {
        return packed.unpacked();
    }
}
