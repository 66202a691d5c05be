package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// What changed between a baseline and a later final build.
public final class Comparison {
    private final Baseline before;
    private final Supplier<Inputs> inputsBefore;
    private final Requirements requirements;

    /// What a rule requires.
    @FunctionalInterface
    public interface Requirements {
        List<Requirement> of(StandardRef standard, RuleId rule);
    }

    /// @param inputsBefore read only when some rule's standing differs
    public Comparison(Baseline before, Supplier<Inputs> inputsBefore, Requirements requirements) {
        this.before = before;
        this.inputsBefore = inputsBefore;
        this.requirements = requirements;
    }

    /// {@return one change for each rule with an equal digest whose standing differs}
    public List<Change> changes(FinalBuild after) {
        var changes = new ArrayList<Change>();
        for (var card : after.scored().scorecards()) {
            var verdicts = before.under(card.standard().id());
            if (verdicts == null) {
                continue;
            }
            for (var result : card.results()) {
                var word = verdicts.outcomes().get(result.digest());
                if (word != null) {
                    Standing.direction(word, result.outcome().word())
                            .ifPresent(direction ->
                                    changes.add(change(after, card, result, new Step(direction, word, verdicts))));
                }
            }
        }
        return List.copyOf(changes);
    }

    private record Step(Direction direction, Outcome.Word word, Baseline.Verdicts verdicts) {}

    private Change change(FinalBuild after, Scorecard card, RuleResult result, Step step) {
        var scored = after.scored();
        var flip = new Flip(
                step.direction(),
                step.word(),
                result.outcome().word(),
                requirements.of(card.standard(), result.rule()),
                new Flip.Side(before.commit(), before.subject(), before.engine(), inputsBefore.get()),
                new Flip.Side(
                        scored.build().key().commit(),
                        scored.provenance().subject(),
                        scored.provenance().engine(),
                        after.inputs()));
        var causes = new CauseFinder(flip).causes();
        return new Change(
                id(after, card, result, causes.getFirst()),
                step.direction(),
                scored.build(),
                before.build(),
                card.standard(),
                result.rule(),
                new Change.Transition(
                        step.word(),
                        result.outcome().word(),
                        Explanation.found(result.outcome()),
                        step.verdicts().score(),
                        card.marks().score(),
                        Explanation.sentence(
                                flip,
                                result,
                                causes,
                                before,
                                mergeBaseMissed(scored.build().lineage()))),
                causes,
                scored.recordedAt(),
                scored.backfilled(),
                null);
    }

    private boolean mergeBaseMissed(Lineage lineage) {
        return lineage instanceof Lineage.ChangeRequest request
                && !before.commit().equals(request.mergeBase());
    }

    private Change.Id id(FinalBuild after, Scorecard card, RuleResult result, Cause cause) {
        var build = after.scored().build();
        return new Change.Id(Digest.ofText(String.join(
                        "\n",
                        build.key().repository().value(),
                        build.key().component().path(),
                        build.lineage().id(),
                        card.standard().id().value(),
                        result.rule().value(),
                        cause.name(),
                        before.build().value()))
                .hex()
                .substring(0, 32));
    }

    /// What a later revision of a build adds to what was told of it, and takes back. A change that no longer stands is
    /// told
    /// once more under its id, in the other direction.
    ///
    /// @param told the changes that stand since the revision before
    /// @param now the changes that this revision shows
    public static List<Change> toTell(List<Change> told, List<Change> now, Instant recordedAt) {
        var tell = new ArrayList<Change>();
        for (var change : told) {
            if (now.stream().noneMatch(standing -> standing.id().equals(change.id()))) {
                tell.add(takenBack(change, recordedAt));
            }
        }
        for (var change : now) {
            if (told.stream().noneMatch(known -> known.id().equals(change.id()))) {
                tell.add(change);
            }
        }
        return List.copyOf(tell);
    }

    private static Change takenBack(Change change, Instant recordedAt) {
        var was = change.transition();
        return new Change(
                change.id(),
                change.direction() == Direction.REGRESSION ? Direction.RECOVERY : Direction.REGRESSION,
                change.build(),
                change.baseline(),
                change.standard(),
                change.rule(),
                new Change.Transition(
                        /* before= */ was.after(),
                        /* after= */ was.before(),
                        "superseded by later evidence of the same build",
                        /* scoreBefore= */ was.scoreAfter(),
                        /* scoreAfter= */ was.scoreBefore(),
                        "Superseded: later evidence of the same build takes back that " + change.rule() + " went from "
                                + was.before() + " to " + was.after() + "."),
                change.causes(),
                recordedAt,
                change.backfilled(),
                null);
    }
}
