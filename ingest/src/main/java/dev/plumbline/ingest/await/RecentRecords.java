package dev.plumbline.ingest.await;

import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;

/// The newest records by key, up to a number of bytes; the one that was written longest ago goes first.
final class RecentRecords {
    private final long maxBytes;
    private final LinkedHashMap<String, byte[]> records = new LinkedHashMap<>();
    private long bytes;

    RecentRecords(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void put(String key, byte[] record) {
        remove(key);
        records.put(key, record);
        bytes += record.length;
        while (bytes > maxBytes && records.size() > 1) {
            bytes -= records.pollFirstEntry().getValue().length;
        }
    }

    void remove(String key) {
        byte[] before = records.remove(key);
        bytes -= before == null ? 0 : before.length;
    }

    byte @Nullable [] get(String key) {
        return records.get(key);
    }

    int size() {
        return records.size();
    }
}
