package dev.plumbline.ingest.report.format.forge;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.MalformedReport;
import dev.plumbline.ingest.report.syntax.Texts;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Checks one event against what CloudEvents demands of its attributes.
final class CloudEvent {
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final String STRICT = "1.0";

    private final JsonCursor json;
    private final Map<String, String> texts = new HashMap<>();
    private int data;

    private CloudEvent(JsonCursor json) {
        this.json = json;
    }

    /// {@return the version of CloudEvents to which the event keeps}
    ///
    /// @throws MalformedReport when the value on which the cursor stands is no CloudEvent
    static String check(JsonCursor json) {
        var event = new CloudEvent(json);
        json.object("an event", event::attribute);
        for (String attribute : REQUIRED) {
            if (event.texts.getOrDefault(attribute, "").isEmpty()) {
                throw json.wrong("An event has no " + attribute + ", or it is empty.");
            }
        }
        event.strict();
        return event.texts.getOrDefault("specversion", "");
    }

    private void attribute(String name) {
        if (name.equals("data") || name.equals("data_base64")) {
            data += json.isNull() ? 0 : 1;
        } else if (json.isObject() || json.isArray()) {
            throw json.wrong("The attribute «" + Texts.shown(name, 60) + "» of an event is not a single value.");
        } else if (REQUIRED.contains(name) || name.equals("time")) {
            String text = json.text("the attribute " + name, EventReader.WORD_CHARS);
            if (text != null) {
                texts.put(name, text);
            }
        } else if (!plain(name)) {
            texts.putIfAbsent("", name);
        }
    }

    /// Names of attributes are lower-case letters and digits in the final specification; before, they were not.
    private static boolean plain(String name) {
        return name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9');
    }

    private void strict() {
        if (!STRICT.equals(texts.get("specversion"))) {
            return;
        }
        if (texts.containsKey("")) {
            throw json.wrong("The attribute «" + Texts.shown(texts.getOrDefault("", ""), 60)
                    + "» of an event has another name than lower-case letters and digits.");
        }
        if (data > 1) {
            throw json.wrong("An event has both data and data_base64.");
        }
        String time = texts.get("time");
        if (time != null) {
            moment(time);
        }
    }

    private void moment(String time) {
        try {
            OffsetDateTime.parse(time);
        } catch (DateTimeParseException e) {
            throw json.wrong("The time of an event is not a moment: «" + Texts.shown(time, 40) + "».");
        }
    }
}
