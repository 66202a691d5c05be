package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild.Piece;
import dev.plumbline.analyzer.scoring.Freshness;
import dev.plumbline.analyzer.scoring.Held;
import dev.plumbline.analyzer.standard.Applied;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.Requirement;
import dev.plumbline.model.standard.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// On a change request, evidence that is too old for every rule that asks for it hides nothing: what the
/// default branch has of the kind counts, where that is fresh.
final class Substitution {
    private final List<Applied> applied;
    private final Instant asOf;

    private Substitution(List<Applied> applied, Instant asOf) {
        this.applied = applied;
        this.asOf = asOf;
    }

    static BuildJudge.Brief in(BuildJudge.Brief brief, List<Applied> applied) {
        if (brief.available().instead().isEmpty()) {
            return brief;
        }
        var substitution = new Substitution(applied, brief.asOf());
        var available = brief.available();
        for (var other : brief.available().instead()) {
            var present = brief.piece(other.kind());
            boolean own = brief.build().evidence().containsKey(other.kind());
            if (present != null && substitution.counts(other, present, own ? null : other.build())) {
                available = available.replacing(other);
            }
        }
        return brief.with(available);
    }

    /// What one rule asks for.
    private record Demand(Requirement requirement, @Nullable Duration maxAge) {
        static Stream<Demand> of(Rule rule, Kind kind) {
            return rule.requires().stream()
                    .flatMap(requirement -> requirement.any().stream())
                    .filter(one -> one.kind().equals(kind))
                    .map(one -> new Demand(one, rule.maxAge()));
        }
    }

    /// @param from where the present piece comes from; null for the build's own
    private boolean counts(CarriedEvidence.Entry other, Piece present, @Nullable BuildId from) {
        var demands = applied.stream()
                .flatMap(one -> one.standard().rules().stream())
                .flatMap(rule -> Demand.of(rule.rule(), other.kind()))
                .toList();
        return demands.stream().noneMatch(demand -> fresh(demand, present, from))
                && demands.stream().anyMatch(demand -> fresh(demand, other.piece(), other.build()));
    }

    private boolean fresh(Demand demand, Piece piece, @Nullable BuildId from) {
        var maxAge = demand.maxAge();
        if (maxAge == null) {
            return from == null;
        }
        var held = new Held(piece.by(demand.requirement().combined()).evidence(), from);
        return Freshness.complaint(held, maxAge, asOf) == null;
    }
}
