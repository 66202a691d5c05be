package dev.plumbline.ingest.report.format.findings;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import java.util.Objects;
import java.util.function.Consumer;

/// Values of reports that are not strict about their types: what is of another type than it should be says
/// nothing.
final class Fields {
    private static final int CHARS = 500;

    private Fields() {}

    /// Visits the fields where there is an object.
    static void object(JsonCursor json, Consumer<String> field) {
        if (json.isObject()) {
            json.object("an object", field);
        }
    }

    /// Visits the items where there is a list.
    static void list(JsonCursor json, Runnable item) {
        if (json.isArray()) {
            json.array("a list", item);
        }
    }

    /// {@return the text; empty for everything else}
    static String text(JsonCursor json) {
        return Objects.requireNonNullElse(json.textOrNothing(CHARS), "");
    }

    static boolean isFlag(JsonCursor json) {
        return !json.isNull() && !json.isText() && !json.isNumber() && !json.isObject() && !json.isArray();
    }

    /// Whether the value is this truth value.
    static boolean is(boolean wanted, JsonCursor json) {
        return isFlag(json) && Objects.equals(json.flag("a truth value"), wanted);
    }
}
