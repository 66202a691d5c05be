package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.Version;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What is kept of a final build to compare later ones with: outcomes, and by which rules they were reached.
///
/// @param subject digest of the facts that decided what applied
public record Baseline(BuildOrder order, CommitId commit, String engine, Digest subject, List<Verdicts> standards) {

    /// All verdicts under one standard.
    ///
    /// @param outcomes by the digest of the rule as it was evaluated
    public record Verdicts(
            StandardId standard, Version version, Score score, SortedMap<String, Outcome.Word> outcomes) {
        public Verdicts {
            outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        }

        static Verdicts of(Scorecard card) {
            var outcomes = new TreeMap<String, Outcome.Word>();
            for (RuleResult result : card.results()) {
                outcomes.put(result.digest(), result.outcome().word());
            }
            return new Verdicts(
                    card.standard().id(),
                    card.standard().version(),
                    card.marks().score(),
                    outcomes);
        }
    }

    public Baseline {
        standards = List.copyOf(standards);
    }

    public static Baseline of(BuildScored scored, BuildOrder order) {
        return new Baseline(
                order,
                scored.build().key().commit(),
                scored.provenance().engine(),
                scored.provenance().subject(),
                scored.scorecards().stream().map(Verdicts::of).toList());
    }

    public BuildId build() {
        return order.id();
    }

    @Nullable
    Verdicts under(StandardId standard) {
        return standards.stream()
                .filter(verdicts -> verdicts.standard().equals(standard))
                .findFirst()
                .orElse(null);
    }
}
