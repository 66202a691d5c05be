package dev.plumbline.model.wire;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/// The topics of the product. The four inputs of the analyzer have equal partition counts, fixed when they
/// are created; so have its outputs, which keeps everything about a repository on one partition number.
public enum Topic {
    /// Key: repository id. Uploads and forge events: the history.
    EVIDENCE("evidence.v1", Cleanup.DELETE, Duration.ofDays(400)),
    /// Key: `standard:<id>:<version>` or `binding:<id>:<revision>`, before it `withdrawn:` for the mark of
    /// what is no longer there. Written to every partition in one transaction.
    STANDARDS("standards.v1", Cleanup.COMPACT, Duration.ZERO),
    /// Key: decision id, on the repository's partition, or on every partition for a wider scope. Waivers,
    /// attestations.
    DECISIONS("decisions.v1", Cleanup.COMPACT, Duration.ZERO),
    /// Key: repository id. Ownership, subject facts, aliases.
    CATALOG("catalog.v1", Cleanup.COMPACT, Duration.ZERO),
    /// Key: repository id. One record per build and revision.
    SCORECARDS("scorecards.v1", Cleanup.DELETE, Duration.ofDays(400)),
    /// Key: repository id, or `rescoring:<group>`. Regressions and recoveries with their cause; ends of
    /// re-scoring.
    CHANGES("changes.v1", Cleanup.DELETE, Duration.ofDays(400)),
    /// Key: delivery id, on the partition of its change. The notifier's outbox.
    DELIVERIES("deliveries.v1", Cleanup.COMPACT, Duration.ZERO),
    /// Key: as at the source. Original bytes, with reason and original position in the headers.
    DEADLETTERS("deadletters.v1", Cleanup.DELETE, Duration.ofDays(30));

    /// How Kafka forgets.
    public enum Cleanup {
        DELETE,
        COMPACT
    }

    /// No record of ours is larger.
    public static final int MAX_RECORD_BYTES = 256 * 1024;

    private final String suffix;
    private final Cleanup cleanup;
    private final Duration retention;

    Topic(String suffix, Cleanup cleanup, Duration retention) {
        this.suffix = suffix;
        this.cleanup = cleanup;
        this.retention = retention;
    }

    /// @param prefix e.g. `plumbline.`
    public String name(String prefix) {
        return prefix + suffix;
    }

    /// {@return how long records are kept; zero where the newest of each key is}
    public Duration retention() {
        return retention;
    }

    /// The settings that must hold on the broker; anything else there is drift.
    public Map<String, String> settings() {
        var settings = new TreeMap<String, String>();
        settings.put("message.timestamp.type", "LogAppendTime");
        // room for the headers of a dead letter and for what compression does not win
        settings.put("max.message.bytes", String.valueOf(4 * MAX_RECORD_BYTES));
        switch (cleanup) {
            case DELETE -> {
                settings.put("cleanup.policy", "delete");
                settings.put("retention.ms", String.valueOf(retention.toMillis()));
            }
            case COMPACT -> {
                settings.put("cleanup.policy", "compact");
                settings.put("min.compaction.lag.ms", "0");
            }
        }
        return settings;
    }
}
