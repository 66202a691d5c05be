package dev.plumbline.reporter.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.plumbline.model.score.Change;
import dev.plumbline.model.wire.EventType;
import dev.plumbline.reporter.projection.ReadModel;
import dev.plumbline.reporter.rest.ChangeView;
import dev.plumbline.reporter.rest.Points;
import org.jspecify.annotations.Nullable;

/// What the destination reads.
///
/// @param id the delivery: equal in every repetition
/// @param text one line for people; chat systems that take `text` show it as it is
/// @param change as `GET /api/v1/changes` gives it
record Message(String id, String type, String text, ChangeView change) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Message of(String id, Change change, ReadModel model) {
        return new Message(id, EventType.RULE_REGRESSED.type(), text(change), ChangeView.of(change, model));
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every message must have a JSON form.", e);
        }
    }

    private static String text(Change change) {
        var key = change.build().key();
        String component = key.component().isRoot() ? "" : " (" + key.component() + ")";
        return "%s%s: %s went from %s to %s at %s, because of %s. %s%s"
                .formatted(
                        change.build().name(),
                        component,
                        change.rule(),
                        change.transition().before(),
                        change.transition().after(),
                        key.commit().abbreviated(),
                        change.cause(),
                        change.transition().found(),
                        points(change.transition().share()));
    }

    /// What the rule moved, and where that is not all, what moved the score besides.
    private static String points(Change.@Nullable Share share) {
        if (share == null) {
            return "";
        }
        int total = share.causes().values().stream().mapToInt(Integer::intValue).sum();
        String rule = " The rule moves the score by " + Points.text(share.rule()) + " points";
        return share.causes().size() < 2 && total == share.rule()
                ? rule + "."
                : rule + ", all changes together by " + Points.text(total)
                        + (share.causes().isEmpty() ? "." : " (" + Points.text(share.causes()) + ").");
    }
}
