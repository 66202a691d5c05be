package dev.plumbline.standalone.broker;

import dev.plumbline.standalone.start.DataFolder;
import dev.plumbline.standalone.start.Reason;
import dev.plumbline.standalone.start.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One Kafka broker and its controller in this process. Topics, records and offsets stay in the data folder
/// from one start to the next. With a single replica nothing survives the loss of the disk; what was
/// acknowledged survives the sudden end of the process.
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final KafkaRaftServer server;
    private final BrokerPorts ports;

    private EmbeddedBroker(KafkaRaftServer server, BrokerPorts ports) {
        this.server = server;
        this.ports = ports;
    }

    /// @param data held for as long as the broker runs; the caller closes it after the broker
    /// @param onFailure takes the reason when the broker gives up while running, e.g. because of a full
    ///     disk
    /// @throws Refused when the broker does not come up
    public static EmbeddedBroker start(DataFolder data, Consumer<String> onFailure) {
        ExitGuard.install(onFailure);
        Path log = data.folder("kafka");
        try {
            var ports = BrokerPorts.of(data);
            if (SuddenEnd.happened(log)) {
                SuddenEnd.mend(log, ports);
            }
            boolean made = format(log);
            var server = new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.of(log, ports)), Time.SYSTEM);
            startUp(server);
            if (made) {
                Coordinators.make(BrokerSettings.address(ports.broker()));
            }
            LOG.debug("The embedded broker listens on {}.", BrokerSettings.address(ports.broker()));
            return new EmbeddedBroker(server, ports);
        } catch (IOException e) {
            throw new Refused("the embedded broker cannot use «" + log + "» (" + Reason.of(e) + ")", e);
        }
    }

    public String bootstrapServers() {
        return BrokerSettings.address(ports.broker());
    }

    /// Waits until everything is written. Clients of this process must be closed before.
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /// {@return whether the folder was new}
    static boolean format(Path log) throws IOException {
        if (Files.exists(log.resolve("meta.properties"))) {
            return false;
        }
        try (var silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setMetadataLogDirectory(log.toString())
                    .addDirectory(log.toString())
                    .setIgnoreFormatted(true)
                    .run();
            return true;
        } catch (IOException e) {
            throw e;
        } catch (Exception e) { // boundary: Kafka declares nothing narrower
            throw new Refused("the embedded broker cannot format «" + log + "»: " + e.getMessage(), e);
        }
    }

    private static void startUp(KafkaRaftServer server) {
        try {
            server.startup();
        } catch (RuntimeException | ExitGuard.BrokerStopped e) { // boundary: Kafka fails with many kinds
            server.shutdown();
            throw new Refused("the embedded broker did not start: " + rootMessage(e), e);
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }
}
