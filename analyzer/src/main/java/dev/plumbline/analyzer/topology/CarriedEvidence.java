package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.build.AssembledBuild;
import dev.plumbline.analyzer.build.BuildOrder;
import dev.plumbline.model.build.BuildId;
import dev.plumbline.model.evidence.Digest;
import dev.plumbline.model.evidence.Evidence;
import dev.plumbline.model.evidence.Kind;
import dev.plumbline.model.wire.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Newest evidence of one lineage of the kinds that are not about a commit: what later builds may carry.
record CarriedEvidence(List<Entry> entries) {
    static final CarriedEvidence NONE = new CarriedEvidence(List.of());
    private static final Codec<CarriedEvidence> CODEC = Codec.of(CarriedEvidence.class);

    /// @param record digest of the log record that it came in
    record Entry(BuildId build, Instant startedAt, int attempt, Digest record, Evidence evidence) {
        BuildOrder order() {
            return new BuildOrder(startedAt, attempt, build);
        }

        Kind kind() {
            return evidence.kind();
        }
    }

    public CarriedEvidence {
        entries = List.copyOf(entries);
    }

    static CarriedEvidence decode(byte[] bytes) {
        return CODEC.decode(bytes);
    }

    byte[] encode() {
        return CODEC.encode(this);
    }

    /// {@return what a build may carry: older than itself, and of a kind that it does not bring}
    List<Entry> availableTo(AssembledBuild build) {
        return entries.stream()
                .filter(entry -> !build.evidence().containsKey(entry.kind()))
                .filter(entry -> build.order().isAfter(entry.order()))
                .toList();
    }

    /// {@return what a build may have carried, by kind}
    Map<Kind, Evidence> before(BuildOrder build) {
        var before = new HashMap<Kind, Evidence>();
        for (var entry : entries) {
            if (build.isAfter(entry.order())) {
                before.put(entry.kind(), entry.evidence());
            }
        }
        return before;
    }

    /// {@return this with what a build brings, where the build is not older than what is kept; the same when
    /// nothing is}
    CarriedEvidence with(AssembledBuild build) {
        var kept = new TreeMap<Kind, Entry>();
        entries.forEach(entry -> kept.put(entry.kind(), entry));
        boolean changed = false;
        for (var brought : build.evidence().entrySet()) {
            var known = kept.get(brought.getKey());
            if (!brought.getKey().aboutCode()
                    && (known == null || !known.order().isAfter(build.order()))) {
                var order = build.order();
                var entry = new Entry(
                        order.id(),
                        order.startedAt(),
                        order.attempt(),
                        brought.getValue().record(),
                        brought.getValue().evidence());
                changed |= !entry.equals(known);
                kept.put(brought.getKey(), entry);
            }
        }
        return changed ? new CarriedEvidence(List.copyOf(kept.values())) : this;
    }

    /// {@return this, completed by what another lineage has of kinds that are not here}
    CarriedEvidence or(CarriedEvidence other) {
        if (entries.isEmpty()) {
            return other;
        }
        var here = new TreeSet<Kind>();
        entries.forEach(entry -> here.add(entry.kind()));
        var all = new ArrayList<>(entries);
        other.entries.stream().filter(entry -> !here.contains(entry.kind())).forEach(all::add);
        return new CarriedEvidence(all);
    }

    /// When the newest of it came from.
    Instant newest() {
        return entries.stream().map(Entry::startedAt).max(Instant::compareTo).orElse(Instant.EPOCH);
    }
}
