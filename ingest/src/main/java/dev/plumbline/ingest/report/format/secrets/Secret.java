package dev.plumbline.ingest.report.format.secrets;

import dev.plumbline.ingest.report.finding.Finding.State;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.model.evidence.Severity;
import org.jspecify.annotations.Nullable;

/// One entry while it is being read. There is no place in it for the secret.
final class Secret {
    @Nullable
    String rule;

    @Nullable
    String description;

    @Nullable
    String path;

    int line;
    Severity severity = Severity.UNSTATED;
    State state = State.OPEN;
    boolean verified;

    /// Takes a line's number, which some tools write as a text or leave null.
    void line(JsonCursor json) {
        if (json.isNumber()) {
            Integer number = json.whole("a line");
            line = number == null ? 0 : number;
        } else {
            String text = json.textOrNothing(10);
            line = text == null || text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? 0
                    : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(text));
        }
    }
}
