package dev.plumbline.ingest.report.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// The tokens of JSON, looked for eight bytes at a time. It takes what Jackson's strict parser takes, with
/// ends of lines and tabs inside of texts; what is no JSON ends it with {@link Strange}, and where and why
/// is for Jackson to say. It must get what {@link Utf8Input} gives: whole, allowed characters.
final class JsonScanner extends JsonBytes {
    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int TRUE = 't' | 'r' << 8 | 'u' << 16 | 'e' << 24;
    private static final int NULL = 'n' | 'u' << 8 | 'l' << 16 | 'l' << 24;
    private static final int ALSE = 'a' | 'l' << 8 | 's' << 16 | 'e' << 24;

    enum Token {
        OBJECT,
        OBJECT_END,
        LIST,
        LIST_END,
        NAME,
        TEXT,
        WHOLE,
        FRACTION,
        TRUE,
        FALSE,
        NULL,
        END
    }

    private final JsonNames names = new JsonNames();
    private final boolean[] objects = new boolean[Limits.DEPTH + 1];
    private int depth;
    /// What is open is an object, and nothing of it came yet.
    private boolean inObject;
    private boolean fresh;
    /// A name came, and its value is next.
    private boolean named;
    /// A text came, and nobody has read it yet: `at` is its beginning.
    private boolean unread;
    /// Names are not made out.
    private boolean unnamed;
    /// Where what stands before the name that came last begins, unless the bytes were filled since.
    private int leadFrom;

    private int leadFills;
    private boolean leads;
    /// Whose value comes; null where nothing is known of it.
    private @Nullable JsonField field;
    private JsonName name = JsonName.of("");
    private @Nullable String text;
    private int numberFrom;
    private int numberTo;
    private boolean exponent;

    JsonScanner(InputStream utf8) throws IOException {
        super(utf8);
        while (limit < 3 && fill()) {
            // a byte order mark is three bytes
        }
        if (limit >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    /// {@return the name that came last}
    JsonName name() {
        return name;
    }

    /// The next token of something that nobody reads: its names are no more than passed over.
    Token passed() throws IOException {
        unnamed = true;
        Token token = next(null);
        unnamed = false;
        return token;
    }

    /// Moves to the value of the field that comes next, if that is the one that is expected and stands
    /// there as it did before.
    boolean stands(JsonField expected) throws IOException {
        passUnread();
        if (!expected.stands(buffer, at, limit, fresh)) {
            return false;
        }
        at += expected.length();
        field = expected;
        return true;
    }

    /// Moves to the value of the field whose name came last, and remembers how it stands there.
    void stood(JsonField met) throws IOException {
        visible();
        if (fills == leadFills) {
            met.stood(buffer, leadFrom, at, leads);
        }
        field = met;
    }

    /// {@return the token of a value to which the scanner moved}
    Token value() throws IOException {
        named = false;
        return value(visible());
    }

    private void passUnread() throws IOException {
        if (unread) {
            unread = false;
            pass();
        }
    }

    /// @param expected the name that probably comes next
    Token next(@Nullable JsonName expected) throws IOException {
        passUnread();
        field = null;
        int from = at;
        int before = fills;
        int c = visible();
        if (named) {
            named = false;
            return value(c);
        }
        if (depth == 0) {
            return c == 0 ? Token.END : value(c);
        }
        if (c == ',' && !fresh) {
            at++;
            c = visible();
        } else if (c == (inObject ? '}' : ']')) {
            return leave();
        } else if (!fresh) {
            throw new Strange();
        }
        if (!inObject) {
            return value(c);
        }
        leadFrom = from;
        leadFills = before;
        leads = fresh;
        return name(c, expected);
    }

    private Token name(int c, @Nullable JsonName expected) throws IOException {
        if (c != '"') {
            throw new Strange();
        }
        if (expected != null && at + expected.length() < limit && expected.stands(buffer, at + 1)) {
            name = expected;
            at += 1 + expected.length();
        } else {
            name = read();
        }
        if (buffer[at] != ':' && visible() != ':') {
            throw new Strange();
        }
        at++;
        fresh = false;
        named = true;
        return Token.NAME;
    }

    private JsonName read() throws IOException {
        int end = plainTo(at + 1);
        while (end == limit && end - at <= Limits.JSON_NAME_CHARS && fill()) {
            end = plainTo(at + 1);
        }
        if (end - at - 1 > Limits.JSON_NAME_CHARS) {
            throw new Strange();
        }
        if (buffer[end] == '"') {
            JsonName found = unnamed ? name : names.of(buffer, at + 1, end);
            at = end + 1;
            return found;
        }
        at++;
        return JsonName.of(rest(Limits.JSON_NAME_CHARS, null));
    }

    private Token value(int c) throws IOException {
        fresh = false;
        return switch (c) {
            case '"' -> {
                at++;
                unread = true;
                text = null;
                yield Token.TEXT;
            }
            case '{' -> open(true, Token.OBJECT);
            case '[' -> open(false, Token.LIST);
            case 't' -> word(TRUE, 0, Token.TRUE);
            case 'f' -> word(ALSE, 1, Token.FALSE);
            case 'n' -> word(NULL, 0, Token.NULL);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
            default -> throw new Strange();
        };
    }

    private Token open(boolean object, Token token) throws IOException {
        if (depth == Limits.DEPTH) {
            throw new Strange();
        }
        objects[depth++] = inObject;
        inObject = object;
        fresh = true;
        at++;
        return token;
    }

    private Token leave() {
        Token end = inObject ? Token.OBJECT_END : Token.LIST_END;
        inObject = objects[--depth];
        fresh = false;
        at++;
        return end;
    }

    /// @param before how many characters stand before the four that are compared
    private Token word(int four, int before, Token token) throws IOException {
        while (limit - at <= before + Integer.BYTES && fill()) {
            // it may be cut here
        }
        if ((int) FOUR.get(buffer, at + before) != four) {
            throw new Strange();
        }
        at += before + Integer.BYTES;
        int next = buffer[at];
        if (next < 0 || Character.isJavaIdentifierPart(next) && next != 0) {
            throw new Strange();
        }
        return token;
    }

    private Token number() throws IOException {
        while (true) {
            exponent = false;
            int i = buffer[at] == '-' ? at + 1 : at;
            int to = buffer[i] == '0' ? i + 1 : digits(i);
            boolean good = to > i && !digit(to);
            boolean fraction = good && buffer[to] == '.';
            if (fraction) {
                i = to + 1;
                to = digits(i);
                good = to > i;
            }
            if (good && (buffer[to] | 0x20) == 'e') {
                exponent = true;
                i = buffer[to + 1] == '+' || buffer[to + 1] == '-' ? to + 2 : to + 1;
                to = digits(i);
                good = to > i;
            }
            int length = to - at;
            boolean tooLong = length > Limits.NUMBER_CHARS;
            if (to < limit || tooLong || !fill()) {
                numberFrom = at;
                numberTo = at + length;
                at = numberTo;
                if (!good && !tooLong || depth == 0 && at < limit && !space(buffer[at])) {
                    throw new Strange();
                }
                return fraction || exponent ? Token.FRACTION : Token.WHOLE;
            }
        }
    }

    private static boolean space(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    private int digits(int from) {
        int i = from;
        while (digit(i)) {
            i++;
        }
        return i;
    }

    private boolean digit(int i) {
        return buffer[i] >= '0' && buffer[i] <= '9';
    }

    int numberLength() {
        return numberTo - numberFrom;
    }

    boolean hasExponent() {
        return exponent;
    }

    /// {@return the number as it is written}
    String digits() {
        return ascii(numberFrom, numberTo);
    }

    /// {@return the whole number, which has few digits}
    long longValue() {
        boolean negative = buffer[numberFrom] == '-';
        long value = 0;
        for (int i = negative ? numberFrom + 1 : numberFrom; i < numberTo; i++) {
            value = 10 * value + buffer[i] - '0';
        }
        return negative ? -value : value;
    }

    /// @throws NumberFormatException when it does not fit
    int intValue() {
        return numberLength() > 9 ? Integer.parseInt(digits()) : (int) longValue();
    }

    /// {@return whether a text that nobody has read yet begins so; false also where its beginning is not
    /// all among these bytes}
    ///
    /// @param plain characters of ASCII that are written as they are
    boolean begins(String plain) {
        if (!unread || limit - at < plain.length()) {
            return false;
        }
        for (int i = 0; i < plain.length(); i++) {
            if (buffer[at + i] != plain.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// {@return the text, cut to a length}
    String text(int most) throws IOException {
        if (unread) {
            unread = false;
            text = rest(Limits.JSON_STRING_CHARS, field);
        }
        String known = text == null ? "" : text;
        return known.length() > most ? known.substring(0, most) : known;
    }
}
