package dev.plumbline.analyzer.topology;

import dev.plumbline.analyzer.comparing.Baseline;
import dev.plumbline.analyzer.comparing.BaselineCodec;
import dev.plumbline.analyzer.comparing.Baselines;
import dev.plumbline.analyzer.comparing.LedgerCodec;
import dev.plumbline.analyzer.comparing.RequestLedger;
import dev.plumbline.analyzer.comparing.Shape;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.Lineage;
import dev.plumbline.model.build.RepositoryId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// What later builds of one partition are compared with.
final class BaselineShelf {
    private final Rows newest;
    private final Rows older;
    private final Rows requests;
    private final BaselineCodec codec;

    BaselineShelf(KeyValueStore<String, byte[]> store) {
        this.newest = new Rows(store, Rows.Of.BASELINES);
        this.older = new Rows(store, Rows.Of.OLDER_BASELINES);
        this.requests = new Rows(store, Rows.Of.OPEN_CHANGES);
        this.codec = new BaselineCodec(new Shapes(new Rows(store, Rows.Of.SHAPES)));
    }

    Baselines of(BuildAddress address) {
        return of(address.repository(), address.component());
    }

    Baselines of(RepositoryId repository, Component component) {
        byte[] row = newest.get(StateStores.key(repository, component));
        return row == null ? Baselines.NONE : codec.decode(row);
    }

    /// One component that has a final build.
    record Place(RepositoryId repository, Component component) {
        String row() {
            return StateStores.key(repository, component);
        }
    }

    /// {@return at most so many components, in order of their rows, from one on}
    ///
    /// @param from the row to begin with, whether it is there or not
    List<Place> places(String from, int limit) {
        return places(from, "", limit);
    }

    /// {@return at most so many components of one repository}
    List<Place> placesOf(RepositoryId repository, int limit) {
        String all = StateStores.key(repository, "");
        return places(all, all, limit);
    }

    /// No row behind the last that begins so is read: that would be one of another repository, and there
    /// may be many.
    private List<Place> places(String from, String beginning, int limit) {
        var places = new ArrayList<Place>();
        try (var rows = newest.from(from)) {
            while (places.size() < limit && rows.hasNext()) {
                String row = Rows.key(rows.next().key);
                if (!row.startsWith(beginning)) {
                    break;
                }
                int end = row.indexOf(StateStores.SEPARATOR);
                places.add(new Place(new RepositoryId(row.substring(0, end)), new Component(row.substring(end + 1))));
            }
        }
        return places;
    }

    Baselines.Older older(BuildAddress address) {
        return slot -> {
            byte[] row = older.get(address.baselineRow(slot));
            if (row == null) {
                throw new IllegalStateException("The baselines of " + address.repository() + " must lie in slot " + slot
                        + " as their row says.");
            }
            return codec.decodeOlder(row);
        };
    }

    void put(Effects effects, BuildAddress address, Baselines.Moved moved) {
        put(effects, address, moved.after());
        var leaving = moved.leaving();
        if (leaving != null) {
            byte[] row = codec.encodeOlder(leaving);
            effects.add(() -> older.put(address.baselineRow(moved.slot()), row));
        }
    }

    void put(Effects effects, BuildAddress address, Baselines.Aside aside) {
        put(effects, address, aside.after());
        aside.slots().forEach((slot, baseline) -> {
            byte[] row = codec.encodeOlder(baseline);
            effects.add(() -> older.put(address.baselineRow(slot), row));
        });
    }

    void put(Effects effects, BuildAddress address, Baselines baselines) {
        byte[] row = codec.encode(baselines);
        effects.add(() -> newest.put(address.baselineRow(), row));
    }

    @Nullable
    RequestLedger request(BuildAddress address, Lineage lineage) {
        byte[] row = requests.get(address.carriedRow(lineage));
        return row == null ? null : LedgerCodec.decode(row);
    }

    void put(Effects effects, BuildAddress address, Lineage lineage, RequestLedger ledger) {
        byte[] row = LedgerCodec.encode(ledger);
        effects.add(() -> requests.put(address.carriedRow(lineage), row));
    }

    boolean isNewest(BuildAddress address) {
        for (Baseline kept : of(address).newestFirst()) {
            if (kept.build().equals(address.build())) {
                return true;
            }
        }
        return false;
    }

    /// Shapes are written when they are first met; writing one again changes nothing.
    private static final class Shapes implements Shape.Shelf {
        private final Rows rows;
        private final Map<Long, Shape> known = new HashMap<>();
        private final Map<Shape, Long> ids = new HashMap<>();

        Shapes(Rows rows) {
            this.rows = rows;
        }

        @Override
        public long keep(Shape shape) {
            var id = ids.get(shape);
            if (id == null) {
                id = shape.id();
                rows.put(key(id), shape.encode());
                known.put(id, shape);
                ids.put(shape, id);
            }
            return id;
        }

        @Override
        public Shape find(long id) {
            var shape = known.get(id);
            if (shape == null) {
                byte[] row = rows.get(key(id));
                if (row == null) {
                    throw new IllegalStateException("The shape " + key(id) + " must be kept, for a baseline names it.");
                }
                shape = Shape.decode(row);
                known.put(id, shape);
                ids.put(shape, id);
            }
            return shape;
        }

        private static String key(long id) {
            return "%016x".formatted(id);
        }
    }
}
