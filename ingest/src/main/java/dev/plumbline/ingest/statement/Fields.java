package dev.plumbline.ingest.statement;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The members of one object, read by name and type. A `null` in the JSON is the same as nothing said.
final class Fields {
    private final Located.Members object;

    private Fields(Located.Members object) {
        this.object = object;
    }

    /// @param known all names that may occur; another one is refused
    static Fields of(Located.Members object, Set<String> known) {
        object.members().forEach((name, value) -> {
            if (!known.contains(name)) {
                String fix = Nearest.to(name, known)
                        .map(near -> "Did you mean «" + near + "»?")
                        .orElse("Leave it out; known here: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
                throw value.place().refuse("is not known.", fix);
            }
        });
        return new Fields(object);
    }

    Place place() {
        return object.place();
    }

    /// The place of a member, or of the object where it is absent.
    Place place(String name) {
        Located value = object.members().get(name);
        return value == null ? object.place() : value.place();
    }

    @Nullable
    String text(String name) {
        return switch (said(name)) {
            case null -> null;
            case Located.Text text -> text.text();
            case Located.Whole number ->
                throw number.place()
                        .refuse(
                                "must be a string, not a number.",
                                "Write it in quotes: \"" + name + "\": \"" + number.number() + "\"");
            case Located other -> throw wrong(other, "a string");
        };
    }

    String requiredText(String name, String example) {
        String text = text(name);
        if (text == null) {
            throw place().refuse("has no «" + name + "».", "Add \"" + name + "\": " + example);
        }
        return text;
    }

    /// A string turned into one of our types, whose own sentence says what is wrong with it.
    <T> @Nullable T parsed(String name, Function<String, T> parse) {
        String text = text(name);
        return text == null ? null : parse(place(name), text, parse);
    }

    static <T> T parse(Place place, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw place.refuse("is not right.", sentence(e));
        }
    }

    @Nullable
    Integer number(String name, int min, int max) {
        return switch (said(name)) {
            case null -> null;
            case Located.Whole number when number.number() >= min && number.number() <= max -> (int) number.number();
            case Located other -> throw wrong(other, "a whole number from " + min + " to " + max);
        };
    }

    @Nullable
    Boolean flag(String name) {
        return switch (said(name)) {
            case null -> null;
            case Located.Flag flag -> flag.value();
            case Located other -> throw wrong(other, "true or false, without quotes");
        };
    }

    /// A moment with its offset from UTC (RFC 3339).
    @Nullable
    Instant instant(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw place(name).refuse("is not a moment in time.", "Write it as in 2026-11-01T10:00:00Z.");
        }
    }

    @Nullable
    Fields object(String name, Set<String> known) {
        return switch (said(name)) {
            case null -> null;
            case Located.Members members -> Fields.of(members, known);
            case Located other -> throw wrong(other, "an object");
        };
    }

    @Nullable
    List<Located> items(String name, int max) {
        return switch (said(name)) {
            case null -> null;
            case Located.Items items when items.items().size() <= max -> items.items();
            case Located.Items items ->
                throw items.place().refuse("has " + items.items().size() + " elements.", "Send at most " + max + ".");
            case Located other -> throw wrong(other, "a list");
        };
    }

    /// A list of strings, each turned into one of our types.
    <T> @Nullable List<T> texts(String name, int max, Function<String, T> parse) {
        List<Located> items = items(name, max);
        return items == null
                ? null
                : items.stream()
                        .map(item -> parse(item.place(), text(item), parse))
                        .toList();
    }

    private static String text(Located item) {
        if (item instanceof Located.Text text) {
            return text.text();
        }
        throw wrong(item, "a string");
    }

    static Fields object(Located item, Set<String> known) {
        if (item instanceof Located.Members members) {
            return Fields.of(members, known);
        }
        throw wrong(item, "an object");
    }

    private @Nullable Located said(String name) {
        Located value = object.members().get(name);
        return value instanceof Located.Nothing ? null : value;
    }

    private static RuntimeException wrong(Located value, String wanted) {
        return value.place().refuse("must be " + wanted + ", not " + value.noun() + ".", "Write " + wanted + " here.");
    }

    private static String sentence(IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        return message.endsWith(".") ? message : message + ".";
    }
}
