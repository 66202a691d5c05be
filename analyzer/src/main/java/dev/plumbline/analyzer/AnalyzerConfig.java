package dev.plumbline.analyzer;

import dev.plumbline.analyzer.comparing.Tolerance;
import dev.plumbline.analyzer.topology.ScoringSettings;
import dev.plumbline.model.wire.TopicManifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/// Settings of the analyzer.
///
/// @param kafka properties of its Kafka clients; `bootstrap.servers` must be among them. They win over the analyzer's
/// own
/// @param stateDir where its stores lie; what is lost there is read again from the log
/// @param buildWindow how long a build stays open when nothing completes it
/// @param tolerance what is not worth telling somebody
public record AnalyzerConfig(
        Map<String, String> kafka,
        TopicManifest topics,
        Path stateDir,
        Workers workers,
        Duration buildWindow,
        Tolerance tolerance) {

    /// Threads, and after which silence another instance takes over from this one.
    public record Workers(int threads, Duration session) {
        public Workers {
            if (threads < 1 || threads > 64) {
                throw new IllegalArgumentException("the analyzer runs 1 to 64 threads, not " + threads);
            }
            if (session.compareTo(Duration.ofSeconds(1)) < 0 || session.compareTo(Duration.ofMinutes(5)) > 0) {
                throw new IllegalArgumentException("a session lasts 1 second to 5 minutes, not " + session);
            }
        }
    }

    private static final Duration EMBEDDED_SESSION = Duration.ofSeconds(6);
    private static final Duration CLUSTER_SESSION = Duration.ofSeconds(10);

    public AnalyzerConfig {
        kafka = Map.copyOf(kafka);
        if (!kafka.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
            throw new IllegalArgumentException("the analyzer needs bootstrap.servers among its Kafka properties");
        }
        if (buildWindow.isNegative() || buildWindow.isZero()) {
            throw new IllegalArgumentException("a build stays open for some time, not for " + buildWindow);
        }
    }

    /// Beside a broker in the same process.
    public static AnalyzerConfig embedded(Map<String, String> kafka, TopicManifest topics, Path stateDir, int threads) {
        return new AnalyzerConfig(
                kafka,
                topics,
                stateDir,
                new Workers(threads, EMBEDDED_SESSION),
                ScoringSettings.DEFAULT_WINDOW,
                Tolerance.DEFAULT);
    }

    /// Against a cluster.
    public static AnalyzerConfig cluster(Map<String, String> kafka, TopicManifest topics, Path stateDir, int threads) {
        return new AnalyzerConfig(
                kafka,
                topics,
                stateDir,
                new Workers(threads, CLUSTER_SESSION),
                ScoringSettings.DEFAULT_WINDOW,
                Tolerance.DEFAULT);
    }

    public AnalyzerConfig tolerating(Tolerance other) {
        return new AnalyzerConfig(kafka, topics, stateDir, workers, buildWindow, other);
    }

    /// The name of the consumer group and of the internal topics.
    public String applicationId() {
        return topics.prefix() + "analyzer";
    }
}
