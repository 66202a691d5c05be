package dev.plumbline.ingest.report.format.audit;

import dev.plumbline.ingest.report.syntax.JsonCursor;
import dev.plumbline.ingest.report.syntax.Texts;
import java.util.List;
import java.util.function.Consumer;

/// Values of reports whose authors were not strict: what is of another type than it should be is passed over,
/// unless it holds entries.
final class Values {
    static final int CHARS = 200;
    private static final int LISTED = 50;

    private Values() {}

    /// {@return the text, or the whole number as text; empty for everything else}
    static String text(JsonCursor json) {
        if (json.isText()) {
            String text = json.text("a text", CHARS);
            return text == null ? "" : Texts.shown(text.strip(), CHARS);
        }
        return json.isNumber() ? whole(json) : "";
    }

    private static String whole(JsonCursor json) {
        Double number = json.number("a number");
        return number == null || number != Math.rint(number) || Math.abs(number) > 1e15
                ? ""
                : Long.toString(number.longValue());
    }

    /// {@return the number from 0; 0 for everything else}
    static long count(JsonCursor json) {
        Double number = json.isNumber() ? json.number("a number") : null;
        return number == null || number < 0 || number > 1e12 ? 0 : number.longValue();
    }

    static boolean truth(JsonCursor json) {
        return isFlag(json) && Boolean.TRUE.equals(json.flag("a truth value"));
    }

    /// {@return whether the value says «false»; one of another type does not}
    static boolean untruth(JsonCursor json) {
        return isFlag(json) && Boolean.FALSE.equals(json.flag("a truth value"));
    }

    private static boolean isFlag(JsonCursor json) {
        return !json.isNull() && !json.isText() && !json.isNumber() && !json.isObject() && !json.isArray();
    }

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

    /// Visits the entries of what must be a list, or null for an empty one.
    static void entries(JsonCursor json, String what, Runnable entry) {
        json.array(what, entry);
    }

    /// Visits the values of a list or of an object alike: PHP writes the one for the other.
    static void either(JsonCursor json, String what, Runnable value) {
        if (json.isObject()) {
            json.object(what, _ -> value.run());
        } else {
            json.array(what, value);
        }
    }

    /// Adds the texts of a list, or the one text.
    static void texts(JsonCursor json, List<String> texts) {
        if (json.isArray()) {
            json.array("a list", () -> add(json, texts));
        } else {
            add(json, texts);
        }
    }

    private static void add(JsonCursor json, List<String> texts) {
        String text = texts.size() < LISTED ? text(json) : "";
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }
}
