package dev.plumbline.analyzer.topology;

import dev.plumbline.model.build.Build;
import dev.plumbline.model.build.Component;
import dev.plumbline.model.build.RepositoryId;
import dev.plumbline.model.build.Subject;
import dev.plumbline.model.catalog.CatalogEntry;
import dev.plumbline.model.wire.Codec;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// The catalog of one partition: in the store as registered, the lately used in memory as read.
final class CatalogShelf {
    private static final int READ_KEPT = 2_048;

    private final KeyValueStore<String, byte[]> store;
    private final Map<String, Optional<CatalogEntry>> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Optional<CatalogEntry>> eldest) {
            return size() > READ_KEPT;
        }
    };

    CatalogShelf(KeyValueStore<String, byte[]> store) {
        this.store = store;
    }

    /// Takes a record of the catalog's topic.
    ///
    /// @param value null removes the entry
    void accept(String key, byte @Nullable [] value) {
        if (value == null) {
            store.delete(key);
        } else {
            var entry = Codec.CATALOG_ENTRY.decode(value);
            if (!entry.repository().value().equals(key)) {
                throw new IllegalArgumentException(
                        "the key «" + key + "» is not the repository of the entry, " + entry.repository());
            }
            store.put(key, value);
        }
        read.remove(key);
    }

    CatalogEntry.Part part(Build build) {
        return part(entry(build.key().repository()), build.key().component());
    }

    /// {@return what is said of a repository; empty where nothing is}
    Optional<CatalogEntry> entry(RepositoryId repository) {
        return read.computeIfAbsent(repository.value(), this::find);
    }

    static CatalogEntry.Part part(Optional<CatalogEntry> entry, Component component) {
        return entry.map(known -> known.part(component))
                .orElse(new CatalogEntry.Part(component, "", "", Subject.UNKNOWN));
    }

    private Optional<CatalogEntry> find(String repository) {
        byte[] known = store.get(repository);
        return known == null ? Optional.empty() : Optional.of(Codec.CATALOG_ENTRY.decode(known));
    }
}
