package dev.plumbline.standalone.broker;

import dev.plumbline.standalone.start.Refused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What must be mended before a broker starts whose process was killed.
///
/// The metadata then still say that the broker lives and leads its partitions. Started on them, it would run the
/// transaction coordinator at once, lose the leadership when it registers anew, and in between take partitions without
/// a leader for deleted ones: the end of a transaction would be recorded, but its markers never written, and whoever
/// reads committed records would wait at that place for ever. So the controller is started alone first and told that
/// the broker is gone.
final class SuddenEnd {
    private static final Logger LOG = LoggerFactory.getLogger(SuddenEnd.class);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private SuddenEnd() {}

    /// {@return whether a broker worked on the folder and did not come to write its mark of a clean stop}
    static boolean happened(Path log) {
        return Files.exists(log.resolve("meta.properties")) && !Files.exists(log.resolve(".kafka_cleanshutdown"));
    }

    static void mend(Path log, BrokerPorts ports) {
        LOG.info("The last process ended suddenly; its unfinished work is being taken back.");
        var controller =
                new KafkaRaftServer(KafkaConfig.fromProps(BrokerSettings.controllerAlone(log, ports)), Time.SYSTEM);
        try {
            controller.startup();
            takeOff(BrokerSettings.address(ports.controller()));
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static void takeOff(String controller) {
        Map<String, Object> settings = Map.of(AdminClientConfig.BOOTSTRAP_CONTROLLERS_CONFIG, controller);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(settings)) {
            while (!unregistered(admin)) {
                if (System.nanoTime() > giveUp) {
                    throw new Refused("the embedded broker's controller did not come up within " + PATIENCE);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("stopped while starting the embedded broker", e);
        }
    }

    /// {@return false while the controller has not read its own metadata}
    private static boolean unregistered(Admin admin) throws InterruptedException {
        try {
            admin.unregisterBroker(BrokerSettings.NODE_ID).all().get();
            return true;
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case BrokerIdNotRegisteredException _ -> true; // it ended before it had registered
                case UnsupportedVersionException _ -> false;
                case RetriableException _ -> false;
                case null, default ->
                    throw new Refused("the embedded broker cannot take back its registration: " + e.getMessage(), e);
            };
        }
    }
}
