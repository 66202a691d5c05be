package dev.plumbline.model.wire;

import com.fasterxml.jackson.core.JsonToken;
import dev.plumbline.model.evidence.SortedEntries;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Goes over JSON as our encoder writes it: without white space, fields in declared order, nothing null. At
/// anything else it stops with {@link Unusual}. What it reads is what the library would read, in a small
/// part of the code and without a buffer in between.
final class Cursor {
    private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_DIGITS = 18;
    /// Far below the library's own limit.
    private static final int LONGEST_NAME = 1_000;

    private static final char UNDECODABLE = '\uFFFD';
    /// Ids of rules and facts, names of tools and files.
    private static final Remembered<String> WORDS = new Remembered<>(4_096, word -> word);

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH = ONES << 7;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';

    private final byte[] json;
    private final int end;
    private int at;
    private Object[] stack = new Object[16];
    private int depth;

    private Cursor(byte[] json, int from, int to) {
        this.json = json;
        this.at = from;
        this.end = to;
    }

    /// {@return what the bytes from one place up to another say; null where they are not as our encoder
    /// writes them, or say what cannot be}
    static <T> @Nullable T read(byte[] json, int from, int to, Function<Cursor, T> form) {
        if (to - from > Topic.MAX_RECORD_BYTES) {
            return null; // the library has its limits
        }
        var cursor = new Cursor(json, from, to);
        try {
            T read = form.apply(cursor);
            return cursor.at == to ? read : null;
        } catch (Unusual | IllegalArgumentException e) {
            return null;
        }
    }

    /// {@return how a field is announced}
    static byte[] field(String name) {
        return ("\"" + name + "\":").getBytes(StandardCharsets.US_ASCII);
    }

    /// {@return where it is among the bytes}
    int place() {
        return at;
    }

    private byte here() {
        return at < end ? json[at] : 0;
    }

    private void skip(char sign) {
        if (here() != sign) {
            throw new Unusual();
        }
        at++;
    }

    private boolean skips(byte[] signs) {
        int to = at + signs.length;
        if (to > end || !Arrays.equals(json, at, to, signs, 0, signs.length)) {
            return false;
        }
        at = to;
        return true;
    }

    void open() {
        skip('{');
    }

    /// {@return a value, behind the end of the object that it was read from}
    <T> T closed(T value) {
        skip('}');
        return value;
    }

    /// Whether a field comes next; then its value does.
    boolean has(byte[] field) {
        int back = at;
        if (json[at - 1] != '{') {
            if (here() != ',') {
                return false;
            }
            at++;
        }
        if (skips(field)) {
            return true;
        }
        at = back;
        return false;
    }

    /// Goes to the value of a field, which must come next.
    Cursor at(byte[] field) {
        if (!has(field)) {
            throw new Unusual();
        }
        return this;
    }

    boolean flag() {
        if (skips(TRUE)) {
            return true;
        }
        if (skips(FALSE)) {
            return false;
        }
        throw new Unusual();
    }

    int whole() {
        long number = large();
        if (number != (int) number) {
            throw new Unusual();
        }
        return (int) number;
    }

    long large() {
        boolean negative = here() == '-';
        int from = negative ? at + 1 : at;
        int i = from;
        long number = 0;
        while (i < end && json[i] >= '0' && json[i] <= '9') {
            number = 10 * number + json[i++] - '0';
            if (i - from > MOST_DIGITS) {
                throw new Unusual();
            }
        }
        if (i == from || (json[from] == '0' && i > from + 1)) {
            throw new Unusual();
        }
        at = i;
        return negative ? -number : number;
    }

    /// {@return a text that hardly comes again}
    String text() {
        skip('"');
        int from = at;
        int to = end(from);
        if (to < 0) {
            return rare(from);
        }
        at = to + 1;
        return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /// {@return a text that comes again and again}
    String word() {
        return known(WORDS);
    }

    /// {@return what a text is known to mean}
    <T> T known(Remembered<T> values) {
        skip('"');
        int from = at;
        int to = end(from);
        if (to < 0) {
            return values.of(rare(from));
        }
        at = to + 1;
        return values.of(json, from, to);
    }

    /// {@return the name of an entry of a map}
    private String name() {
        skip('"');
        int from = at;
        int to = end(from);
        if (to < 0 || to - from > LONGEST_NAME) {
            throw new Unusual();
        }
        at = to + 1;
        skip(':');
        return WORDS.of(json, from, to);
    }

    /// {@return where the quotation mark behind a text is; -1 where a sign comes before it that is escaped
    /// or not ASCII}
    private int end(int from) {
        int i = from;
        while (i + Long.BYTES <= end) {
            long signs = (long) EIGHT.get(json, i);
            long ends = signs & HIGH | below(signs, ' ') | below(signs ^ QUOTES, 1) | below(signs ^ BACKSLASHES, 1);
            if (ends != 0) {
                i += Long.numberOfTrailingZeros(ends) / Byte.SIZE;
                return json[i] == '"' ? i : -1;
            }
            i += Long.BYTES;
        }
        while (i < end && json[i] >= ' ' && json[i] != '"' && json[i] != '\\') {
            i++;
        }
        return i < end && json[i] == '"' ? i : -1;
    }

    /// {@return a high bit where a sign is below a limit; the lowest is right, those above it may be
    /// borrowed}
    private static long below(long signs, int limit) {
        return (signs - ONES * limit) & ~signs & HIGH;
    }

    /// {@return a text with escaped signs, or letters beyond ASCII}
    private String rare(int from) {
        int i = from;
        boolean escaped = false;
        while (i < end && json[i] != '"') {
            boolean escape = json[i] == '\\';
            escaped |= escape || (json[i] >= 0 && json[i] < ' ');
            i += escape ? 2 : 1;
        }
        if (i >= end) {
            throw new Unusual();
        }
        at = i + 1;
        if (!escaped) {
            var text = new String(json, from, i - from, StandardCharsets.UTF_8);
            if (text.indexOf(UNDECODABLE) < 0) {
                return text;
            }
        }
        return byLibrary(from - 1, i + 1);
    }

    private String byLibrary(int from, int to) {
        try (var parser = Json.MAPPER.createParser(json, from, to - from)) {
            if (parser.nextToken() == JsonToken.VALUE_STRING) {
                return parser.getText();
            }
        } catch (IOException _) {
            // the library will say it of the whole record
        }
        throw new Unusual();
    }

    /// {@return the elements of a list, which is empty where the field is not there}
    <T> List<T> list(byte[] field, Function<Cursor, T> element) {
        return has(field) ? elements(element) : List.of();
    }

    <T> List<T> elements(Function<Cursor, T> element) {
        skip('[');
        if (here() == ']') {
            at++;
            return List.of();
        }
        int bottom = depth;
        do {
            push(element.apply(this));
        } while (more(']'));
        return popped(bottom);
    }

    List<String> words(byte[] field) {
        return list(field, Cursor::word);
    }

    List<String> texts(byte[] field) {
        return list(field, Cursor::text);
    }

    /// Whether another element comes, or the end, which it steps behind.
    private boolean more(char close) {
        if (here() == ',') {
            at++;
            return true;
        }
        skip(close);
        return false;
    }

    private void push(Object element) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, 2 * depth);
        }
        stack[depth++] = element;
    }

    @SuppressWarnings("unchecked") // all that was pushed since is of the list
    private <T> List<T> popped(int bottom) {
        var elements = (List<T>)
                switch (depth - bottom) {
                    case 1 -> List.of(stack[bottom]);
                    case 2 -> List.of(stack[bottom], stack[bottom + 1]);
                    default -> List.of(Arrays.copyOfRange(stack, bottom, depth));
                };
        depth = bottom;
        return elements;
    }

    /// {@return the entries of a map, which is empty where the field is not there; its keys come in their
    /// order}
    <T> SortedEntries<String, T> map(byte[] field, int expected, Function<Cursor, T> value) {
        if (!has(field)) {
            return SortedEntries.empty();
        }
        skip('{');
        var entries = new SortedEntries.Builder<String, T>(expected);
        do {
            String key = name();
            entries.add(key, value.apply(this));
        } while (more('}'));
        return entries.built();
    }
}
