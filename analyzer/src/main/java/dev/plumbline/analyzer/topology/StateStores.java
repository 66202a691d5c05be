package dev.plumbline.analyzer.topology;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/// The stores of the one processor, and how each is bounded. Keys are text whose parts are separated by a
/// zero byte; values are bytes of a form that their owner knows. What grows with the repositories lies on
/// disk, the rest in memory.
final class StateStores {
    /// What is known of repositories, {@link Rows} of several kinds; each says how it is bounded.
    static final String REPOSITORIES = "repositories";
    /// As the topic's key → published standard or binding. Bounded by what people publish.
    static final String STANDARDS = "standards";
    /// repository → catalog entry. Bounded by the catalog.
    static final String CATALOG = "catalog";
    /// due, alarm → nothing. One row for each open build, component with a final one, and decision to come.
    static final String TIMERS = "timers";

    /// A build's row may hold several uploads; the changelog must take it whole.
    static final int MAX_ROW_BYTES = 3 * 1024 * 1024;

    static final char SEPARATOR = '\0';

    /// Compaction of changelogs must keep up, or a restart reads dead rows.
    private static final Map<String, String> CHANGELOG = Map.of(
            "segment.bytes", String.valueOf(64 * 1024 * 1024),
            "max.compaction.lag.ms", String.valueOf(6 * 3_600_000),
            "max.message.bytes", String.valueOf(MAX_ROW_BYTES + 1024 * 1024));

    private StateStores() {}

    static Set<StoreBuilder<?>> all() {
        return Set.of(
                store(Stores.persistentKeyValueStore(REPOSITORIES)),
                store(Stores.inMemoryKeyValueStore(CATALOG)),
                store(Stores.inMemoryKeyValueStore(STANDARDS)),
                store(Stores.inMemoryKeyValueStore(TIMERS)));
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> store(KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(supplier, Serdes.String(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(CHANGELOG);
    }

    static String key(Object first, Object... rest) {
        var key = new StringBuilder(first.toString());
        for (var part : rest) {
            key.append(SEPARATOR).append(part);
        }
        return key.toString();
    }
}
