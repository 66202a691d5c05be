package dev.plumbline.reporter;

import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.reporter.metrics.ReporterMetrics;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Settings of the reporter.
///
/// @param kafka properties of every client, `bootstrap.servers` among them
/// @param darkAfter how long without a closed build makes a repository dark
/// @param webhook where regressions are posted; null for nowhere
/// @param maxSeries the most series that the reporter's own metrics make
public record ReporterConfig(
        Map<String, String> kafka,
        TopicManifest topics,
        Duration darkAfter,
        @Nullable URI webhook,
        int maxSeries) {
    public static final Duration DARK_AFTER = Duration.ofDays(14);

    public ReporterConfig {
        kafka = Map.copyOf(kafka);
        if (!kafka.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException("the reporter needs bootstrap.servers among its Kafka properties");
        }
        if (darkAfter.isNegative() || darkAfter.isZero()) {
            throw new IllegalArgumentException("a repository goes dark after a positive time, not after " + darkAfter);
        }
        if (maxSeries < 1) {
            throw new IllegalArgumentException("the limit of series must be at least 1, not " + maxSeries);
        }
        if (webhook != null) {
            check(webhook);
        }
    }

    /// With everything that has a usual value.
    public static ReporterConfig of(Map<String, String> kafka, TopicManifest topics) {
        return new ReporterConfig(kafka, topics, DARK_AFTER, null, ReporterMetrics.SERIES);
    }

    public ReporterConfig withWebhook(URI destination) {
        return new ReporterConfig(kafka, topics, darkAfter, destination, maxSeries);
    }

    private static void check(URI webhook) {
        boolean web = "https".equals(webhook.getScheme()) || "http".equals(webhook.getScheme());
        if (!web || webhook.getHost() == null || webhook.getUserInfo() != null || webhook.getFragment() != null) {
            throw new IllegalArgumentException(
                    "the webhook must be an http or https address with a host, and without user, password or fragment");
        }
    }
}
