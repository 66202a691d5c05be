package dev.plumbline.analyzer.comparing;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.build.CommitId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.standard.StandardRef;
import dev.plumbline.model.standard.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is kept of a final build to compare later ones with: outcomes, and by which rules they were
/// reached.
///
/// @param subject digest of the facts that decided what applied
/// @param judgedAgain the moment of the last judgement that no upload caused; null where there was none
/// @param ledger the changes that stand after it; kept only with the newest
public record Baseline(
        BuildOrder order,
        CommitId commit,
        String engine,
        Digest subject,
        @Nullable Instant judgedAgain,
        List<Verdicts> standards,
        Ledger ledger) {

    /// All verdicts under one standard.
    public record Verdicts(StandardId standard, Version version, Score score, Outcomes outcomes) {

        /// {@return these with a rule's verdict as a scorecard has it, where they know the rule}
        Verdicts along(Scorecard card, RuleId rule) {
            if (!card.standard().id().equals(standard)) {
                return this;
            }
            var moved = outcomes;
            for (var result : card.results()) {
                if (result.rule().equals(rule)) {
                    moved = moved.replaced(result.digest(), Verdict.of(result));
                }
            }
            return new Verdicts(standard, version, score, moved);
        }

        /// {@return these with the verdicts of a further judgement of the same build on rules that they do
        /// not know}
        Verdicts completed(Scorecard card, Certain certain) {
            var results = card.results().stream()
                    .filter(result -> certain.of(card.standard(), result.rule()))
                    .toList();
            return new Verdicts(standard, version, score, outcomes.completed(results));
        }

        /// {@return these with no verdict on rules that lack evidence which the build may have had}
        Verdicts unsure(Scorecard card, Certain certain) {
            var unsure = outcomes;
            for (var result : card.results()) {
                if (result.outcome() instanceof Outcome.Missing && !certain.of(card.standard(), result.rule())) {
                    unsure = unsure.replaced(result.digest(), Verdict.of(Outcome.Word.PENDING, false));
                }
            }
            return new Verdicts(standard, version, score, unsure);
        }

        static Verdicts of(Scorecard card) {
            return new Verdicts(
                    card.standard().id(),
                    card.standard().version(),
                    card.marks().score(),
                    Outcomes.of(card.results()));
        }
    }

    public Baseline {
        standards = List.copyOf(standards);
    }

    public static Baseline of(BuildScored scored, BuildOrder order, Ledger ledger) {
        return new Baseline(
                order,
                scored.build().key().commit(),
                scored.provenance().engine(),
                scored.provenance().subject(),
                null,
                scored.scorecards().stream().map(Verdicts::of).toList(),
                ledger);
    }

    public BuildId build() {
        return order.id();
    }

    public Baseline with(Ledger other) {
        return new Baseline(order, commit, engine, subject, judgedAgain, standards, other);
    }

    /// {@return what a late revision of the same build shows; what stands after it stays}
    Baseline showing(Baseline late) {
        return new Baseline(late.order, commit, late.engine, late.subject, judgedAgain, late.standards, ledger);
    }

    public Baseline judgedAgain(@Nullable Instant at) {
        return new Baseline(order, commit, engine, subject, at, standards, ledger);
    }

    /// Whether a judgement of the same build comes to the same verdicts.
    public boolean sees(BuildScored scored) {
        return standards.equals(scored.scorecards().stream().map(Verdicts::of).toList());
    }

    /// {@return this baseline with the standing of another build in the rules that changed there}
    ///
    /// @param scored that build as judged
    /// @param after what stands after it
    Baseline along(BuildScored scored, Ledger after, List<Change> changes) {
        var moved = ledger;
        var all = new ArrayList<>(standards);
        for (var change : changes) {
            var key = Ledger.Key.of(change);
            var entry = after.find(key);
            moved = entry == null ? moved.without(key) : moved.with(key, entry);
            for (var card : scored.scorecards()) {
                if (card.standard().id().equals(key.standard())) {
                    all.replaceAll(ours -> ours.along(card, key.rule()));
                }
            }
        }
        return new Baseline(order, commit, engine, subject, judgedAgain, all, moved);
    }

    /// {@return the score under a standard; unknown where the build was not judged by it}
    public Score score(StandardId standard) {
        var verdicts = under(standard);
        return verdicts == null ? Score.UNKNOWN : verdicts.score();
    }

    /// Whether it was judged by every rule that a build was judged by, where both were judged by a
    /// standard.
    public boolean knows(BuildScored scored) {
        return scored.scorecards().stream().allMatch(card -> {
            var verdicts = under(card.standard().id());
            return verdicts == null
                    || card.results().stream()
                            .allMatch(result -> verdicts.outcomes().has(result.digest()));
        });
    }

    /// {@return this with the verdicts of a further judgement of the same build on rules that it does not
    /// know}
    public Baseline completed(BuildScored again, Certain certain) {
        var all = new ArrayList<>(standards);
        for (var card : again.scorecards()) {
            all.replaceAll(ours -> ours.standard().equals(card.standard().id()) ? ours.completed(card, certain) : ours);
        }
        return new Baseline(order, commit, engine, subject, judgedAgain, all, ledger);
    }

    /// {@return this with no verdict on rules that lack evidence which the build may have had: nothing is
    /// told by them}
    public Baseline unsure(BuildScored scored, Certain certain) {
        var all = new ArrayList<>(standards);
        for (var card : scored.scorecards()) {
            all.replaceAll(ours -> ours.standard().equals(card.standard().id()) ? ours.unsure(card, certain) : ours);
        }
        return new Baseline(order, commit, engine, subject, judgedAgain, all, ledger);
    }

    /// Whether all that a rule asks for is kept as it was when the build was judged.
    @FunctionalInterface
    public interface Certain {
        boolean of(StandardRef standard, RuleId rule);
    }

    @Nullable
    Verdicts under(StandardId standard) {
        for (var verdicts : standards) {
            if (verdicts.standard().equals(standard)) {
                return verdicts;
            }
        }
        return null;
    }
}
