package dev.plumbline.standalone.bench;

import dev.plumbline.analyzer.shipped.ShippedStandards;
import dev.plumbline.model.score.Outcome;
import dev.plumbline.model.standard.Rule;
import dev.plumbline.model.wire.Codec;
import java.util.stream.Collectors;

/// Whether a workload makes rules work.
///
/// @param asserted of the applicable results of rules that assert something, the share that rests on an assertion over
///     evidence; rules that ask for a person's word assert nothing, and the workload brings no such words
/// @param reused of all results, the share taken over from an earlier scorecard: the engine evaluates every rule of
/// every
///     build, so there is none
record RuleShares(double asserted, double reused) {

    /// @param sampled how many scorecards to look at
    static RuleShares of(String bootstrap, String topic, int sampled) {
        var counts = new Counts();
        var words = ShippedStandards.standards().stream()
                .flatMap(published -> published.standard().rules().stream())
                .filter(rule -> rule.attestation() != null)
                .map(Rule::id)
                .collect(Collectors.toSet());
        Reading.first(
                bootstrap,
                topic,
                sampled,
                bytes -> Codec.BUILD_SCORED.decode(bytes).scorecards().stream()
                        .flatMap(scorecard -> scorecard.results().stream())
                        .filter(result -> !words.contains(result.rule()))
                        .forEach(result -> counts.add(result.outcome())));
        if (counts.applicable == 0) {
            throw new IllegalStateException("no rule applied to the workload; the benchmark would measure nothing");
        }
        return new RuleShares((double) counts.asserted / counts.applicable, 0);
    }

    private static final class Counts {
        private long applicable;
        private long asserted;

        void add(Outcome outcome) {
            applicable += outcome instanceof Outcome.NotApplicable ? 0 : 1;
            asserted += outcome.measured() ? 1 : 0;
        }
    }
}
