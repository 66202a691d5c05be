package dev.plumbline.standalone.run;

import dev.plumbline.model.wire.TopicManifest;
import java.util.Map;

/// Where the log is kept.
public sealed interface LogPlace {
    TopicManifest topics();

    /// In a broker inside this process.
    record Embedded() implements LogPlace {
        @Override
        public TopicManifest topics() {
            return TopicManifest.embedded();
        }
    }

    /// On a Kafka cluster.
    ///
    /// @param kafka settings of every client, `bootstrap.servers` among them
    record Cluster(Map<String, String> kafka, TopicManifest topics) implements LogPlace {
        public Cluster {
            kafka = Map.copyOf(kafka);
        }
    }
}
