package dev.plumbline.standalone.command;

import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.run.LogPlace;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which Kafka, and how its topics are to be.
final class KafkaOptions {
    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT[,…]",
            description = "Brokers of a Kafka cluster. With it, no broker is started in this process.")
    private @Nullable String servers;

    @Option(
            names = "--kafka-properties",
            paramLabel = "FILE",
            description = "Further settings of every Kafka client, e.g. for TLS and SASL.")
    private @Nullable Path properties;

    @Option(
            names = "--topic-prefix",
            paramLabel = "PREFIX",
            defaultValue = TopicManifest.DEFAULT_PREFIX,
            description = "How the topics on a cluster begin. Default: ${DEFAULT-VALUE}")
    private String prefix = TopicManifest.DEFAULT_PREFIX;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "48",
            description = "Partitions of each topic on a cluster, fixed when they are made. Default: ${DEFAULT-VALUE}")
    private int partitions;

    @Option(
            names = "--replication",
            paramLabel = "N",
            defaultValue = "3",
            description = {
                "Copies of each topic on a cluster. Fewer than 3 lose what was acknowledged when a disk dies.",
                "Default: ${DEFAULT-VALUE}"
            })
    private int replication;

    /// {@return the cluster, if one was named}
    Optional<LogPlace.Cluster> cluster() {
        return Optional.ofNullable(servers).map(named -> new LogPlace.Cluster(settings(named), manifest()));
    }

    /// Like [#cluster], for commands that make no sense without one.
    LogPlace.Cluster required() {
        return cluster()
                .orElseThrow(() -> new Refused("name the Kafka cluster with --bootstrap-servers HOST:PORT"
                        + " (the all-in-one process is «plumbline up»)"));
    }

    private TopicManifest manifest() {
        try {
            return new TopicManifest(prefix, partitions, replication);
        } catch (IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private Map<String, String> settings(String named) {
        var settings = new HashMap<String, String>();
        if (properties != null) {
            var file = new Properties();
            try (var in = Files.newBufferedReader(properties)) {
                file.load(in);
            } catch (IOException e) {
                throw new Refused("Kafka settings «" + properties + "» cannot be read (" + Reason.of(e) + ")", e);
            }
            file.stringPropertyNames().forEach(key -> settings.put(key, file.getProperty(key)));
        }
        settings.put("bootstrap.servers", named);
        return settings;
    }
}
