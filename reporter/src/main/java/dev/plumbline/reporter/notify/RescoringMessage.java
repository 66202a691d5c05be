package dev.plumbline.reporter.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.model.score.RescoringFinished.Counts;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.reporter.projection.PublishedStandards;
import dev.plumbline.reporter.projection.ReadModel;
import java.util.List;

/// What the destination reads when a re-scoring has ended.
///
/// @param id the delivery: equal in every repetition
/// @param text one line for people
/// @param owners of the standard, as catalog references
/// @param complete whether every partition has said that it is done
record RescoringMessage(
        String id,
        String type,
        String text,
        String group,
        String standard,
        String version,
        List<String> owners,
        String at,
        boolean complete,
        Counts counts) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    RescoringMessage {
        owners = List.copyOf(owners);
    }

    static RescoringMessage of(String id, Rescoring rescoring, ReadModel model) {
        var published = model.standards()
                .standards()
                .get(new PublishedStandards.Name(rescoring.standard(), rescoring.version()));
        return new RescoringMessage(
                id,
                EventType.RESCORING_FINISHED.type(),
                text(rescoring),
                rescoring.group().value(),
                rescoring.standard().value(),
                rescoring.version().toString(),
                published == null ? List.of() : published.standard().owners(),
                rescoring.at().toString(),
                rescoring.complete(),
                rescoring.counts());
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every message must have a JSON form.", e);
        }
    }

    private static String text(Rescoring rescoring) {
        var counts = rescoring.counts();
        var text = new StringBuilder("%s %s: %d components judged again, %d better, %d worse, %d unchanged"
                .formatted(
                        rescoring.standard(),
                        rescoring.version(),
                        counts.rescored(),
                        counts.better(),
                        counts.worse(),
                        counts.unchanged()));
        if (counts.begun() > 0) {
            text.append(", %d for the first time".formatted(counts.begun()));
        }
        if (counts.ended() > 0) {
            text.append(", %d no longer held to it".formatted(counts.ended()));
        }
        text.append('.');
        if (!rescoring.complete()) {
            text.append(" Incomplete: %d of %d partitions are done."
                    .formatted(rescoring.done().size(), rescoring.partitions()));
        }
        return text.toString();
    }
}
