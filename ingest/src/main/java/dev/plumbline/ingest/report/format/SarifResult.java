package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.finding.Finding;
import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What we use of a `result` [3.27], before its rule and artifact are looked up: they may stand behind it in the file.
///
/// @param ruleIndex -1 where absent
/// @param disputed it has suppressions, and one of them was rejected or is under review: it stands
/// @param artifact index into the run's artifacts, -1 where absent
record SarifResult(
        @Nullable String ruleId,
        int ruleIndex,
        @Nullable String level,
        Finding.State state,
        boolean disputed,
        String message,
        @Nullable String uri,
        int artifact,
        int line) {
    private static final int TEXT_CHARS = 1_000;
    private static final int URI_CHARS = 4_096;

    static SarifResult read(JsonCursor json) {
        var draft = new Draft(json);
        json.object("a result", draft::field);
        return draft.result();
    }

    private static final class Draft {
        private final JsonCursor json;
        private @Nullable String ruleId;
        private int ruleIndex = -1;
        private @Nullable String level;
        private String kind = "fail";
        private String baseline = "";
        private String message = "";
        private int suppressions;
        private boolean disputed;
        private boolean located;
        private @Nullable String uri;
        private int artifact = -1;
        private int line;

        Draft(JsonCursor json) {
            this.json = json;
        }

        void field(String field) {
            switch (field) {
                case "ruleId" -> ruleId = json.text("ruleId", TEXT_CHARS);
                case "ruleIndex" -> ruleIndex = index("ruleIndex");
                case "rule" -> json.object("rule", this::rule);
                case "level" -> level = json.isNull() ? null : word("level", "");
                case "kind" -> kind = word("kind", "fail");
                case "baselineState" -> baseline = word("baselineState", "");
                case "message" -> message();
                case "suppressions" -> json.array("suppressions", this::suppression);
                case "locations" -> json.array("locations", this::location);
                default -> {
                    // flows, fixes, fingerprints of the tool
                }
            }
        }

        private void rule(String field) {
            switch (field) {
                case "id" -> ruleId = ruleId == null ? json.text("rule.id", TEXT_CHARS) : ruleId;
                case "index" -> ruleIndex = ruleIndex < 0 ? index("rule.index") : ruleIndex;
                default -> {
                    // guid, toolComponent
                }
            }
        }

        private void message() {
            json.object("a message", field -> {
                switch (field) {
                    case "text" -> message = or(json.text("a message's text", TEXT_CHARS), message);
                    case "markdown", "id" ->
                        message = message.isEmpty() ? or(json.text("a message", TEXT_CHARS), "") : message;
                    default -> {
                        // arguments
                    }
                }
            });
        }

        private void suppression() {
            suppressions++;
            json.object("a suppression", field -> {
                // drafts of the standard called it state
                if (field.equals("status") || field.equals("state")) {
                    disputed |= !word("a suppression's status", "accepted").equals("accepted");
                }
            });
        }

        /// The first location is where the result is shown.
        private void location() {
            if (located) {
                return;
            }
            located = true;
            json.object("a location", field -> {
                if (field.equals("physicalLocation")) {
                    json.object("a physical location", this::physical);
                }
            });
        }

        private void physical(String field) {
            switch (field) {
                case "artifactLocation" ->
                    json.object("an artifact location", part -> {
                        switch (part) {
                            case "uri" -> uri = json.text("a uri", URI_CHARS);
                            case "index" -> artifact = index("an artifact's index");
                            default -> {
                                // uriBaseId: the uri is below it
                            }
                        }
                    });
                case "region" ->
                    json.object("a region", part -> {
                        if (part.equals("startLine")) {
                            line = Math.max(0, index("startLine"));
                        }
                    });
                default -> {
                    // context
                }
            }
        }

        private String word(String what, String otherwise) {
            String word = json.text(what, TEXT_CHARS);
            return word == null ? otherwise : word.toLowerCase(Locale.ROOT);
        }

        private int index(String what) {
            Integer index = json.whole(what);
            return index == null ? -1 : index;
        }

        private static String or(@Nullable String text, String otherwise) {
            return text == null ? otherwise : text;
        }

        private Finding.State state() {
            if (baseline.equals("absent")) {
                return Finding.State.ABSENT;
            }
            if (!kind.equals("fail") || "none".equals(level)) {
                return Finding.State.INFORMATIONAL;
            }
            return suppressions > 0 && !disputed ? Finding.State.SUPPRESSED : Finding.State.OPEN;
        }

        SarifResult result() {
            return new SarifResult(
                    ruleId,
                    ruleIndex,
                    level,
                    state(),
                    suppressions > 0 && disputed,
                    Texts.firstLine(message, Finding.MESSAGE_LIMIT),
                    uri,
                    artifact,
                    line);
        }
    }
}
