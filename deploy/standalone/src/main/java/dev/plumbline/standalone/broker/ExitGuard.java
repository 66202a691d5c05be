package dev.plumbline.standalone.broker;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;

/// Keeps Kafka from ending the process. On a failed disk Kafka halts the Java runtime without a word and without its
/// shutdown hooks; here the failure is handed to whoever runs the broker, and the thread that failed ends.
final class ExitGuard {
    private static final AtomicReference<Consumer<String>> LISTENER = new AtomicReference<>(_ -> {});

    private ExitGuard() {}

    /// @param listener takes the reason; called from a thread of Kafka's, so it must not wait for the broker
    static void install(Consumer<String> listener) {
        LISTENER.set(listener);
        Exit.setExitProcedure(ExitGuard::refuse);
        Exit.setHaltProcedure(ExitGuard::refuse);
    }

    private static void refuse(int status, String message) {
        String reason = message == null ? "code " + status : message;
        LISTENER.get().accept(reason);
        throw new BrokerStopped(reason);
    }

    /// Ends the thread that wanted to end the process. An error, because Kafka catches exceptions on its way up.
    static final class BrokerStopped extends Error {
        private static final long serialVersionUID = 1;

        BrokerStopped(String reason) {
            super("Kafka asked to end the process: " + reason);
        }
    }
}
