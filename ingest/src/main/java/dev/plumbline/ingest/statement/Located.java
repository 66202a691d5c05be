package dev.plumbline.ingest.statement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value that knows where it stands.
sealed interface Located {
    Place place();

    /// What it is, for a message.
    default String noun() {
        return switch (this) {
            case Members _ -> "an object";
            case Items _ -> "a list";
            case Text _ -> "a string";
            case Whole _ -> "a whole number";
            case Fraction _ -> "a fraction or too large a number";
            case Flag _ -> "true or false";
            case Nothing _ -> "null";
        };
    }

    record Members(Place place, Map<String, Located> members) implements Located {
        public Members {
            // the order of the document is the order of the complaints, which Map.copyOf would lose
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Items(Place place, List<Located> items) implements Located {
        public Items {
            items = List.copyOf(items);
        }
    }

    record Text(Place place, String text) implements Located {}

    record Whole(Place place, long number) implements Located {}

    record Fraction(Place place, String number) implements Located {}

    record Flag(Place place, boolean value) implements Located {}

    record Nothing(Place place) implements Located {}
}
