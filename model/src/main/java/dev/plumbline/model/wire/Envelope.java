package dev.plumbline.model.wire;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// CloudEvents attributes of a record, in Kafka binary mode: every attribute is a header `ce_…`, the value is the data.
///
/// @param id unique for its source; derived from the content, so that a repetition has the same
/// @param source who says so, e.g. `/plumbline/ingest`
/// @param subject what it is about: a build id, a standard, …
/// @param time when it happened
/// @param recordedTime when it arrived here: the product's axis of time
/// @param extensions further attributes, lower-case names
/// @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
///     protocol binding 1.0.2</a>
public record Envelope(
        String id,
        EventType type,
        String source,
        String subject,
        Instant time,
        Instant recordedTime,
        Map<String, String> extensions) {
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String TIME = "ce_time";
    public static final String RECORDED_TIME = "ce_recordedtime";
    /// Extension of scorecards: `provisional` or `final`, so that a reader can choose before decoding.
    public static final String PHASE = "phase";
    /// Extension of scorecards: the revision.
    public static final String REVISION = "revision";

    public Envelope {
        extensions = Map.copyOf(extensions);
    }

    /// Header names and values in a fixed order.
    public Map<String, String> headers() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("ce_specversion", "1.0");
        headers.put(ID, id);
        headers.put(TYPE, type.type());
        headers.put(SOURCE, source);
        headers.put(SUBJECT, subject);
        headers.put(TIME, time.toString());
        headers.put(RECORDED_TIME, recordedTime.toString());
        headers.put("content-type", "application/json");
        extensions.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(extension -> headers.put("ce_" + extension.getKey(), extension.getValue()));
        return headers;
    }
}
