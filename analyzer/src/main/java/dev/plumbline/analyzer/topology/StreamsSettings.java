package dev.plumbline.analyzer.topology;

import dev.plumbline.model.wire.TopicManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/// How Kafka Streams runs the topology.
public final class StreamsSettings {
    private static final int COMMIT_MILLIS = 100;
    /// A hanging transaction holds back every reader of committed records for so long, and ten seconds
    /// more.
    private static final int TRANSACTION_MILLIS = 10_000;
    /// Nothing can be read before its transaction is committed, and committing sends what waits: to send a
    /// batch that is not full any earlier costs requests and gives nobody anything.
    private static final int LINGER_MILLIS = COMMIT_MILLIS;
    /// A partition that joins the restoring waits until the fetch for the ones before it comes back, and
    /// that one has nothing to bring: at the default of 500 ms a start with several tasks a thread would
    /// lose a second.
    private static final int RESTORE_FETCH_MILLIS = 10;
    /// A transaction begins while the markers of the one before are still being written; the first tries
    /// then meet CONCURRENT_TRANSACTIONS, and the default of 100 ms would be a commit interval lost.
    private static final int RETRY_MILLIS = 10;
    private static final int BATCH_BYTES = 128 * 1024;
    /// While the first batch of a transaction is tried anew, none may overtake it: the broker would refuse
    /// each as out of order. A request carries the batches of all partitions.
    private static final int REQUESTS_IN_FLIGHT = 1;
    private static final int REQUEST_BYTES = StateStores.MAX_ROW_BYTES + 1024 * 1024;

    /// Of each partition, in memory. Records may have 256 kB: the default of a thousand would be more than
    /// the heap when the analyzer is behind.
    private static final int RECORDS_WAITING = 32;

    private StreamsSettings() {}

    public static Properties of(
            String applicationId, TopicManifest manifest, Path stateDir, Duration session, int threads) {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        // the newer protocol asks for a new group whenever the topology changes, and with it for all state anew
        settings.put(StreamsConfig.GROUP_PROTOCOL_CONFIG, "classic");
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, manifest.replication());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        settings.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) session.toMillis());
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), (int)
                session.dividedBy(3).toMillis());
        settings.put(
                StreamsConfig.restoreConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), RESTORE_FETCH_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), TRANSACTION_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.ACKS_CONFIG), "all");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), RETRY_MILLIS);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        settings.put(
                StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), REQUESTS_IN_FLIGHT);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), REQUEST_BYTES);
        settings.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, RECORDS_WAITING);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 2 * RECORDS_WAITING);
        return settings;
    }

    /// {@return the settings with an operator's own on top}
    public static Properties with(Properties settings, Map<String, String> own) {
        var all = new Properties();
        all.putAll(settings);
        all.putAll(own);
        return all;
    }
}
