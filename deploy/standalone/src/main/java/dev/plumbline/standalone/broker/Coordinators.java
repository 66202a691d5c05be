package dev.plumbline.standalone.broker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The broker's own topics for groups and transactions, in a data folder that is new.
final class Coordinators {
    private static final Logger LOG = LoggerFactory.getLogger(Coordinators.class);
    private static final String SEGMENT_BYTES = String.valueOf(100 << 20);

    private Coordinators() {}

    /// Has them made beside other work, as the broker would make them itself. It does so only when somebody
    /// asks for a coordinator, and who asks then tries again every tenth of a second: two clients, one
    /// after the other.
    static void make(String broker) {
        Thread.ofVirtual().name("make-coordinators").start(() -> ask(broker));
    }

    private static void ask(String broker) {
        try (var admin = Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker))) {
            admin.createTopics(topics()).all().get();
        } catch (ExecutionException e) {
            LOG.debug("The broker makes its own topics itself: {}", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<NewTopic> topics() {
        return List.of(
                new NewTopic("__consumer_offsets", BrokerSettings.COORDINATOR_PARTITIONS, (short) 1)
                        .configs(Map.of(
                                "cleanup.policy", "compact",
                                "compression.type", "producer",
                                "segment.bytes", SEGMENT_BYTES)),
                new NewTopic("__transaction_state", BrokerSettings.COORDINATOR_PARTITIONS, (short) 1)
                        .configs(Map.of(
                                "cleanup.policy", "compact",
                                "compression.type", "uncompressed",
                                "min.insync.replicas", "1",
                                "segment.bytes", SEGMENT_BYTES,
                                "unclean.leader.election.enable", "false")));
    }
}
