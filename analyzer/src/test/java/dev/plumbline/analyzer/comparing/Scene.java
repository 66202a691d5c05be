package dev.plumbline.analyzer.comparing;

import static dev.plumbline.analyzer.build.Given.TEN;
import static dev.plumbline.analyzer.build.Given.commitBuild;

import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.analyzer.scoring.Case;
import dev.plumbline.analyzer.scoring.EvidenceSet;
import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.analyzer.scoring.Scoring;
import dev.plumbline.analyzer.scoring.Tally;
import dev.plumbline.analyzer.standard.CompiledStandard;
import dev.plumbline.analyzer.standard.TestStandards;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.BuildState;
import dev.plumbline.model.score.Cause;
import dev.plumbline.model.score.Course;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.score.Provenance;
import dev.plumbline.model.score.RuleResult;
import dev.plumbline.model.score.Score;
import dev.plumbline.model.score.ScoreMove;
import dev.plumbline.model.score.Scorecard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/// A final build in the making: its evidence, and all else that its verdicts depend on.
///
/// @param recorded verdicts that an engine of old came to
/// @param kept what is left of its evidence when a later build is compared with it
record Scene(
        CompiledStandard standard,
        int commit,
        Instant asOf,
        String engine,
        String type,
        Map<Kind, Evidence> evidence,
        Set<String> excused,
        Map<String, Outcome> recorded,
        Kept kept) {

    enum Kept {
        ALL,
        NOTHING,
        /// A look at it fails the test.
        UNREADABLE
    }

    static Scene judging(CompiledStandard standard) {
        return new Scene(standard, 1, TEN, "plumbline/1", "library", Map.of(), Set.of(), Map.of(), Kept.ALL);
    }

    Scene under(CompiledStandard other) {
        return new Scene(other, commit, asOf, engine, type, evidence, excused, recorded, kept);
    }

    Scene commit(int other) {
        return new Scene(standard, other, asOf, engine, type, evidence, excused, recorded, kept);
    }

    Scene at(Instant moment) {
        return new Scene(standard, commit, moment, engine, type, evidence, excused, recorded, kept);
    }

    Scene engine(String other) {
        return new Scene(standard, commit, asOf, other, type, evidence, excused, recorded, kept);
    }

    Scene type(String other) {
        return new Scene(standard, commit, asOf, engine, other, evidence, excused, recorded, kept);
    }

    Scene with(Evidence... more) {
        var all = new HashMap<>(evidence);
        for (var piece : more) {
            all.put(piece.kind(), piece);
        }
        return new Scene(standard, commit, asOf, engine, type, all, excused, recorded, kept);
    }

    Scene without(Kind... kinds) {
        var all = new HashMap<>(evidence);
        for (var kind : kinds) {
            all.remove(kind);
        }
        return new Scene(standard, commit, asOf, engine, type, all, excused, recorded, kept);
    }

    Scene excusing(String... rules) {
        return new Scene(standard, commit, asOf, engine, type, evidence, Set.of(rules), recorded, kept);
    }

    Scene recorded(String rule, Outcome outcome) {
        return new Scene(standard, commit, asOf, engine, type, evidence, excused, Map.of(rule, outcome), kept);
    }

    Scene forgotten() {
        return new Scene(standard, commit, asOf, engine, type, evidence, excused, recorded, Kept.NOTHING);
    }

    Scene unreadable() {
        return new Scene(standard, commit, asOf, engine, type, evidence, excused, recorded, Kept.UNREADABLE);
    }

    Score score() {
        return judged().scored().scorecards().getFirst().marks().score();
    }

    /// Compares a change of this with a baseline.
    Moved since(Scene baseline, UnaryOperator<Scene> change) {
        var before = Baseline.of(baseline.judged().scored(), baseline.order(), Ledger.EMPTY);
        var now = change.apply(this).judged();
        var compared = new Comparison(
                        new Reference(before, Course.Against.PREVIOUS),
                        baseline::left,
                        (standardRef, rule) -> now.trials().getFirst().applied().standard().rules().stream()
                                .filter(known -> known.rule().id().equals(rule))
                                .findFirst()
                                .orElseThrow()
                                .rule()
                                .requires(),
                        Tolerance.DEFAULT)
                .compare(now, Ledger.EMPTY);
        return new Moved(before, now, compared);
    }

    private Inputs left() {
        return switch (kept) {
            case ALL -> Inputs.of((kind, _) -> evidence.get(kind), Set.of(), asOf);
            case NOTHING -> Inputs.none();
            case UNREADABLE -> throw new AssertionError("nobody must look at the evidence of the baseline");
        };
    }

    private BuildOrder order() {
        return BuildOrder.of(commitBuild(commit).received().build(), TEN);
    }

    private FinalBuild judged() {
        var applied = TestStandards.warned(standard);
        var subject = new Subject(List.of(), type, List.of(), null);
        var judged = new Case(
                subject,
                EvidenceSet.of(evidence.values().stream().map(Held::own).toList()),
                List.of(),
                List.of(),
                true,
                asOf);
        var card = Scoring.score(applied, judged);
        var results = new ArrayList<RuleResult>();
        for (var result : card.results()) {
            var outcome = recorded.getOrDefault(result.rule().value(), result.outcome());
            boolean met = outcome instanceof Outcome.Passed || outcome instanceof Outcome.NotApplicable;
            results.add(new RuleResult(
                    result.rule(),
                    result.digest(),
                    result.rating(),
                    outcome,
                    !met && excused.contains(result.rule().value())));
        }
        var marks = Tally.marks(results, standard.standard().levels());
        var whole = new Scorecard(card.standard(), card.bindings(), card.step(), marks, card.gate(), results);
        var scored = new BuildScored(
                commitBuild(commit).received().build(),
                1,
                new BuildState.Final(BuildState.ClosedBy.UPLOADER),
                asOf,
                List.of(whole),
                card.gate(),
                new Provenance(asOf, List.of(), List.of(), Digest.ofText("of type " + type), List.of(), null, engine),
                List.of(),
                false);
        return new FinalBuild(
                scored,
                order(),
                Inputs.of((kind, _) -> evidence.get(kind), Set.of(), asOf),
                List.of(new Trial(
                        applied,
                        judged,
                        rule -> excused.contains(rule.rule().id().value()))));
    }

    /// What a comparison came to.
    record Moved(Baseline before, FinalBuild now, Compared compared) {
        List<Integer> scores() {
            return List.of(
                    points(before.standards().getFirst().score()),
                    points(now.scored().scorecards().getFirst().marks().score()));
        }

        private static int points(Score score) {
            return score instanceof Score.Known known ? known.basisPoints() : -1;
        }

        List<ScoreMove> moves() {
            return compared.moves();
        }

        /// Checked to be exactly the difference.
        Map<Cause, Integer> causes() {
            if (moves().isEmpty()) {
                return Map.of();
            }
            return telescoping(moves().getFirst().causes());
        }

        /// As the first change has them.
        Map<Cause, Integer> sharedCauses() {
            var share = compared.changes().getFirst().transition().share();
            return share == null ? Map.of() : telescoping(share.causes());
        }

        private Map<Cause, Integer> telescoping(Map<Cause, Integer> causes) {
            int sum = causes.values().stream().mapToInt(Integer::intValue).sum();
            int difference = scores().get(1) - scores().get(0);
            if (sum != difference) {
                throw new AssertionError(causes + " must sum to " + difference + ", not " + sum);
            }
            return causes;
        }

        boolean inferred() {
            return moves().stream().anyMatch(ScoreMove::inferred);
        }

        List<String> flips() {
            return compared.changes().stream()
                    .map(change -> {
                        var share = change.transition().share();
                        return change.rule() + " " + change.direction() + " " + change.causes() + " "
                                + (share == null ? "null" : share.rule());
                    })
                    .toList();
        }

        List<String> explanations() {
            return compared.changes().stream()
                    .map(change -> change.transition().explanation())
                    .toList();
        }
    }
}
