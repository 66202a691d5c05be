package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.comparing.LedgerCodec;
import java.time.Instant;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// Walks over the stores in small slices, round and round, and drops what retention no longer counts.
final class Sweep {
    private static final int SLICE = 200;

    private final Rows builds;
    private final Rows carried;
    private final Rows replaced;
    private final Rows open;
    private final Retention retention;
    private @Nullable String buildsFrom;
    private @Nullable String carriedFrom;
    private @Nullable String openFrom;

    Sweep(KeyValueStore<String, byte[]> store, Retention retention) {
        this.builds = new Rows(store, Rows.Of.BUILDS);
        this.carried = new Rows(store, Rows.Of.CARRIED_EVIDENCE);
        this.replaced = new Rows(store, Rows.Of.REPLACED_EVIDENCE);
        this.open = new Rows(store, Rows.Of.OPEN_CHANGES);
        this.retention = retention;
    }

    void slice(Instant now) {
        buildsFrom = walk(builds, buildsFrom, (key, value) -> sweepBuild(key, value, now));
        carriedFrom = walk(carried, carriedFrom, (key, value) -> sweepCarried(key, value, now));
        openFrom = walk(open, openFrom, (key, value) -> sweepOpen(key, value, now));
    }

    private interface Visit {
        void row(String key, byte[] value);
    }

    /// {@return where to go on; null at the end, to begin anew}
    private static @Nullable String walk(Rows store, @Nullable String from, Visit visit) {
        try (var rows = store.from(from)) {
            for (int left = SLICE; rows.hasNext(); left--) {
                if (left == 0) {
                    return Rows.key(rows.peekNextKey());
                }
                var row = rows.next();
                visit.row(Rows.key(row.key), row.value);
            }
        }
        return null;
    }

    private void sweepBuild(String key, byte[] value, Instant now) {
        var row = BuildRowCodec.decode(value);
        var counts = retention.at(now, BuildAddress.parse(key), row);
        if (counts.equals(BuildRow.unknown())) {
            builds.delete(key);
        } else if (!counts.equals(row)) {
            builds.put(key, BuildRowCodec.encode(counts));
        }
    }

    private void sweepOpen(String key, byte[] value, Instant now) {
        if (LedgerCodec.decode(value)
                .newest()
                .startedAt()
                .plus(Retention.CARRIED)
                .isBefore(now)) {
            open.delete(key);
        }
    }

    private void sweepCarried(String key, byte[] value, Instant now) {
        boolean ofDefault = key.endsWith(StateStores.SEPARATOR + BuildAddress.DEFAULT_LINEAGE);
        if (!ofDefault
                && CarriedEvidenceCodec.newest(value).plus(Retention.CARRIED).isBefore(now)) {
            carried.delete(key);
            deleteSlots(key);
        }
    }

    /// They are filled from the first on.
    private void deleteSlots(String carriedRow) {
        for (int slot = 0; replaced.get(BuildShelf.slot(carriedRow, slot)) != null; slot++) {
            replaced.delete(BuildShelf.slot(carriedRow, slot));
        }
    }
}
