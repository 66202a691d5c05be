package dev.plumbline.standalone.topics;

import dev.plumbline.model.wire.TopicManifest;
import dev.plumbline.standalone.start.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Compares a cluster with the manifest and makes what is missing. Several processes may do so at once.
public final class Topics implements AutoCloseable {
    /// For one answer: who named a wrong address should not wait long to hear of it.
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int ASK_AGAIN_MILLIS = 20;

    private final TopicManifest manifest;
    private final String servers;
    private final Admin admin;

    private Topics(TopicManifest manifest, String servers, Admin admin) {
        this.manifest = manifest;
        this.servers = servers;
        this.admin = admin;
    }

    /// @param kafka client settings with `bootstrap.servers`
    public static Topics connect(Map<String, String> kafka, TopicManifest manifest) {
        var settings = new HashMap<String, Object>(kafka);
        settings.putIfAbsent(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, "8000");
        settings.putIfAbsent(AdminClientConfig.RETRY_BACKOFF_MS_CONFIG, String.valueOf(ASK_AGAIN_MILLIS));
        settings.putIfAbsent(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(ANSWER.toMillis()));
        String servers = kafka.getOrDefault(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "");
        try {
            return new Topics(manifest, servers, Admin.create(settings));
        } catch (org.apache.kafka.common.KafkaException e) {
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            throw new Refused("cannot connect to Kafka at «" + servers + "»: " + why, e);
        }
    }

    /// {@return every difference, in the order of the manifest}
    public List<Difference> differences() {
        var present = present();
        var configs = configs(present);
        var differences = new ArrayList<Difference>();
        for (var entry : manifest.entries()) {
            TopicDescription description = present.get(entry.name());
            Config config = configs.get(entry.name());
            if (description == null || config == null) {
                differences.add(new Difference.Absent(entry));
            } else {
                differences.addAll(compare(entry, description, config));
            }
        }
        return differences;
    }

    /// Makes what is missing.
    ///
    /// @return the names of the topics that were made
    /// @throws Refused with the first difference, when a topic is there with other settings than the
    /// manifest's
    public List<String> apply() {
        var absent = new ArrayList<TopicManifest.Entry>();
        var drifted = new ArrayList<Difference.Drifted>();
        for (var difference : differences()) {
            switch (difference) {
                case Difference.Absent(var entry) -> absent.add(entry);
                case Difference.Drifted drift -> drifted.add(drift);
            }
        }
        if (!drifted.isEmpty()) {
            throw new Refused(drifted.getFirst().sentence()
                    + (drifted.size() > 1 ? " (and " + (drifted.size() - 1) + " more differences)" : "")
                    + "; «plumbline topics diff» lists all, and nothing starts before they agree");
        }
        create(absent);
        awaitLeaders(absent);
        return absent.stream().map(TopicManifest.Entry::name).toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }

    private Map<String, TopicDescription> present() {
        var wanted = manifest.entries().stream().map(TopicManifest.Entry::name).collect(Collectors.toSet());
        var names = await(admin.listTopics().names()).stream()
                .filter(wanted::contains)
                .toList();
        return await(admin.describeTopics(names).allTopicNames());
    }

    private Map<String, Config> configs(Map<String, TopicDescription> present) {
        var resources = present.keySet().stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return await(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static List<Difference> compare(TopicManifest.Entry entry, TopicDescription description, Config config) {
        var drifts = new ArrayList<Difference>();
        int partitions = description.partitions().size();
        if (partitions != entry.partitions()) {
            drifts.add(drift(entry, "partitions", String.valueOf(partitions), String.valueOf(entry.partitions())));
        }
        int replicas = description.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
        if (replicas < entry.replication()) {
            drifts.add(drift(entry, "replication", String.valueOf(replicas), String.valueOf(entry.replication())));
        }
        entry.settings().forEach((setting, expected) -> {
            var found = config.get(setting);
            String value = found == null || found.value() == null ? "absent" : found.value();
            if (!value.equals(expected)) {
                drifts.add(drift(entry, setting, value, expected));
            }
        });
        return drifts;
    }

    private static Difference drift(TopicManifest.Entry entry, String setting, String found, String expected) {
        return new Difference.Drifted(entry.name(), setting, found, expected);
    }

    /// One request for all: each of its own would wait for the controller's disk once more.
    private void create(List<TopicManifest.Entry> absent) {
        var made =
                admin.createTopics(absent.stream().map(Topics::topic).toList()).values();
        for (var entry : absent) {
            try {
                Objects.requireNonNull(made.get(entry.name())).get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new Refused("topic " + entry.name() + " cannot be made on " + servers + ": " + message(e), e);
                } // another process made it meanwhile, from the same manifest
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static NewTopic topic(TopicManifest.Entry entry) {
        return new NewTopic(entry.name(), entry.partitions(), (short) entry.replication()).configs(entry.settings());
    }

    /// A topic is known to the controller first, to brokers a moment later, and its leaders answer last of
    /// all; a stream that starts in between fails.
    private void awaitLeaders(List<TopicManifest.Entry> made) {
        var names = made.stream().map(TopicManifest.Entry::name).toList();
        var newest = made.stream()
                .flatMap(Topics::partitions)
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!names.isEmpty() && !visible(names)) {
                if (System.nanoTime() > deadline) {
                    throw new Refused("topics were made on " + servers + " but do not appear there");
                }
                // without a pause the questions would take the processor from the broker that is making the topics
                TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MILLIS);
            }
            admin.listOffsets(newest).all().get(); // asks leaders that are not ready again
        } catch (ExecutionException e) {
            throw new Refused("topics were made on " + servers + " but do not answer there: " + message(e), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean visible(List<String> names) throws ExecutionException, InterruptedException {
        try {
            admin.describeTopics(names).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            throw e;
        }
    }

    private static Stream<TopicPartition> partitions(TopicManifest.Entry entry) {
        return IntStream.range(0, entry.partitions()).mapToObj(number -> new TopicPartition(entry.name(), number));
    }

    private <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new Refused("Kafka at «" + servers + "» does not answer: " + message(e), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static String message(ExecutionException e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    private static Refused interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new Refused("stopped while comparing topics", e);
    }
}
