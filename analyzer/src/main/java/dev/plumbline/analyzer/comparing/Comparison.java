package dev.plumbline.analyzer.comparing;

import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.Change.Direction;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Scorecard;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.standard.StandardRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What changed between a baseline and a final build. A rule is compared where both were judged by the same
/// rule; a regression that stands already is not told again, and a recovery closes the one that stands.
public final class Comparison {
    private static final Set<String> RATIOS = Set.of("coverage", "mutations");

    private final Reference reference;
    private final Supplier<Inputs> inputsBefore;
    private final Requirements requirements;
    private final Tolerance tolerance;

    /// What a rule requires.
    @FunctionalInterface
    public interface Requirements {
        List<Requirement> of(StandardRef standard, RuleId rule);
    }

    /// @param inputsBefore read only when some rule's standing differs
    public Comparison(
            Reference reference, Supplier<Inputs> inputsBefore, Requirements requirements, Tolerance tolerance) {
        this.reference = reference;
        this.inputsBefore = inputsBefore;
        this.requirements = requirements;
        this.tolerance = tolerance;
    }

    /// @param ledger what stands on the build's line of history before it
    public Compared compare(FinalBuild after, Ledger ledger) {
        var kept = ledger.pruned(at(after), tolerance.rest());
        var work = new Work(after, kept);
        boolean anyStands = kept.holdsAny();
        for (var card : after.scored().scorecards()) {
            var verdicts = before().under(card.standard().id());
            for (var result : card.results()) {
                @Nullable
                Verdict verdict = verdicts == null ? null : reference.restated().verdict(verdicts, result.digest());
                if (verdict == null) {
                    work.incomparable(card, result);
                    continue;
                }
                var now = Verdict.of(result);
                // most rules of most builds stand as before, and where no regression stands there is nothing to close
                if (anyStands || verdict.standing() != now.standing()) {
                    work.compare(new Step(card, result, verdict, now));
                }
            }
        }
        return new Compared(work.changes, work.ledger, work.why.moves(), work.notes());
    }

    private Baseline before() {
        return reference.baseline();
    }

    private static Instant at(FinalBuild build) {
        return build.scored().provenance().asOf();
    }

    private record Step(Scorecard card, RuleResult result, Verdict before, Verdict now) {
        Ledger.Key key() {
            return new Ledger.Key(card.standard().id(), result.rule());
        }

        Attribution.Pair pair() {
            return new Attribution.Pair(card, result, before, now);
        }
    }

    /// One comparison under way.
    private final class Work {
        private final FinalBuild after;
        private final Instant at;
        private final List<Change> changes = new ArrayList<>();
        private final List<RuleId> notCompared = new ArrayList<>();
        private final List<RuleId> guarded = new ArrayList<>();
        private final Attribution why;
        private Ledger ledger;

        Work(FinalBuild after, Ledger ledger) {
            this.after = after;
            this.why = new Attribution(before(), inputsBefore, after, requirements);
            this.at = at(after);
            this.ledger = ledger;
        }

        /// The rule was not judged before, or was another: nothing can be said of it but that what stood
        /// has ended.
        void incomparable(Scorecard card, RuleResult result) {
            notCompared.add(result.rule());
            var key = new Ledger.Key(card.standard().id(), result.rule());
            var entry = ledger.find(key);
            var now = Verdict.of(result);
            if (entry != null && entry.isOpen() && now.standing() == Standing.MET) {
                var before = new Verdict(entry.word(), false);
                close(
                        new Step(card, result, before, now),
                        entry,
                        List.of(reference.restated().cause()));
            }
        }

        void compare(Step step) {
            var entry = ledger.find(step.key());
            var now = step.now().standing();
            if (entry != null && entry.isOpen()) {
                if (now == Standing.MET
                        && !(reference.repeated() && step.before().standing() == Standing.UNMET)
                        && !untouched(step)) {
                    var before = step.before().standing() == Standing.UNMET
                            ? step.before()
                            : new Verdict(entry.word(), false);
                    var met = new Step(step.card(), step.result(), before, step.now());
                    close(met, entry, causes(met, Direction.RECOVERY));
                } else if (now == Standing.UNMET
                        && entry.flips().quiet()
                        && entry.flips().rested(at, tolerance.rest())) {
                    tellAtLast(step, entry);
                }
                return;
            }
            Standing.direction(step.before(), step.now()).ifPresent(direction -> {
                switch (direction) {
                    case REGRESSION -> open(step, entry);
                    case RECOVERY -> improve(step);
                }
            });
        }

        /// What a further run of a build's commit showed is not closed by judging the first run once more.
        private boolean untouched(Step step) {
            return reference.against() == Course.Against.SAME_BUILD
                    && step.before().standing() == Standing.MET;
        }

        private void open(Step step, Ledger.@Nullable Entry entry) {
            var causes = causes(step, Direction.REGRESSION);
            if (causes.getFirst() != Cause.WAIVER && tooSmall(step)) {
                guarded.add(step.result().rule());
                return;
            }
            var flips = damped(entry);
            var change = change(step, Direction.REGRESSION, causes, new Course.Effect.Opens(), flips);
            var word = step.now().word();
            changes.add(change);
            ledger = ledger.with(
                    step.key(),
                    new Ledger.Entry(
                            change.id(),
                            causes.getFirst(),
                            word,
                            after.scored().build().id(),
                            flips));
        }

        private void close(Step step, Ledger.Entry entry, List<Cause> causes) {
            var flips = damped(entry);
            changes.add(change(step, Direction.RECOVERY, causes, new Course.Effect.Closes(entry.open()), flips));
            ledger = flips.count() == 0
                    ? ledger.without(step.key())
                    : ledger.with(step.key(), new Ledger.Entry(null, entry.cause(), entry.word(), entry.by(), flips));
        }

        /// Better than before, though no regression of it is known.
        private void improve(Step step) {
            if (!reference.repeated()) {
                var effect = new Course.Effect.Closes(null);
                changes.add(
                        change(step, Direction.RECOVERY, causes(step, Direction.RECOVERY), effect, Ledger.Flips.NONE));
            }
        }

        /// It flipped to and fro and nobody was told of the last time; now it has come to rest as a
        /// regression.
        private void tellAtLast(Step step, Ledger.Entry entry) {
            var told = new Ledger.Flips(
                    entry.flips().last(), entry.flips().count(), entry.flips().untold(), false);
            var as = new Step(step.card(), step.result(), new Verdict(Outcome.Word.PASS, false), step.now());
            var change = change(as, Direction.REGRESSION, List.of(entry.cause()), new Course.Effect.Opens(), told);
            changes.add(renamed(change, entry.open()));
            ledger = ledger.with(
                    step.key(), new Ledger.Entry(entry.open(), entry.cause(), entry.word(), entry.by(), told));
        }

        private Change renamed(Change change, Change.@Nullable Id id) {
            return id == null ? change : change.under(id);
        }

        /// Only what the default branch itself does to and fro is damped.
        private Ledger.Flips damped(Ledger.@Nullable Entry entry) {
            boolean counts = after.scored().build().lineage().isDefault() && !reference.repeated();
            var flips = entry == null ? Ledger.Flips.NONE : entry.flips();
            return counts ? flips.again(at, tolerance) : flips;
        }

        private boolean tooSmall(Step step) {
            if (!(after.scored().build().lineage() instanceof Lineage.ChangeRequest request)) {
                return false;
            }
            var lines = request.changedLines();
            return lines != null
                    && lines < tolerance.changedLines()
                    && requirements.of(step.card().standard(), step.result().rule()).stream()
                            .allMatch(requirement ->
                                    RATIOS.contains(requirement.kind().family()));
        }

        private List<Cause> causes(Step step, Direction direction) {
            return restated(step) ? List.of(reference.restated().cause()) : why.causes(step.pair(), direction);
        }

        private boolean restated(Step step) {
            return reference.restated().names(step.result().digest());
        }

        private Change change(
                Step step, Direction direction, List<Cause> causes, Course.Effect effect, Ledger.Flips flips) {
            var scored = after.scored();
            var verdicts = before().under(step.card().standard().id());
            var course = new Course(reference.against(), effect, flips.untold(), !flips.quiet());
            return new Change(
                    ChangeId.of(scored.build(), step.key(), direction, causes.getFirst(), reference.since(at)),
                    direction,
                    scored.build(),
                    before().build(),
                    step.card().standard(),
                    step.result().rule(),
                    new Change.Transition(
                            step.before().word(),
                            step.now().word(),
                            Explanation.found(step.result().outcome()),
                            verdicts == null ? step.card().marks().score() : verdicts.score(),
                            step.card().marks().score(),
                            explained(step, direction, causes, course),
                            why.share(step.pair())),
                    causes,
                    scored.recordedAt(),
                    scored.backfilled(),
                    course);
        }

        private String explained(Step step, Direction direction, List<Cause> causes, Course course) {
            if (!judgedBefore(step)) {
                return Explanation.heldAgain(step.result(), step.before(), causes.getFirst());
            }
            var pair = step.pair();
            var flip = why.flip(pair, direction);
            var text = Explanation.sentence(flip, step.result(), causes, before().commit(), course) + latest();
            return why.inferred(pair) && !restated(step) ? text + Explanation.INFERRED : text;
        }

        /// By the same rule, or by one that it replaces.
        private boolean judgedBefore(Step step) {
            var verdicts = before().under(step.card().standard().id());
            return verdicts != null
                    && reference.restated().verdict(verdicts, step.result().digest()) != null;
        }

        private String latest() {
            return reference.against() == Course.Against.LATEST
                            && after.scored().build().lineage() instanceof Lineage.ChangeRequest request
                    ? Explanation.latest(request.mergeBase())
                    : "";
        }

        List<String> notes() {
            var notes = new ArrayList<String>();
            var request = after.scored().build().lineage() instanceof Lineage.ChangeRequest it ? it : null;
            if (reference.against() == Course.Against.LATEST && request != null) {
                notes.add(Remarks.latest(before(), request.mergeBase()));
            }
            if (!notCompared.isEmpty()) {
                notes.add(Remarks.notCompared(before(), notCompared));
            }
            if (!guarded.isEmpty() && request != null) {
                notes.add(Remarks.small(request.changedLines(), tolerance.changedLines(), guarded));
            }
            return notes;
        }
    }
}
