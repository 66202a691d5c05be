package dev.plumbline.model.wire;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// All topics as one installation must have them: created and verified from here, and nowhere else.
///
/// @param partitions of every topic; fixed at creation, 8 embedded and 48 on a cluster
/// @param replication 1 embedded, 3 on a cluster
public record TopicManifest(String prefix, int partitions, int replication) {
    public static final String DEFAULT_PREFIX = "plumbline.";
    private static final Pattern PREFIX = Pattern.compile("[a-z0-9._-]{0,100}");

    public TopicManifest {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "topic prefix «" + prefix + "» may hold only a–z, 0–9, dot, dash and underscore");
        }
        if (partitions < 1 || partitions > 1_000 || replication < 1 || replication > 9) {
            throw new IllegalArgumentException(
                    "topics need 1 to 1000 partitions and 1 to 9 replicas, not " + partitions + " and " + replication);
        }
    }

    public static TopicManifest embedded() {
        return new TopicManifest(DEFAULT_PREFIX, 8, 1);
    }

    public static TopicManifest cluster(String prefix) {
        return new TopicManifest(prefix, 48, 3);
    }

    /// One topic as it must be.
    public record Entry(Topic topic, String name, int partitions, int replication, Map<String, String> settings) {}

    public List<Entry> entries() {
        return Arrays.stream(Topic.values())
                .map(topic -> new Entry(topic, name(topic), partitions, replication, topic.settings()))
                .toList();
    }

    public String name(Topic topic) {
        return topic.name(prefix);
    }
}
