package dev.plumbline.standalone.broker;

import static java.util.Map.entry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/// One node that is broker and controller, sized for a small process. Every value that differs from Kafka's
/// default says why.
final class BrokerSettings {
    static final int NODE_ID = 1;
    static final int COORDINATOR_PARTITIONS = 4;
    static final String CONTROLLER = "CONTROLLER";
    private static final String HOST = "127.0.0.1";

    private BrokerSettings() {}

    static String address(int port) {
        return HOST + ":" + port;
    }

    static Properties of(Path log, BrokerPorts ports) {
        var settings = new Properties();
        settings.putAll(identity(log, ports));
        settings.putAll(oneNode());
        settings.putAll(footprint());
        settings.putAll(timings());
        return settings;
    }

    /// The controller without the broker, on the same metadata.
    static Properties controllerAlone(Path log, BrokerPorts ports) {
        String controller = address(ports.controller());
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles",
                "controller",
                "node.id",
                String.valueOf(NODE_ID),
                "listeners",
                CONTROLLER + "://" + controller,
                "listener.security.protocol.map",
                CONTROLLER + ":PLAINTEXT",
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "log.dirs",
                log.toString()));
        return settings;
    }

    private static Map<String, String> identity(Path log, BrokerPorts ports) {
        String broker = address(ports.broker());
        String controller = address(ports.controller());
        return Map.ofEntries(
                entry("process.roles", "broker,controller"),
                entry("node.id", String.valueOf(NODE_ID)),
                entry("listeners", "PLAINTEXT://" + broker + "," + CONTROLLER + "://" + controller),
                entry("advertised.listeners", "PLAINTEXT://" + broker),
                entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT"),
                entry("inter.broker.listener.name", "PLAINTEXT"),
                entry("controller.listener.names", CONTROLLER),
                entry("controller.quorum.voters", NODE_ID + "@" + controller),
                entry("log.dirs", log.toString()));
    }

    /// There is one replica of everything, and internal topics need few partitions (50 each otherwise).
    private static Map<String, String> oneNode() {
        return Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", String.valueOf(COORDINATOR_PARTITIONS),
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", String.valueOf(COORDINATOR_PARTITIONS),
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "auto.create.topics.enable", "false");
    }

    private static Map<String, String> footprint() {
        return Map.of(
                // the cleaner's map alone takes 128 MiB of heap by default
                "log.cleaner.dedupe.buffer.size", String.valueOf(8 << 20),
                "log.cleaner.threads", "1",
                "num.network.threads", "2",
                "num.io.threads", "2",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                // cleaning and retention work on closed segments only: 1 GiB would close never in a small installation
                "log.segment.bytes", String.valueOf(128 << 20));
    }

    private static Map<String, String> timings() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                // nobody takes over from the only broker: to fence it because the machine was slow would help nobody
                "broker.session.timeout.ms",
                        String.valueOf(Duration.ofMinutes(10).toMillis()),
                // positions of an installation that slept for months: without them it would begin anew and write twice
                "offsets.retention.minutes", String.valueOf(Duration.ofDays(400).toMinutes()));
    }
}
