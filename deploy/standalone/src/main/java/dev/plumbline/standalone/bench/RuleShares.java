package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.standard.RuleId;
import dev.plumbline.model.wire.Codec;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether a workload makes rules work.
///
/// @param asserted of the applicable results of rules that assert something, the share that rests on an assertion over
///     evidence; rules that ask for a person's word assert nothing, and the workload brings no such words
/// @param reused of all results, the share taken over from an earlier scorecard: the engine evaluates every rule of
/// every
///     build, so there is none
/// @param flipped mean number of rules whose outcome is another than in the repository's build before
record RuleShares(double asserted, double reused, double flipped) {

    /// @param sampled how many scorecards to look at
    static RuleShares of(String bootstrap, String topic, int sampled) {
        var counts = new Counts();
        var words = ShippedStandards.standards().stream()
                .flatMap(published -> published.standard().rules().stream())
                .filter(rule -> rule.attestation() != null)
                .map(Rule::id)
                .collect(Collectors.toSet());
        Reading.first(bootstrap, topic, sampled, bytes -> {
            var scored = Codec.BUILD_SCORED.decode(bytes);
            counts.compare(scored);
            scored.scorecards().stream()
                    .flatMap(scorecard -> scorecard.results().stream())
                    .filter(result -> !words.contains(result.rule()))
                    .forEach(result -> counts.add(result.outcome()));
        });
        if (counts.applicable == 0) {
            throw new IllegalStateException("no rule applied to the workload; the benchmark would measure nothing");
        }
        return new RuleShares(
                (double) counts.asserted / counts.applicable,
                0,
                counts.compared == 0 ? 0 : (double) counts.flipped / counts.compared);
    }

    private static final class Counts {
        private long applicable;
        private long asserted;
        private long compared;
        private long flipped;
        private final Map<RepositoryId, Map<RuleId, Outcome.Word>> last = new HashMap<>();

        void add(Outcome outcome) {
            applicable += outcome instanceof Outcome.NotApplicable ? 0 : 1;
            asserted += outcome.measured() ? 1 : 0;
        }

        void compare(BuildScored scored) {
            var now = new HashMap<RuleId, Outcome.Word>();
            scored.scorecards()
                    .forEach(card -> card.results()
                            .forEach(result ->
                                    now.put(result.rule(), result.outcome().word())));
            var before = last.put(scored.build().key().repository(), now);
            if (before != null) {
                compared++;
                flipped += now.entrySet().stream()
                        .filter(rule -> before.get(rule.getKey()) != rule.getValue())
                        .count();
            }
        }
    }
}
