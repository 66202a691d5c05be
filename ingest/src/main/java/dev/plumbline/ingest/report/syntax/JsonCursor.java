package dev.plumbline.ingest.report.syntax;

import dev.plumbline.ingest.report.syntax.JsonBytes.Strange;
import dev.plumbline.ingest.report.syntax.JsonScanner.Token;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Walks through a JSON report once. The cursor always stands on a value; a handler that takes no interest
/// in a value just returns, and the value is passed over.
public final class JsonCursor implements AutoCloseable {
    private static final String FIX_SHAPE = "Send the file as the tool wrote it.";

    private static final int SORTS = 8;
    private static final int SHORT_DIGITS = 15;

    private final JsonScanner json;
    private final JsonFaults faults;
    private final IntSupplier replaced;
    private final Allowance allowance;
    private final boolean whole;
    /// Objects of one depth are told apart by the field before them: their fields mostly differ. Of a list,
    /// that is the last field of the object before, which tells apart forms that take turns.
    private final @Nullable FieldNames[] names = new @Nullable FieldNames[(Limits.DEPTH + 2) * SORTS];

    /// Of the objects that are open; nothing for lists.
    private final @Nullable FieldNames[] open = new @Nullable FieldNames[Limits.DEPTH + 2];

    private @Nullable FieldNames inside;
    private Token token = Token.END;
    private String name = "";
    private int depth;
    private long tokens;

    /// @param replaced how many characters were replaced so far
    /// @param whole whether what is passed over is looked at too
    JsonCursor(JsonScanner json, JsonFaults faults, IntSupplier replaced, Allowance allowance, boolean whole) {
        this.json = json;
        this.faults = faults;
        this.replaced = replaced;
        this.allowance = allowance;
        this.whole = whole;
        if (advance() == Token.END) {
            throw JsonFaults.nothing();
        }
    }

    public boolean isObject() {
        return token == Token.OBJECT;
    }

    public boolean isArray() {
        return token == Token.LIST;
    }

    public boolean isText() {
        return token == Token.TEXT;
    }

    public boolean isNull() {
        return token == Token.NULL;
    }

    /// Visits the fields of the object on which the cursor stands.
    ///
    /// @param what the object's name in an error, e.g. «a result»
    public void object(String what, Consumer<String> handler) {
        expect(Token.OBJECT, what, "an object");
        while (field()) {
            long before = tokens;
            handler.accept(name);
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
        expect(Token.LIST, what, "a list");
        while (advance() != Token.LIST_END) {
            visit(item);
        }
    }

    /// Moves to the first item of the array on which the cursor stands.
    ///
    /// @return whether there is one
    public boolean toFirstItem() {
        expect(Token.LIST, "the report", "a list");
        return advance() != Token.LIST_END;
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
        } while (advance() != Token.END);
    }

    /// {@return the text, cut to a length; null where the value is null}
    public @Nullable String text(String what, int limit) {
        if (isNull()) {
            return null;
        }
        expect(Token.TEXT, what, "a text");
        try {
            return json.text(limit);
        } catch (Strange e) {
            throw faults.what(tokens);
        } catch (IOException e) {
            throw JsonFaults.unreadable(e);
        }
    }

    /// {@return whether the value is known to be a text that begins so, without making the text}
    public boolean begins(String plain) {
        return isText() && json.begins(plain);
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
        expect(Token.WHOLE, what, "a whole number");
        try {
            return json.intValue();
        } catch (NumberFormatException e) {
            throw wrong("The value of " + what + " does not fit into 32 bits.");
        }
    }

    /// {@return the number; null where the value is null}
    public @Nullable Double number(String what) {
        if (isNull()) {
            return null;
        }
        if (token != Token.WHOLE) {
            expect(Token.FRACTION, what, "a number");
        }
        return Double.valueOf(json.digits());
    }

    /// {@return whether the value is a whole number of a few digits}
    public boolean isShortWhole() {
        return token == Token.WHOLE && json.numberLength() <= SHORT_DIGITS;
    }

    /// {@return the whole number of a few digits}
    public long shortWhole() {
        return json.longValue();
    }

    public boolean isNumber() {
        return token == Token.WHOLE || token == Token.FRACTION;
    }

    /// {@return the truth value; null where the value is null}
    public @Nullable Boolean flag(String what) {
        if (isNull()) {
            return null;
        }
        if (token != Token.TRUE) {
            expect(Token.FALSE, what, "true or false");
        }
        return token == Token.TRUE;
    }

    /// Makes sure that nothing follows the root value.
    public void end() {
        if (advance() != Token.END) {
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
        return faults.where(tokens);
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
            toEnd(outside);
        }
        while (depth > outside) {
            if (inside == null) {
                advance();
            } else {
                field();
            }
        }
    }

    private void toEnd(int outside) {
        try {
            while (depth > outside) {
                allowance.step(++tokens);
                token = json.passed();
                switch (token) {
                    case OBJECT, LIST -> depth++;
                    case OBJECT_END, LIST_END -> depth--;
                    case NAME, TEXT, WHOLE, FRACTION, TRUE, FALSE, NULL, END -> {
                        // passed over
                    }
                }
            }
            inside = open[depth];
        } catch (Strange e) {
            throw faults.what(tokens);
        } catch (IOException e) {
            throw JsonFaults.unreadable(e);
        }
    }

    private void expect(Token expected, String what, String form) {
        if (token != expected) {
            throw wrong("The value of " + what + " is " + form(token) + ", not " + form + ".");
        }
    }

    private static String form(Token token) {
        return switch (token) {
            case OBJECT -> "an object";
            case LIST -> "a list";
            case TEXT -> "a text";
            case WHOLE, FRACTION -> "a number";
            case TRUE, FALSE -> "a truth value";
            case NULL -> "null";
            case OBJECT_END, LIST_END, NAME, END -> "missing";
        };
    }

    /// Moves to the next token where no field can come.
    private Token advance() {
        allowance.step(++tokens);
        try {
            Token found = json.next(null);
            arrive(found);
            return found;
        } catch (Strange e) {
            throw faults.what(tokens);
        } catch (IOException e) {
            throw JsonFaults.unreadable(e);
        }
    }

    /// Moves to the value of the next field, or behind the object.
    ///
    /// @return whether there is a field
    private boolean field() {
        try {
            FieldNames there = inObject();
            JsonField expected = there.expected();
            if (expected != null && json.stands(expected)) {
                there.meet();
                name = expected.name().text();
                tokens += 2;
                allowance.step(tokens, 2);
            } else {
                allowance.step(++tokens);
                Token found = json.next(expected == null ? null : expected.name());
                if (found != Token.NAME) {
                    arrive(found);
                    return false;
                }
                JsonField met = met(there, expected, json.name());
                if (met != null) {
                    json.stood(met);
                }
                allowance.step(++tokens);
            }
            arrive(json.value());
            return true;
        } catch (Strange e) {
            throw faults.what(tokens);
        } catch (IOException e) {
            throw JsonFaults.unreadable(e);
        }
    }

    private FieldNames inObject() {
        if (inside == null) {
            throw new IllegalStateException("A field is looked for outside of every object.");
        }
        return inside;
    }

    private void arrive(Token found) {
        token = found;
        switch (found) {
            case OBJECT -> enter(objects());
            case LIST -> enter(null);
            case OBJECT_END, LIST_END -> inside = open[--depth];
            case WHOLE, FRACTION -> number();
            case TEXT, TRUE, FALSE, NULL, END -> {
                // texts are looked at when they are asked for
            }
            case NAME -> throw new IllegalStateException("A name stands where no field can come.");
        }
    }

    private FieldNames objects() {
        int sort = (depth + 1) * SORTS + (name.hashCode() & SORTS - 1);
        FieldNames there = names[sort];
        if (there == null) {
            there = new FieldNames();
            names[sort] = there;
        }
        there.clear();
        return there;
    }

    private void enter(@Nullable FieldNames there) {
        open[++depth] = there;
        inside = there;
    }

    /// {@return the field whose name came; null where it is not remembered}
    private @Nullable JsonField met(FieldNames there, @Nullable JsonField expected, JsonName found) {
        name = found.text();
        if (expected != null && found == expected.name()) {
            there.meet();
            return expected;
        }
        if (!there.add(found)) {
            throw faults.duplicate(tokens, name);
        }
        if (there.count() > Limits.JSON_NAMES_PER_OBJECT) {
            throw wrong("An object has more than " + Limits.JSON_NAMES_PER_OBJECT + " fields.");
        }
        return there.added();
    }

    private void number() {
        if (json.numberLength() > Limits.NUMBER_CHARS) {
            throw wrong("A number has more than " + Limits.NUMBER_CHARS + " digits.");
        }
        // without an exponent, so few digits are never too large
        if (json.hasExponent() && !Double.isFinite(Double.parseDouble(json.digits()))) {
            throw wrong("The number " + Texts.shown(json.digits(), Limits.NUMBER_CHARS) + " is too large.");
        }
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
