package dev.plumbline.analyzer.failure;

import org.apache.kafka.common.KafkaException;

/// Whose fault a failure is.
public final class Failures {
    private Failures() {}

    /// Whether the record is at fault and the next one may well go on. Kafka's own exceptions are the world's; an error
    /// of
    /// the virtual machine leaves nothing to rely on, except for a stack that one record overflowed.
    public static boolean isOfTheRecord(Throwable failure) {
        return switch (failure) {
            case StackOverflowError _ -> true;
            case VirtualMachineError _ -> false;
            case KafkaException _ -> false;
            default -> true;
        };
    }
}
