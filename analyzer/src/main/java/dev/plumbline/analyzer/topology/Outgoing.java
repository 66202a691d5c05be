package dev.plumbline.analyzer.topology;

import dev.plumbline.model.score.BuildScored;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.score.RescoringFinished;
import dev.plumbline.model.wire.Codec;
import dev.plumbline.model.wire.Envelope;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.model.wire.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/// What the processor writes, as records of the log: key is the repository, order per repository is that of
/// its builds' steps, and no record is over the size that the topics take.
final class Outgoing {
    static final String SCORECARDS = "scorecards";
    static final String CHANGES = "changes";
    static final String DEAD_LETTERS = "dead-letters";
    private static final String SOURCE = "/plumbline/analyzer";

    private Outgoing() {}

    static Record<byte[], byte[]> scorecards(BuildScored scored, long timestamp) {
        var id = scored.build().id();
        var envelope = new Envelope(
                id + "." + scored.revision(),
                EventType.BUILD_SCORED,
                SOURCE,
                id.value(),
                scored.provenance().asOf(),
                scored.recordedAt(),
                Map.of(
                        Envelope.PHASE,
                        scored.state().closed() ? "final" : "provisional",
                        Envelope.REVISION,
                        String.valueOf(scored.revision())));
        return record(
                scored.build().key().repository().value(), Codec.BUILD_SCORED.encode(scored), timestamp, envelope);
    }

    /// A change may be told, taken back and told after all: events of their own, at most one in a revision.
    ///
    /// @param bytes of the change
    /// @param revision of its build
    static Record<byte[], byte[]> change(Change change, byte[] bytes, int revision, long timestamp) {
        var envelope = new Envelope(
                change.id().value() + "." + change.build().id() + "." + revision,
                switch (change.direction()) {
                    case REGRESSION -> EventType.RULE_REGRESSED;
                    case RECOVERY -> EventType.RULE_RECOVERED;
                },
                SOURCE,
                change.build().id().value(),
                change.recordedAt(),
                change.recordedAt(),
                Map.of());
        return record(change.build().key().repository().value(), bytes, timestamp, envelope);
    }

    /// Its key is that of the group, so that all partitions' ends of one re-scoring lie in one order.
    static Record<byte[], byte[]> finished(RescoringFinished finished, long timestamp) {
        var envelope = new Envelope(
                Codec.RESCORING_FINISHED.digest(finished).hex().substring(0, 32),
                EventType.RESCORING_FINISHED,
                SOURCE,
                finished.standard() + "@" + finished.version(),
                finished.at(),
                finished.at(),
                Map.of());
        return record("rescoring:" + finished.group(), Codec.RESCORING_FINISHED.encode(finished), timestamp, envelope);
    }

    private static Record<byte[], byte[]> record(String key, byte[] value, long timestamp, Envelope envelope) {
        if (value.length > Topic.MAX_RECORD_BYTES) {
            throw new IllegalArgumentException("the " + envelope.type().type() + " of " + envelope.subject()
                    + " would have " + value.length + " bytes, over the limit of " + Topic.MAX_RECORD_BYTES);
        }
        return new Record<>(key.getBytes(StandardCharsets.UTF_8), value, timestamp, headers(envelope));
    }

    private static Headers headers(Envelope envelope) {
        var headers = new RecordHeaders();
        envelope.headers().forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
        return headers;
    }
}
