package dev.plumbline.model.decision;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All decisions that one reader of the log knows, one under each key: what grants before what asks, and of
/// two that grant, or that revoke, the first, for it held from then on. What holds at a moment is a
/// function of them and the moment: their order leaves no trace.
public record Decisions(SortedMap<String, Decision> byKey) {
    public static final Decisions NONE = new Decisions(new TreeMap<>());

    public Decisions {
        byKey = Collections.unmodifiableSortedMap(new TreeMap<>(byKey));
    }

    public static Decisions of(Collection<? extends Decision> decisions) {
        var byKey = new TreeMap<String, Decision>();
        decisions.forEach(decision -> byKey.merge(decision.key(), decision, Decisions::counting));
        return new Decisions(byKey);
    }

    public Decisions with(Decision decision) {
        var more = new TreeMap<>(byKey);
        more.merge(decision.key(), decision, Decisions::counting);
        return new Decisions(more);
    }

    /// Whoever was not answered sends a word again, and it is written twice.
    private static Decision counting(Decision known, Decision other) {
        if (known instanceof Revocation && other instanceof Revocation) {
            return first(known, other);
        }
        if (known instanceof Waiver one && other instanceof Waiver two && granted(one)) {
            return granted(two) ? first(known, other) : known;
        }
        return other;
    }

    private static boolean granted(Waiver waiver) {
        return waiver.approval() instanceof Waiver.Approval.Given;
    }

    private static Decision first(Decision known, Decision other) {
        return other.receivedAt().isBefore(known.receivedAt()) ? other : known;
    }

    public Decisions without(String key) {
        var fewer = new TreeMap<>(byKey);
        fewer.remove(key);
        return new Decisions(fewer);
    }

    public @Nullable Decision find(DecisionId id) {
        return byKey.get(id.value());
    }

    public List<Waiver> waivers() {
        return all(Waiver.class).toList();
    }

    public List<Attestation> attestations() {
        return all(Attestation.class).toList();
    }

    public WaiverState state(Waiver waiver, Instant at) {
        var revoked = revokedAt(waiver.id());
        if (revoked != null && !at.isBefore(revoked)) {
            return WaiverState.REVOKED;
        }
        if (!at.isBefore(waiver.validity().until())) {
            return WaiverState.EXPIRED;
        }
        return switch (waiver.approval()) {
            case Waiver.Approval.Awaited _ -> WaiverState.REQUESTED;
            case Waiver.Approval.Given _ -> at.isBefore(begins(waiver)) ? WaiverState.SCHEDULED : WaiverState.IN_FORCE;
        };
    }

    /// {@return the waivers in force at a moment, in order of their ids}
    public List<Waiver> inForce(Instant at) {
        return all(Waiver.class)
                .filter(waiver -> state(waiver, at) == WaiverState.IN_FORCE)
                .toList();
    }

    /// {@return the attestations that hold at a moment, in order of their ids}
    public List<Attestation> attested(Instant at) {
        return all(Attestation.class)
                .filter(attestation -> attestation.validity().contains(at))
                .filter(attestation -> {
                    var revoked = revokedAt(attestation.id());
                    return revoked == null || at.isBefore(revoked);
                })
                .toList();
    }

    /// {@return the moments at which a decision begins or ends to hold, ascending}
    public List<Instant> turns(DecisionId id) {
        var turns = new TreeSet<Instant>();
        switch (byKey.get(id.value())) {
            case Waiver waiver
            when waiver.approval() instanceof Waiver.Approval.Given -> {
                turns.add(begins(waiver));
                turns.add(ends(id, waiver.validity()));
            }
            case Attestation attestation -> {
                turns.add(attestation.validity().from());
                turns.add(ends(id, attestation.validity()));
            }
            case Rescore rescore -> turns.add(rescore.at());
            case null, default -> {
                // nobody approved it, or what is revoked has not come: nothing begins
            }
        }
        return List.copyOf(turns);
    }

    /// Not before its approval.
    public static Instant begins(Waiver waiver) {
        var from = waiver.validity().from();
        return waiver.receivedAt().isAfter(from) ? waiver.receivedAt() : from;
    }

    private Instant ends(DecisionId id, Validity validity) {
        var revoked = revokedAt(id);
        return revoked == null || validity.until().isBefore(revoked) ? validity.until() : revoked;
    }

    private @Nullable Instant revokedAt(DecisionId id) {
        return byKey.get(id + ":revoked") instanceof Revocation revocation ? revocation.at() : null;
    }

    private <T extends Decision> Stream<T> all(Class<T> type) {
        return byKey.values().stream().filter(type::isInstance).map(type::cast);
    }
}
