package dev.plumbline.analyzer.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.IndexType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/// One cache and one budget of write buffers for all stores of the process: what RocksDB may take does not grow with
/// partitions or stores.
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long CACHE_BYTES = 96L * 1024 * 1024;
    private static final long WRITE_BYTES = 64L * 1024 * 1024;
    private static final long MEMTABLE_BYTES = 8L * 1024 * 1024;
    /// One takes writes, one is being flushed, and one waits for a flush that takes longer: with two, who writes waits
    /// for the disk. Together they stay below {@link #WRITE_BYTES}.
    private static final int MEMTABLES = 3;
    private static final int BLOCK_BYTES = 4 * 1024;
    private static final double BLOOM_BITS = 10;

    /// Made with the first store and kept for the life of the process: closing them under a store that still reads
    /// would
    /// end the process.
    private static final class Shared {
        private static final Cache CACHE;
        private static final WriteBufferManager WRITES;
        private static final BloomFilter BLOOM;

        static {
            RocksDB.loadLibrary();
            CACHE = new LRUCache(CACHE_BYTES);
            WRITES = new WriteBufferManager(WRITE_BYTES, CACHE);
            BLOOM = new BloomFilter(BLOOM_BITS);
        }
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(Shared.CACHE);
            table.setCacheIndexAndFilterBlocks(true);
            // in pieces of a block: of many repositories the index of one file has more than what a look-up should read
            table.setIndexType(IndexType.kTwoLevelIndexSearch);
            table.setPartitionFilters(true);
            table.setMetadataBlockSize(BLOCK_BYTES);
            table.setPinTopLevelIndexAndFilter(true);
            table.setFilterPolicy(Shared.BLOOM);
            table.setBlockSize(BLOCK_BYTES);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(Shared.WRITES);
        options.setWriteBufferSize(MEMTABLE_BYTES);
        options.setMaxWriteBufferNumber(MEMTABLES);
    }

    @Override
    public void close(String storeName, Options options) {
        // the shared parts outlive every store
    }
}
