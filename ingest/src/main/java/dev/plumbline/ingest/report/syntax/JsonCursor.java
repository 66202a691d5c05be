package dev.plumbline.ingest.report.syntax;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Walks through a JSON report once. The cursor always stands on a value; a handler that takes no interest
/// in a value just returns, and the value is passed over.
public final class JsonCursor implements AutoCloseable {
    private static final String FIX_SYNTAX =
            "The file is damaged or cut off: run the tool again and send the file after the tool has ended.";
    private static final String FIX_SHAPE = "Send the file as the tool wrote it.";

    private static final int SORTS = 8;
    private static final int SHORT_DIGITS = 15;

    private final JsonParser json;
    private final IntSupplier replaced;
    private final Allowance allowance;
    private final boolean whole;
    /// Objects of one depth are told apart by the field before them: their fields mostly differ.
    private final @Nullable FieldNames[] names = new @Nullable FieldNames[(Limits.DEPTH + 2) * SORTS];

    private final FieldNames[] open = new FieldNames[Limits.DEPTH + 2];
    private @Nullable JsonToken token;
    private String name = "";
    private int depth;
    private long tokens;

    /// @param replaced how many characters were replaced so far
    /// @param whole whether what is passed over is looked at too
    JsonCursor(JsonParser json, IntSupplier replaced, Allowance allowance, boolean whole) {
        this.json = json;
        this.replaced = replaced;
        this.allowance = allowance;
        this.whole = whole;
        if (advance() == null) {
            throw new MalformedReport(Where.WHOLE, "The file holds no JSON value.", FIX_SYNTAX);
        }
    }

    public boolean isObject() {
        return token == JsonToken.START_OBJECT;
    }

    public boolean isArray() {
        return token == JsonToken.START_ARRAY;
    }

    public boolean isText() {
        return token == JsonToken.VALUE_STRING;
    }

    public boolean isNull() {
        return token == JsonToken.VALUE_NULL;
    }

    /// Visits the fields of the object on which the cursor stands.
    ///
    /// @param what the object's name in an error, e.g. «a result»
    public void object(String what, Consumer<String> handler) {
        expect(JsonToken.START_OBJECT, what, "an object");
        while (advance() == JsonToken.FIELD_NAME) {
            String field = name;
            advance();
            long before = tokens;
            handler.accept(field);
            if (tokens == before) {
                skip();
            }
        }
    }

    /// Visits the items of the array on which the cursor stands. A null counts as an empty array.
    public void array(String what, Runnable item) {
        if (isNull()) {
            return;
        }
        expect(JsonToken.START_ARRAY, what, "a list");
        while (advance() != JsonToken.END_ARRAY) {
            visit(item);
        }
    }

    /// Moves to the first item of the array on which the cursor stands.
    ///
    /// @return whether there is one
    public boolean toFirstItem() {
        expect(JsonToken.START_ARRAY, "the report", "a list");
        return advance() != JsonToken.END_ARRAY;
    }

    /// Passes over the value on which the cursor stands.
    public void pass() {
        skip();
    }

    /// Visits the values of a file that holds one after another, a line each or not, up to its end; a list
    /// stands for its items. The cursor stands on the first.
    public void values(String what, Runnable value) {
        do {
            if (isArray()) {
                array(what, value);
            } else {
                visit(value);
            }
        } while (advance() != null);
    }

    /// {@return the text, cut to a length; null where the value is null}
    public @Nullable String text(String what, int limit) {
        if (isNull()) {
            return null;
        }
        expect(JsonToken.VALUE_STRING, what, "a text");
        try {
            String text = json.getText();
            return text.length() > limit ? text.substring(0, limit) : text;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// {@return the text, or nothing where the value is of another type}
    public @Nullable String textOrNothing(int limit) {
        return isText() ? text("a text", limit) : null;
    }

    /// {@return the whole number; null where the value is null}
    public @Nullable Integer whole(String what) {
        if (isNull()) {
            return null;
        }
        expect(JsonToken.VALUE_NUMBER_INT, what, "a whole number");
        try {
            return json.getIntValue();
        } catch (JsonProcessingException e) {
            throw wrong("The value of " + what + " does not fit into 32 bits.");
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// {@return the number; null where the value is null}
    public @Nullable Double number(String what) {
        if (isNull()) {
            return null;
        }
        if (token != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, what, "a number");
        }
        try {
            return json.getDoubleValue();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// {@return the whole number of a few digits as it is written; null for every other value}
    public @Nullable String shortWhole() {
        try {
            if (token != JsonToken.VALUE_NUMBER_INT || json.getTextLength() > SHORT_DIGITS) {
                return null;
            }
            String text = json.getText();
            return text.equals("-0") ? "0" : text;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    public boolean isNumber() {
        return token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT;
    }

    /// {@return the truth value; null where the value is null}
    public @Nullable Boolean flag(String what) {
        if (isNull()) {
            return null;
        }
        if (token != JsonToken.VALUE_TRUE) {
            expect(JsonToken.VALUE_FALSE, what, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }

    /// Makes sure that nothing follows the root value.
    public void end() {
        if (advance() != null) {
            throw new MalformedReport(
                    where(),
                    "The file goes on after the end of its JSON value.",
                    "Send one report a part, as the tool wrote it.");
        }
    }

    public MalformedReport wrong(String what) {
        return new MalformedReport(where(), what, FIX_SHAPE);
    }

    public Where where() {
        return place(json.currentTokenLocation());
    }

    private void visit(Runnable handler) {
        long before = tokens;
        handler.run();
        if (tokens == before) {
            skip();
        }
    }

    private void skip() {
        if (!isObject() && !isArray()) {
            return;
        }
        int outside = depth - 1;
        if (!whole) {
            toEnd();
            depth = outside;
        }
        while (depth > outside) {
            advance();
        }
    }

    private void toEnd() {
        try {
            json.skipChildren();
            token = json.currentToken();
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void expect(JsonToken expected, String what, String form) {
        if (token != expected) {
            throw wrong("The value of " + what + " is " + form(token) + ", not " + form + ".");
        }
    }

    private static String form(@Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT -> "an object";
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a truth value";
            case VALUE_NULL -> "null";
            case null, default -> "missing";
        };
    }

    private @Nullable JsonToken advance() {
        allowance.step(++tokens);
        try {
            boolean inside =
                    token != JsonToken.FIELD_NAME && json.getParsingContext().inObject();
            SerializedString expected = inside ? open[depth].expected() : null;
            if (expected == null) {
                token = json.nextToken();
            } else if (json.nextFieldName(expected)) {
                // its bytes were compared with those of the name, which is faster than looking it up
                open[depth].meet();
                name = expected.getValue();
                token = JsonToken.FIELD_NAME;
                return token;
            } else {
                token = json.currentToken();
            }
            if (token != null) {
                look(token);
            }
            return token;
        } catch (JsonProcessingException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private void look(JsonToken found) throws IOException {
        switch (found) {
            case FIELD_NAME -> field();
            case START_OBJECT -> enter();
            case START_ARRAY -> depth++;
            case END_OBJECT, END_ARRAY -> depth--;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            default -> {
                // texts are looked at when they are asked for
            }
        }
    }

    private void enter() {
        int sort = ++depth * SORTS + (name.hashCode() & SORTS - 1);
        FieldNames there = names[sort];
        if (there == null) {
            there = new FieldNames();
            names[sort] = there;
        }
        there.clear();
        open[depth] = there;
    }

    private void field() throws IOException {
        name = json.currentName();
        FieldNames before = open[depth];
        if (!before.add(name)) {
            throw new MalformedReport(
                    where(), "The JSON cannot be read: Duplicate field '" + Texts.shown(name, 160) + "'.", FIX_SYNTAX);
        }
        if (before.count() > Limits.JSON_NAMES_PER_OBJECT) {
            throw wrong("An object has more than " + Limits.JSON_NAMES_PER_OBJECT + " fields.");
        }
    }

    private void number() throws IOException {
        int length = json.getTextLength();
        if (length > Limits.NUMBER_CHARS) {
            throw wrong("A number has more than " + Limits.NUMBER_CHARS + " digits.");
        }
        if (token == JsonToken.VALUE_NUMBER_FLOAT
                && hasExponent(length)
                && !Double.isFinite(Double.parseDouble(json.getText()))) {
            throw wrong("The number " + Texts.shown(json.getText(), Limits.NUMBER_CHARS) + " is too large.");
        }
    }

    /// Without one, so few digits are never too large.
    private boolean hasExponent(int length) throws IOException {
        char[] text = json.getTextCharacters();
        int from = json.getTextOffset();
        for (int i = from; i < from + length; i++) {
            if (text[i] == 'e' || text[i] == 'E') {
                return true;
            }
        }
        return false;
    }

    static MalformedReport malformed(JsonProcessingException problem) {
        String message =
                String.valueOf(problem.getOriginalMessage()).lines().findFirst().orElse("it is not well-formed");
        boolean limit = problem instanceof StreamConstraintsException;
        return new MalformedReport(
                place(problem.getLocation()),
                "The JSON cannot be read: " + Texts.shown(message, 200) + ".",
                limit ? "Send the file as the tool wrote it, or split it." : FIX_SYNTAX);
    }

    private static MalformedReport unreadable(IOException problem) {
        return new MalformedReport(
                Where.WHOLE,
                "The characters of the file cannot be read: " + Texts.shown(String.valueOf(problem.getMessage()), 200)
                        + ".",
                "Write the report as UTF-8.");
    }

    private static Where place(@Nullable JsonLocation location) {
        if (location == null) {
            return Where.WHOLE;
        }
        if (location.getLineNr() > 0) {
            return new Where.Place(location.getLineNr(), Math.max(1, location.getColumnNr()));
        }
        return location.getByteOffset() >= 0 ? new Where.Offset(location.getByteOffset()) : Where.WHOLE;
    }

    /// {@return how many characters were replaced because they cannot be decoded or are not allowed}
    public int replacedCharacters() {
        return replaced.getAsInt();
    }

    @Override
    public void close() throws IOException {
        json.close();
    }
}
