package dev.plumbline.ingest.report.format;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Limits;
import org.jspecify.annotations.Nullable;

/// What we use of a `reportingDescriptor` [3.49].
///
/// @param level of its default configuration, where stated
/// @param security its CVSS score, as GitHub's `security-severity` property states it
/// @param statedEnabled its default configuration says `enabled: true`
record SarifRule(
        String id, @Nullable String level, @Nullable Double security, boolean statedEnabled) {
    private static final int ID_CHARS = 200;

    static SarifRule read(JsonCursor json) {
        var draft = new Draft();
        json.object("a rule", field -> {
            switch (field) {
                case "id" -> draft.id = json.text("a rule's id", ID_CHARS);
                case "defaultConfiguration" -> draft.configuration(json);
                case "properties" -> draft.properties(json);
                default -> {
                    // texts for people
                }
            }
        });
        String id = draft.id;
        if (id == null) {
            throw json.wrong("A rule has no id.");
        }
        return new SarifRule(id, draft.level, draft.security, draft.enabled);
    }

    private static final class Draft {
        private @Nullable String id;
        private @Nullable String level;
        private @Nullable Double security;
        private boolean enabled;

        void configuration(JsonCursor json) {
            json.object("a rule's default configuration", field -> {
                switch (field) {
                    case "level" -> level = json.text("a level", ID_CHARS);
                    case "enabled" -> enabled = Boolean.TRUE.equals(json.flag("enabled"));
                    default -> {
                        // rank, parameters
                    }
                }
            });
        }

        void properties(JsonCursor json) {
            if (!json.isObject()) {
                return;
            }
            json.object("a rule's properties", field -> {
                if (field.equals("security-severity")) {
                    security = score(json.textOrNothing(Limits.NUMBER_CHARS));
                }
            });
        }

        private static @Nullable Double score(@Nullable String text) {
            if (text == null || !text.strip().matches("[0-9]{1,2}(\\.[0-9]{1,4})?")) {
                return null;
            }
            double score = Double.parseDouble(text.strip());
            return score <= 10 ? score : null;
        }
    }
}
