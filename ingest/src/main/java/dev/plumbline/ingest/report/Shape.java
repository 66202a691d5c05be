package dev.plumbline.ingest.report;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the beginning of a file shows of its syntax.
public sealed interface Shape {
    /// What there is of shapes.
    enum Sort {
        EMPTY,
        BINARY,
        XML,
        OBJECT,
        LIST,
        TEXT
    }

    default Sort sort() {
        return switch (this) {
            case Empty _ -> Sort.EMPTY;
            case Binary _ -> Sort.BINARY;
            case Xml _ -> Sort.XML;
            case JsonObject _ -> Sort.OBJECT;
            case JsonArray _ -> Sort.LIST;
            case Text _ -> Sort.TEXT;
        };
    }

    /// No bytes at all, or only white space.
    record Empty() implements Shape {}

    /// @param what e.g. «a gzip archive»
    record Binary(String what, String fix) implements Shape {}

    /// @param root local name of the root element
    record Xml(String root, String namespace, Map<String, String> attributes) implements Shape {
        public Xml {
            attributes = Map.copyOf(attributes);
        }
    }

    /// @param fields names of the object's first fields
    /// @param texts the text values among them
    record JsonObject(Set<String> fields, Map<String, String> texts) implements Shape {
        public JsonObject {
            fields = Set.copyOf(fields);
            texts = Map.copyOf(texts);
        }
    }

    /// @param empty the array has no item
    /// @param itemFields names of the fields of its first item, where that is an object
    record JsonArray(boolean empty, Set<String> itemFields) implements Shape {
        public JsonArray {
            itemFields = Set.copyOf(itemFields);
        }
    }

    /// Neither of these: the first lines.
    record Text(List<String> lines) implements Shape {
        public Text {
            lines = List.copyOf(lines);
        }
    }
}
