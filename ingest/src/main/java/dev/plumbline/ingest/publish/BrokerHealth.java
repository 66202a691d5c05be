package dev.plumbline.ingest.publish;

import dev.plumbline.http.Health;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;

/// Asks the cluster for its nodes. An answer stands for a moment, so that many probes cost one question.
public final class BrokerHealth implements Health, AutoCloseable {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final long STANDS_NANOS = Duration.ofSeconds(2).toNanos();

    private final Admin admin;
    private long askedAt;
    private boolean asked;
    private List<String> answer = List.of();

    public BrokerHealth(Admin admin) {
        this.admin = admin;
    }

    public static BrokerHealth connect(Map<String, String> kafka) {
        var settings = new HashMap<String, Object>(kafka);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "plumbline-ingest-health");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(TIMEOUT_MILLIS));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(TIMEOUT_MILLIS));
        return new BrokerHealth(Admin.create(settings));
    }

    @Override
    public synchronized List<String> problems() {
        long now = System.nanoTime();
        if (!asked || now - askedAt > STANDS_NANOS) {
            answer = ask();
            asked = true;
            askedAt = System.nanoTime();
        }
        return answer;
    }

    private List<String> ask() {
        try {
            var nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
                    .nodes();
            return nodes.get(TIMEOUT_MILLIS + 500L, TimeUnit.MILLISECONDS).isEmpty()
                    ? List.of("the log has no broker")
                    : List.of();
        } catch (ExecutionException | TimeoutException e) {
            return List.of("the log's brokers do not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of("ingest is stopping");
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
