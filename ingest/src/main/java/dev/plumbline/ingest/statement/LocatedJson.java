package dev.plumbline.ingest.statement;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/// Bytes to located values. Refuses what is no JSON (RFC 8259), doubled keys and anything nested deeper than a
/// build part can be.
final class LocatedJson {
    private static final int MAX_DEPTH = 16;
    private static final int MAX_NAME_CHARS = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(32)
                    .maxStringLength(4_096)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private LocatedJson() {}

    static Located.Members read(byte[] bytes) {
        try (JsonParser json = JSON.createParser(bytes)) {
            JsonToken first = json.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw place(json, "")
                        .refuse("is not a JSON object.", "Send one object: {\"repository\": {…}, \"commit\": …}");
            }
            Located.Members root = members(json, "");
            if (json.nextToken() != null) {
                throw place(json, "").refuse("goes on after its end.", "Send one JSON object and nothing behind it.");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw broken(e, "is larger or deeper than a build part can be: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw broken(e, "is not well-formed JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new Place("", 1, 1).refuse("is not text in UTF-8.", "Send the JSON in UTF-8.");
        }
    }

    private static RuntimeException broken(JsonProcessingException e, String detail) {
        var location = e.getLocation();
        int line = location == null ? 1 : Math.max(1, location.getLineNr());
        int column = location == null ? 1 : Math.max(1, location.getColumnNr());
        return new Place("", line, column)
                .refuse(
                        detail,
                        "Mend the JSON at line " + line + ", column " + column + "; with curl, quote the whole"
                                + " part with single quotes: -F build='{…}'");
    }

    private static Located value(JsonParser json, String pointer) throws IOException {
        Place place = place(json, pointer);
        return switch (json.currentToken()) {
            case START_OBJECT -> members(json, pointer);
            case START_ARRAY -> items(json, pointer);
            case VALUE_STRING -> new Located.Text(place, json.getText());
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? new Located.Fraction(place, json.getText())
                        : new Located.Whole(place, json.getLongValue());
            case VALUE_NUMBER_FLOAT -> new Located.Fraction(place, json.getText());
            case VALUE_TRUE -> new Located.Flag(place, true);
            case VALUE_FALSE -> new Located.Flag(place, false);
            case VALUE_NULL -> new Located.Nothing(place);
            // a parser of complete bytes stands on a value here, or has thrown
            case END_OBJECT, END_ARRAY, FIELD_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("A JSON value cannot start with " + json.currentToken() + ".");
        };
    }

    private static Located.Members members(JsonParser json, String pointer) throws IOException {
        Place place = place(json, pointer);
        var members = new LinkedHashMap<String, Located>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (name.length() > MAX_NAME_CHARS) {
                throw place.refuse(
                        "holds a name of more than " + MAX_NAME_CHARS + " characters.", "Leave that member out.");
            }
            Place member = place(json, place.below(name));
            json.nextToken();
            if (members.put(name, value(json, place.below(name))) != null) {
                throw member.refuse("is there twice.", "Keep one of the two.");
            }
        }
        return new Located.Members(place, members);
    }

    private static Located.Items items(JsonParser json, String pointer) throws IOException {
        Place place = place(json, pointer);
        var items = new ArrayList<Located>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(json, place.below(String.valueOf(items.size()))));
        }
        return new Located.Items(place, items);
    }

    private static Place place(JsonParser json, String pointer) {
        var location = json.currentTokenLocation();
        return new Place(pointer, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
    }
}
