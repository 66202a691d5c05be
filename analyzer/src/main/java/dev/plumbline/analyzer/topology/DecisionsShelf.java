package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.scoring.Attested;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.decision.Attestation;
import dev.plumbline.model.decision.Decision;
import dev.plumbline.model.decision.DecisionId;
import dev.plumbline.model.decision.Decisions;
import dev.plumbline.model.decision.Reach;
import dev.plumbline.model.decision.Waiver;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.standard.StandardId;
import dev.plumbline.model.wire.Codec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The decisions of one partition: in the store as they came, in memory folded by the repository that they
/// are about. Bounded by what people decide; what has ended is forgotten {@link #KEPT} later.
final class DecisionsShelf {
    static final Duration KEPT = Duration.ofDays(30);

    private final Rows rows;
    private final Map<RepositoryId, Decisions> ofOne = new HashMap<>();
    private Decisions wide = Decisions.NONE;

    DecisionsShelf(KeyValueStore<String, byte[]> store) {
        this.rows = new Rows(store, Rows.Of.DECISIONS);
        try (var all = rows.from(null)) {
            all.forEachRemaining(row -> shelve(Codec.DECISION.decode(row.value)));
        }
    }

    /// Takes a record of the log of decisions.
    ///
    /// @return the decision that begins, ends or changes with it
    Decision accept(String key, byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("a decision is revoked by a record of its own, not withdrawn");
        }
        var decision = Codec.DECISION.decode(value);
        if (!decision.key().equals(key)) {
            throw new IllegalArgumentException("the key «" + key + "» is not that of the decision, " + decision.key());
        }
        shelve(decision);
        if (decision.equals(around(decision.reach()).byKey().get(key))) {
            rows.put(key, value);
        }
        return decision;
    }

    /// {@return what is known around a decision: of its repository, or of all}
    Decisions around(Reach reach) {
        return reach instanceof Reach.OneRepository one ? of(one.repository()) : wide;
    }

    @Nullable
    Decision find(@Nullable RepositoryId repository, DecisionId id) {
        return repository == null ? wide.find(id) : of(repository).find(id);
    }

    List<Waiver> waiversInForce(Reach.Place place, Instant asOf) {
        var own = of(place.repository()).inForce(asOf);
        var further = wide.inForce(asOf);
        if (further.isEmpty()) {
            return own;
        }
        var all = new ArrayList<>(own);
        further.stream().filter(waiver -> waiver.reach().covers(place)).forEach(all::add);
        return all;
    }

    /// {@return what people said under a standard, expired or not; what was revoked has ended then}
    List<Said> said(StandardId standard, Reach.Place place) {
        var said = new ArrayList<Said>();
        for (var decisions : List.of(of(place.repository()), wide)) {
            for (var word : decisions.attestations()) {
                if (word.standard().equals(standard) && word.reach().covers(place)) {
                    said.add(said(decisions, word));
                }
            }
        }
        return said;
    }

    /// A person's word, and the decision that it stands in.
    record Said(DecisionId id, Attested word) {}

    private static Said said(Decisions decisions, Attestation attestation) {
        return new Said(
                attestation.id(),
                new Attested(
                        new Kind("attestation:" + attestation.topic()),
                        attestation.by(),
                        attestation.validity().from(),
                        decisions.turns(attestation.id()).getLast()));
    }

    private Decisions of(RepositoryId repository) {
        return ofOne.getOrDefault(repository, Decisions.NONE);
    }

    private void shelve(Decision decision) {
        if (decision.reach() instanceof Reach.OneRepository one) {
            ofOne.merge(one.repository(), Decisions.NONE.with(decision), (known, _) -> known.with(decision));
        } else {
            wide = wide.with(decision);
        }
    }

    /// Forgets what ended long ago.
    void sweep(Instant now) {
        var forgotten = now.minus(KEPT);
        for (var decisions : List.copyOf(ofOne.values())) {
            ended(decisions, forgotten).forEach(this::forget);
        }
        ended(wide, forgotten).forEach(this::forget);
    }

    private static List<Decision> ended(Decisions decisions, Instant moment) {
        return decisions.byKey().values().stream()
                .filter(decision -> !ends(decisions, decision).isAfter(moment))
                .toList();
    }

    private static Instant ends(Decisions decisions, Decision decision) {
        var turns = decisions.turns(decision.id());
        var last = turns.isEmpty() ? decision.receivedAt() : turns.getLast();
        var until = switch (decisions.find(decision.id())) {
            case Waiver waiver -> waiver.validity().until();
            case Attestation attestation -> attestation.validity().until();
            case null, default -> last;
        };
        return until.isAfter(last) ? until : last;
    }

    private void forget(Decision decision) {
        rows.delete(decision.key());
        if (decision.reach() instanceof Reach.OneRepository one) {
            var fewer = of(one.repository()).without(decision.key());
            if (fewer.byKey().isEmpty()) {
                ofOne.remove(one.repository());
            } else {
                ofOne.put(one.repository(), fewer);
            }
        } else {
            wide = wide.without(decision.key());
        }
    }
}
