package dev.plumbline.analyzer;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks the cluster which version of transactions it has. Below 2 a delayed commit may land on a later transaction, and
/// «exactly once» would be more than the cluster can keep.
enum TransactionProbe {
    /// Transactions are safe against delayed requests.
    EXACTLY_ONCE,
    /// They are not.
    WEAKER,
    /// The cluster did not say.
    UNKNOWN;

    private static final Logger LOG = LoggerFactory.getLogger(TransactionProbe.class);
    private static final String FEATURE = "transaction.version";
    private static final int SAFE = 2;
    private static final long PATIENCE_SECONDS = 10;

    static TransactionProbe ask(Map<String, String> kafka) {
        var settings = new Properties();
        settings.putAll(kafka);
        try (var admin = Admin.create(settings)) {
            var range = admin.describeFeatures()
                    .featureMetadata()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .finalizedFeatures()
                    .get(FEATURE);
            return range == null ? WEAKER : of(range.maxVersionLevel());
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("The cluster did not say which version of transactions it has: {}", e.toString());
            return UNKNOWN;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return UNKNOWN;
        }
    }

    static TransactionProbe of(int version) {
        return version >= SAFE ? EXACTLY_ONCE : WEAKER;
    }

    String sentence() {
        return switch (this) {
            case EXACTLY_ONCE -> "Every upload counts exactly once inside Kafka (transaction.version is 2 or newer).";
            case WEAKER ->
                "Uploads are processed in transactions, but the cluster's transaction.version is below 2: a delayed "
                        + "commit may go to the wrong transaction. Raise it with kafka-features.sh.";
            case UNKNOWN -> "Uploads are processed in transactions; which guarantee they give is not known.";
        };
    }
}
