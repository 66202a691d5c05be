package dev.plumbline.analyzer.failure;

import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/// A record that could not be processed, as it came, with why and from where. The headers that it came with stay, but
/// for
/// its type, which moves aside.
public final class DeadLetter {
    public static final String REASON = "plumbline-reason";
    public static final String TOPIC = "plumbline-topic";
    public static final String PARTITION = "plumbline-partition";
    public static final String OFFSET = "plumbline-offset";
    public static final String ORIGINAL_TYPE = "plumbline-type";
    private static final int REASON_LIMIT = 1_000;

    private DeadLetter() {}

    /// @param position null where the failure is not one of a record, but of a timer
    public static Record<byte[], byte[]> of(
            Record<byte[], byte[]> record, Throwable failure, @Nullable RecordMetadata position) {
        var headers = new RecordHeaders(record.headers());
        var type = headers.lastHeader(Envelope.TYPE);
        if (type != null) {
            headers.remove(ORIGINAL_TYPE).add(ORIGINAL_TYPE, type.value());
        }
        put(headers, Envelope.TYPE, EventType.DEAD_LETTERED.type());
        put(headers, REASON, reason(failure));
        if (position != null) {
            put(headers, TOPIC, position.topic());
            put(headers, PARTITION, String.valueOf(position.partition()));
            put(headers, OFFSET, String.valueOf(position.offset()));
        }
        return record.withHeaders(headers);
    }

    /// What went wrong, without a stack trace: the reader is somebody who looks at a topic.
    public static String reason(Throwable failure) {
        var message = failure.getMessage();
        String text = switch (failure) {
            case StackOverflowError _ -> "the record is nested too deeply to be processed";
            case Error error -> error.toString();
            default -> message == null ? failure.getClass().getSimpleName() : message;
        };
        return text.length() <= REASON_LIMIT ? text : text.substring(0, REASON_LIMIT) + "…";
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
